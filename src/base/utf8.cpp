#include "base/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace postbox::utf8 {
namespace {

bool is_tail(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

bool is_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 || c == 0x2028 ||
         c == 0x2029 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Default_Ignorable_Code_Point of Unicode 15, and the braille pattern without dots.
bool is_unseen(char32_t c) {
  return c == 0xAD || c == 0x034F || c == 0x061C || c == 0x115F || c == 0x1160 || c == 0x17B4 ||
         c == 0x17B5 || (c >= 0x180B && c <= 0x180F) || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0x2800 || c == 0x3164 ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0xFFA0 || (c >= 0xFFF0 && c <= 0xFFF8) ||
         (c >= 0x1BCA0 && c <= 0x1BCA3) || (c >= 0x1D173 && c <= 0x1D17A) || (c >= 0xE0000 && c <= 0xE0FFF);
}

// Most bytes of most texts, eight at a time.
void skip_ascii(std::string_view& text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  std::uint64_t eight = 0;
  while (text.size() >= sizeof eight) {
    std::memcpy(&eight, text.data(), sizeof eight);
    if ((eight & high_bits) != 0) return;
    text.remove_prefix(sizeof eight);
  }
}

}  // namespace

Decoded decode(std::string_view text) {
  if (text.empty()) return {};
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return {first, 1};
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < size) return {};
  char32_t code = first & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (!is_tail(byte)) return {};
    code = (code << 6U) | (byte & 0x3FU);
  }
  const bool overlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (overlong || surrogate || code > 0x10FFFF) return {};
  return {code, size};
}

bool is_valid(std::string_view text) {
  while (!text.empty()) {
    skip_ascii(text);
    if (text.empty()) return true;
    const Decoded next = decode(text);
    if (next.size == 0) return false;
    text.remove_prefix(next.size);
  }
  return true;
}

// All bytes but the tails, eight at a time.
std::size_t length(std::string_view valid_text) {
  constexpr std::uint64_t each = 0x0101010101010101U;
  std::size_t count = valid_text.size();
  std::uint64_t eight = 0;
  for (; valid_text.size() >= sizeof eight; valid_text.remove_prefix(sizeof eight)) {
    std::memcpy(&eight, valid_text.data(), sizeof eight);
    const std::uint64_t tails = (eight >> 7U) & (~eight >> 6U) & each;
    count -= (tails * each) >> 56U;  // their sum
  }
  for (const char c : valid_text) count -= is_tail(static_cast<unsigned char>(c)) ? 1 : 0;
  return count;
}

bool is_blank(std::string_view valid_text) {
  while (!valid_text.empty()) {
    const Decoded next = decode(valid_text);
    if (next.size == 0 || (!is_space(next.code_point) && !is_unseen(next.code_point))) return false;
    valid_text.remove_prefix(next.size);
  }
  return true;
}

}  // namespace postbox::utf8
