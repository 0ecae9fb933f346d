#include "redact/letters.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.hpp"

namespace postbox::redact {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t Count>
bool within(const std::array<Range, Count>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return c >= r.first && c <= r.last; });
}

constexpr std::array<Range, 20> letter_ranges = {
    {{'A', 'Z'},     {'a', 'z'},      {0xAA, 0xAA},     {0xB5, 0xB5},     {0xBA, 0xBA},
     {0xC0, 0xD6},   {0xD8, 0xF6},    {0xF8, 0x2AF},    {0x300, 0x37D},   {0x386, 0x556},
     {0x561, 0x587}, {0x591, 0x5F2},  {0x610, 0x61A},   {0x620, 0x65F},   {0x66E, 0x6D3},
     {0x6D5, 0x6EF}, {0x6FA, 0x1FFF}, {0x2C00, 0x2DFF}, {0x3041, 0xD7FF}, {0xF900, 0xFDFF}}};

// Latin letters of which every other one is the capital: even ones here, odd ones below.
constexpr std::array<Range, 9> even_capitals = {{{0x100, 0x137},
                                                 {0x14A, 0x177},
                                                 {0x1DE, 0x1EF},
                                                 {0x1F8, 0x233},
                                                 {0x460, 0x481},
                                                 {0x48A, 0x4BF},
                                                 {0x4D0, 0x52F},
                                                 {0x1E00, 0x1E95},
                                                 {0x1EA0, 0x1EFF}}};
constexpr std::array<Range, 3> odd_capitals = {{{0x139, 0x148}, {0x179, 0x17E}, {0x1CD, 0x1DC}}};

char32_t lower(char32_t c) {
  if (c < 0x80) return static_cast<char32_t>(ascii_lower(static_cast<char>(c)));
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c == 0x178) return 0xFF;
  if (within(even_capitals, c)) return c | 1U;
  if (within(odd_capitals, c)) return c + (c & 1U);
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c;
}

// The plain letter of U+00E0 .. U+00FF and of U+0100 .. U+017F; '?' keeps the letter as it is.
constexpr std::string_view plain_latin1 = "aaaaaaaceeeeiiiidnooooo?ouuuuyty";
constexpr std::string_view plain_extended_a =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(plain_latin1.size() == 0x20);
static_assert(plain_extended_a.size() == 0x80);

constexpr std::array<Range, 6> vietnamese = {{{0x1EA0, 0x1EB7},
                                              {0x1EB8, 0x1EC7},
                                              {0x1EC8, 0x1ECB},
                                              {0x1ECC, 0x1EE3},
                                              {0x1EE4, 0x1EF1},
                                              {0x1EF2, 0x1EF9}}};
constexpr std::u32string_view vowels = U"aeiouy";

char32_t without_accent(char32_t c) {
  char plain = '?';
  if (c >= 0x218 && c <= 0x21B) return c <= 0x219 ? U's' : U't';  // Romanian
  if (c == 0x1A1 || c == 0x1B0) return c == 0x1A1 ? U'o' : U'u';  // Vietnamese, and from here on
  for (const Range& range : vietnamese) {
    if (c >= range.first && c <= range.last) {
      return vowels[static_cast<std::size_t>(&range - vietnamese.data())];
    }
  }
  if (c >= 0xE0 && c <= 0xFF) plain = plain_latin1[c - 0xE0];
  if (c >= 0x100 && c <= 0x17F) plain = plain_extended_a[c - 0x100];
  return plain == '?' ? c : static_cast<char32_t>(plain);
}

void append_utf8(std::string& to, char32_t c) {
  const auto tail = [&](unsigned shift) { to += static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
  if (c < 0x80) {
    to += static_cast<char>(c);
  } else if (c < 0x800) {
    to += static_cast<char>(0xC0U | (c >> 6U));
    tail(0);
  } else if (c < 0x10000) {
    to += static_cast<char>(0xE0U | (c >> 12U));
    tail(6);
    tail(0);
  } else {
    to += static_cast<char>(0xF0U | (c >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::size_t start_of_code_point_before(std::string_view text, std::size_t position) {
  std::size_t start = position - 1;
  while (start > 0 && position - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
    --start;
  }
  return start;
}

}  // namespace

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c));
  return within(letter_ranges, c) && c != 0x37E && c != 0x387;
}

bool is_upper(char32_t c) { return is_letter(c) && lower(c) != c; }

bool has_case(char32_t c) { return is_letter(c) && (c < 0x530 || (c >= 0x1E00 && c < 0x2000)); }

char32_t fold(char32_t c) {
  if (is_other_figure(c)) return U'0' + (c & 0xFU);
  if (c == U'’' || c == U'‘' || c == U'ʼ' || c == U'`') return U'\'';
  return without_accent(lower(c));
}

std::string fold(std::string_view text) {
  const auto plain = [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '`'; };
  std::string folded(text);
  std::size_t at = 0;
  for (; at < text.size() && plain(text[at]); ++at) folded[at] = ascii_lower(text[at]);
  if (at == text.size()) return folded;  // nearly every word ends here
  folded.resize(at);
  text.remove_prefix(at);
  while (!text.empty()) {
    const utf8::Decoded next = utf8::decode(text);
    // A combining accent (U+0300 .. U+036F) is dropped, as the accent of a composed letter is.
    const bool accent = next.code_point >= 0x300 && next.code_point <= 0x36F;
    if (next.size != 0 && !accent) append_utf8(folded, fold(next.code_point));
    text.remove_prefix(std::max<std::size_t>(next.size, 1));
  }
  return folded;
}

bool beyond_ascii::letter_starts_at(std::string_view text, std::size_t position) {
  const utf8::Decoded next = utf8::decode(text.substr(position));
  return next.size != 0 && is_letter(next.code_point);
}

bool beyond_ascii::letter_ends_at(std::string_view text, std::size_t position) {
  return redact::letter_starts_at(text, start_of_code_point_before(text, position));
}

std::size_t beyond_ascii::space_at(std::string_view text, std::size_t position) {
  const utf8::Decoded next = utf8::decode(text.substr(position));
  const char32_t c = next.code_point;
  const bool space = c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x2060 || c == 0xFEFF ||
                     (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return space ? next.size : 0;
}

}  // namespace postbox::redact
