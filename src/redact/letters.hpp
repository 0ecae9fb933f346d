// Letters and their case in the scripts that families write: Latin with accents, Greek, Cyrillic, and
// scripts without case (Arabic, Hebrew, Indic, East Asian). No locale, no tables of the C library. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace postbox::redact {

bool is_letter(char32_t c);
bool is_upper(char32_t c);

// A letter of a script that has capitals.
bool has_case(char32_t c);

// Lower case, and a Latin letter without its accent: É and e are one letter to somebody who types a name.
char32_t fold(char32_t c);

// Every code point folded; ’ and ‘ become '. Bytes that are not UTF-8 are left out.
std::string fold(std::string_view text);

// A figure that no letter is and that folds to 0 to 9: Arabic-Indic, extended Arabic-Indic, full-width.
constexpr bool is_other_figure(char32_t c) {
  return (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9) || (c >= 0xFF10 && c <= 0xFF19);
}

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_ascii_letter(char c) { return is_ascii_upper(c) || (c >= 'a' && c <= 'z'); }
inline bool is_ascii_letter_or_digit(char c) { return is_ascii_letter(c) || is_digit(c); }
inline bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
// Of digits, nine at most.
inline int number_of(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}
inline char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
inline char ascii_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

inline std::size_t end_of_letters(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii_letter(text[at])) ++at;
  return at;
}

inline std::size_t end_of_figures(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// Of ASCII words: whether one is the other but for its capitals; `small` has none.
inline bool is_same_word(std::string_view typed, std::string_view small) {
  if (typed.size() != small.size()) return false;
  for (std::size_t i = 0; i < small.size(); ++i) {
    if (ascii_lower(typed[i]) != small[i]) return false;
  }
  return true;
}

namespace beyond_ascii {
bool letter_starts_at(std::string_view text, std::size_t position);
bool letter_ends_at(std::string_view text, std::size_t position);
std::size_t space_at(std::string_view text, std::size_t position);
}  // namespace beyond_ascii

inline bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// A byte that belongs to a word: an ASCII letter or digit, or any part of a letter beyond ASCII.
// Punctuation and emoji beyond ASCII do not count, which needs the text around: see starts_word_at.
inline bool letter_ends_at(std::string_view text, std::size_t position) {
  if (position == 0) return false;
  const char last = text[position - 1];
  if (is_ascii(last)) return is_digit(last) || is_ascii_letter(last);
  return beyond_ascii::letter_ends_at(text, position);
}
inline bool letter_starts_at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return false;
  const char first = text[position];
  if (is_ascii(first)) return is_digit(first) || is_ascii_letter(first);
  return beyond_ascii::letter_starts_at(text, position);
}

// White space at `position` in bytes, 0 where there is none: ASCII, no-break and typographic spaces.
inline std::size_t space_at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return 0;
  if (is_ascii(text[position])) return is_ascii_space(text[position]) ? 1 : 0;
  return beyond_ascii::space_at(text, position);
}

}  // namespace postbox::redact
