// Whether a text speaks of danger in another language: unmistakable words for suicide, self-harm, rape and
// beating, one list for all languages (config/languages.toml, [danger]), for no machine here reads the rest.
//
// A phrase is words that follow each other; "*" after its last word stands for any ending, "*word*" is found
// anywhere inside a word, for scripts that put no space between words. Folded as words.hpp says, so case,
// apostrophes and punctuation make no difference. A text need not be told to be foreign: the shortest cry is
// too short for that. Linear time in the text. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace postbox::classify {

class Words;

struct DangerPhrase {
  std::vector<std::string> words;  // folded; the shortest phrase has one
  bool any_ending = false;
  bool inside = false;  // of a word
};

// Nothing where it holds no word, or a "*" stands elsewhere, or it ends a word of less than four bytes.
std::optional<DangerPhrase> parse_danger_phrase(std::string_view text);

class ForeignDanger {
 public:
  explicit ForeignDanger(std::vector<DangerPhrase> phrases);

  bool is_in(std::string_view text) const;

 private:
  bool is_at(const Words& words, std::size_t at) const;

  // By the first two bytes of their first word.
  std::unordered_map<std::uint16_t, std::vector<DangerPhrase>> by_beginning_;
  std::vector<DangerPhrase> inside_;
};

}  // namespace postbox::classify
