#include "base/json_text.hpp"

#include <cstdint>
#include <cstring>

namespace postbox::json {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

std::optional<std::uint32_t> take_four_hex_digits(std::string_view& rest) {
  if (rest.size() < 4) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : rest.substr(0, 4)) {
    const char low = static_cast<char>(c | 0x20);
    if (is_digit(c)) {
      value = value * 16 + static_cast<std::uint32_t>(c - '0');
    } else if (low >= 'a' && low <= 'f') {
      value = value * 16 + static_cast<std::uint32_t>(low - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  rest.remove_prefix(4);
  return value;
}

void append(std::string& text, std::uint32_t code_point) {
  const auto add = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
  const auto add_tail = [&](unsigned shift) { add(0x80U | ((code_point >> shift) & 0x3FU)); };
  if (code_point < 0x80) return add(code_point);
  if (code_point < 0x800) {
    add(0xC0U | code_point >> 6U);
  } else if (code_point < 0x10000) {
    add(0xE0U | code_point >> 12U);
    add_tail(6);
  } else {
    add(0xF0U | code_point >> 18U);
    add_tail(12);
    add_tail(6);
  }
  add_tail(0);
}

// Behind "\u": one code point, for one beyond the basic plane written as a pair.
bool take_code_point(std::string_view& rest, std::string& text) {
  const auto first = take_four_hex_digits(rest);
  if (!first || (*first >= 0xDC00 && *first <= 0xDFFF)) return false;
  if (*first < 0xD800 || *first > 0xDFFF) return append(text, *first), true;
  if (!take(rest, "\\u")) return false;
  const auto second = take_four_hex_digits(rest);
  if (!second || *second < 0xDC00 || *second > 0xDFFF) return false;
  append(text, 0x10000U + ((*first - 0xD800U) << 10U) + (*second - 0xDC00U));
  return true;
}

// Behind a backslash.
bool take_escaped(std::string_view& rest, std::string& text) {
  constexpr std::string_view letters = "\"\\/bfnrt";
  constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
  if (rest.empty()) return false;
  const char letter = rest.front();
  rest.remove_prefix(1);
  if (letter == 'u') return take_code_point(rest, text);
  const std::size_t at = letters.find(letter);
  if (at == std::string_view::npos) return false;
  text += meant[at];
  return true;
}

bool take_digits(std::string_view& rest) {
  std::size_t count = 0;
  while (count < rest.size() && is_digit(rest[count])) ++count;
  rest.remove_prefix(count);
  return count > 0;
}

// Whether one of eight bytes at once is not plain. (n - 0x01..) & ~n & 0x80.. is not 0 where a byte of n is
// 0, and with more taken away where one is less than that.
bool has_other_than_plain(std::uint64_t eight) {
  constexpr std::uint64_t each = 0x0101010101010101U;
  constexpr std::uint64_t high_bits = each * 0x80;
  const std::uint64_t quote = eight ^ (each * '"');
  const std::uint64_t backslash = eight ^ (each * '\\');
  return ((((quote - each) & ~quote) | ((backslash - each) & ~backslash) | ((eight - each * 0x20) & ~eight)) &
          high_bits) != 0;
}

}  // namespace

std::size_t plain_bytes(std::string_view text) {
  std::size_t at = 0;
  for (std::uint64_t eight = 0; text.size() - at >= sizeof eight; at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (has_other_than_plain(eight)) break;
  }
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

std::optional<std::string> take_text(std::string_view& rest) {
  if (!take(rest, "\"")) return std::nullopt;
  std::string text;
  for (;;) {
    const std::size_t plain = plain_bytes(rest);
    text.append(rest, 0, plain);
    rest.remove_prefix(plain);
    if (take(rest, "\"")) return text;
    if (!take(rest, "\\") || !take_escaped(rest, text)) return std::nullopt;
  }
}

std::optional<std::string_view> take_number(std::string_view& rest) {
  const std::string_view begin = rest;
  take(rest, "-");
  if (!take(rest, "0") && !take_digits(rest)) return std::nullopt;
  if (take(rest, ".") && !take_digits(rest)) return std::nullopt;
  if (take(rest, "e") || take(rest, "E")) {
    if (!take(rest, "+")) take(rest, "-");
    if (!take_digits(rest)) return std::nullopt;
  }
  return begin.substr(0, begin.size() - rest.size());
}

void skip_space(std::string_view& rest) {
  const std::size_t text = rest.find_first_not_of(" \t\n\r");
  rest.remove_prefix(text == std::string_view::npos ? rest.size() : text);
}

bool take(std::string_view& rest, std::string_view literal) {
  if (!rest.starts_with(literal)) return false;
  rest.remove_prefix(literal.size());
  return true;
}

}  // namespace postbox::json
