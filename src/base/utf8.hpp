// UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace postbox::utf8 {

// One code point at the start of a text; `size` is 0 where the bytes there are not valid UTF-8.
struct Decoded {
  char32_t code_point = 0;
  std::size_t size = 0;
};
Decoded decode(std::string_view text);

bool is_valid(std::string_view text);

// Code points in valid UTF-8.
std::size_t length(std::string_view valid_text);

// U+FEFF as Excel and Notepad put it in front of a file. It is no part of the text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The file without one at its very start; whatever else it holds stays.
constexpr std::string_view without_byte_order_mark(std::string_view file) {
  return file.starts_with(byte_order_mark) ? file.substr(byte_order_mark.size()) : file;
}

// What nobody can see, as it is left in an unanswered field: white space of every kind, and the characters
// that Unicode draws as nothing (zero-width, soft hyphen, fillers, marks of direction, U+FEFF).
bool is_blank(std::string_view valid_text);

}  // namespace postbox::utf8
