#include "redact/words.hpp"

#include <algorithm>

#include "redact/letters.hpp"
#include "redact/mask.hpp"
#include "redact/word_reader.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t look_back_bytes = 96;

// Where to start reading for `count` words before `position`: after a space, behind which as many pieces with
// a letter or figure stand. No word runs over a space, so the last ones are the same as from further back.
std::size_t far_enough_before(std::string_view text, std::size_t position, std::size_t count) {
  const std::size_t least = position > look_back_bytes ? position - look_back_bytes : 0;
  std::size_t pieces = 0;
  bool in_piece = false;
  for (std::size_t from = position; from > least; --from) {
    const char before = text[from - 1];
    if (is_mask(before)) return from;
    if (before == ' ') {
      if (in_piece && ++pieces == count) return from;
      in_piece = false;
    } else {
      in_piece = in_piece || is_ascii_letter(before) || is_digit(before);
    }
  }
  return least;
}

}  // namespace

std::vector<std::string> words_before(std::string_view text, std::size_t position, std::size_t count) {
  constexpr std::size_t words_usual = 8;
  std::size_t from = far_enough_before(text, position, count);
  while (from < position && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) ++from;
  const std::string_view stretch = text.substr(from, position - from);
  std::vector<Word> words;
  words.reserve(words_usual);
  WordReader reader(stretch, {}, words);
  while (reader.to_next_word()) reader.read_word();
  std::vector<std::string> nearest;
  nearest.reserve(std::min(count, words.size()));
  for (auto word = words.rbegin(); word != words.rend() && nearest.size() < count; ++word) {
    nearest.push_back(fold(stretch.substr(word->span.begin, word->span.end - word->span.begin)));
  }
  return nearest;
}

// Letters beyond ASCII may fold to those of the word.
bool may_stand_before(std::string_view text, std::size_t position, std::string_view word) {
  const std::size_t from = position - std::min(position, look_back_bytes);
  const std::string_view stretch = text.substr(from, position - from);
  if (!std::all_of(stretch.begin(), stretch.end(), is_ascii)) return true;
  const auto is_same = [](char typed, char letter) { return ascii_lower(typed) == letter; };
  return std::search(stretch.begin(), stretch.end(), word.begin(), word.end(), is_same) != stretch.end();
}

}  // namespace postbox::redact
