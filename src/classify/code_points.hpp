// What a code point is to a word, and its lower case.
#pragma once

#include <cstdint>

namespace postbox::classify {

enum class CodePointKind : std::uint8_t { letter, emoji, apostrophe, invisible, other };

constexpr bool between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

constexpr bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x2BC || c == 0x2032;
}

// Soft hyphen, zero-width characters, word joiner, variation selectors, skin tones, byte order mark.
constexpr bool is_invisible(char32_t c) {
  return c == 0xAD || between(c, 0x200B, 0x200F) || c == 0x2060 || between(c, 0xFE00, 0xFE0F) ||
         between(c, 0x1F3FB, 0x1F3FF) || c == 0xFEFF;
}

constexpr bool is_emoji(char32_t c) { return between(c, 0x2600, 0x27BF) || between(c, 0x1F000, 0x1FAFF); }

// Commas, full stops and question marks of other scripts: Greek, Armenian, Hebrew, Arabic and Urdu, danda,
// Burmese, Ethiopic, Khmer.
constexpr bool is_foreign_punctuation(char32_t c) {
  return c == 0x37E || c == 0x387 || between(c, 0x55A, 0x55F) || c == 0x589 || c == 0x58A || c == 0x5BE ||
         c == 0x5C3 || c == 0x60C || c == 0x61B || c == 0x61F || c == 0x6D4 || between(c, 0x66A, 0x66D) ||
         c == 0x964 || c == 0x965 || c == 0x104A || c == 0x104B || between(c, 0x1360, 0x1368) ||
         between(c, 0x17D4, 0x17D6);
}

constexpr bool is_letter(char32_t c) {
  if (c < 0x80) return between(c, U'0', U'9') || between(c, U'a', U'z') || between(c, U'A', U'Z');
  const bool sign =
      c < 0xC0 || c == 0xD7 || c == 0xF7 || between(c, 0x2000, 0x2BFF) || is_foreign_punctuation(c);
  return !sign && !between(c, 0x3000, 0x303F) && c < 0xE000;
}

constexpr CodePointKind kind_of(char32_t c) {
  if (is_apostrophe(c)) return CodePointKind::apostrophe;
  if (is_invisible(c)) return CodePointKind::invisible;
  if (is_emoji(c)) return CodePointKind::emoji;
  return is_letter(c) ? CodePointKind::letter : CodePointKind::other;
}

// The lower case of Latin, Greek, Cyrillic and Armenian letters; others stay. Keeps the length in UTF-8.
constexpr char32_t lower(char32_t c) {
  if (between(c, U'A', U'Z') || (between(c, 0xC0, 0xDE) && c != 0xD7)) return c + 0x20;
  if (between(c, 0x100, 0x137) || between(c, 0x14A, 0x177)) return c | 1U;
  if (between(c, 0x1A0, 0x1A5) || between(c, 0x1E00, 0x1E95) || between(c, 0x1EA0, 0x1EFF)) return c | 1U;
  if (c == 0x1AF) return 0x1B0;
  if (between(c, 0x139, 0x148) || between(c, 0x179, 0x17E)) return c + (c & 1U);
  if (between(c, 0x391, 0x3A9) || between(c, 0x410, 0x42F)) return c + 0x20;
  if (between(c, 0x400, 0x40F)) return c + 0x50;
  if (between(c, 0x531, 0x556)) return c + 0x30;
  return c;
}

}  // namespace postbox::classify
