#include "emptying/reference.hpp"

#include <array>

#include "base/base32.hpp"

namespace postbox::emptying {
namespace {

constexpr std::size_t reference_characters = 12;

}  // namespace

std::string reference_of(const seal::SecretKeys& keys, const Submission& submission, std::string_view pack) {
  const std::uint64_t number =
      keys.secret_number("reference", std::string(pack).append(1, ' ').append(submission.id));
  std::array<unsigned char, 8> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<unsigned char>(number >> (8 * (bytes.size() - 1 - i)));
  }
  return base32(bytes).substr(0, reference_characters);
}

}  // namespace postbox::emptying
