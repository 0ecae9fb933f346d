// What a handle is made of, whatever stands around it. Pure.
#pragma once

#include <cstddef>
#include <string_view>

#include "redact/ascii_set.hpp"
#include "redact/letters.hpp"

namespace postbox::redact {

inline bool is_handle_char(char c) {
  constexpr AsciiSet signs("_.-");
  return is_ascii_letter_or_digit(c) || signs.has(c);
}

// One past the handle that starts at `begin`; a full stop or hyphen at its end belongs to the sentence.
std::size_t end_of_handle(std::string_view text, std::size_t begin);

// A figure, a line, a dot inside or a capital inside: no plain word looks so.
bool looks_made_up(std::string_view handle);

// "KaiLundPlays", "SunnyMum77": words run together by their capitals.
bool is_camel(std::string_view handle);

// "moonbeam23", "moonbeam4me": small letters, at least five, with figures behind the first.
bool has_figures_in_word(std::string_view handle);

// "xXkaikaiXx"
bool is_framed(std::string_view handle);

bool has_letter(std::string_view handle);

// "www.kai.org.uk"
bool is_web_address(std::string_view handle);

// "letter_1.pdf"
bool is_file(std::string_view handle);

}  // namespace postbox::redact
