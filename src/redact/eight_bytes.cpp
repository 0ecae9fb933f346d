#include "redact/eight_bytes.hpp"

namespace postbox::redact {

std::uint64_t last_bytes_at(std::string_view text, std::size_t at) {
  std::uint64_t bytes = 0;
  for (std::size_t end = text.size(); end > at; --end) {
    bytes = bytes << 8U | static_cast<unsigned char>(text[end - 1]);
  }
  return bytes;
}

}  // namespace postbox::redact
