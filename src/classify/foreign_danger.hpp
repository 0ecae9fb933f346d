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

#include "classify/words.hpp"

namespace postbox::classify {

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

  bool is_in(const Words& words) const;

 private:
  // Of the hashes of words, or of their first bytes, with which phrases begin: may say yes for no reason,
  // never no.
  class Beginnings {
   public:
    void add(std::uint64_t hash) { bits_[hash % bits / 64] |= std::uint64_t{1} << (hash % 64); }
    bool may_hold(std::uint64_t hash) const { return (bits_[hash % bits / 64] >> (hash % 64) & 1U) != 0; }

   private:
    static constexpr std::size_t bits = 1U << 16U;
    std::vector<std::uint64_t> bits_ = std::vector<std::uint64_t>(bits / 64);
  };
  bool may_begin(const Word& word) const;
  bool is_at(const Words& words, std::size_t at) const;

  Beginnings beginnings_;
  // By the first two bytes of their first word.
  std::unordered_map<std::uint16_t, std::vector<DangerPhrase>> by_beginning_;
  std::vector<DangerPhrase> inside_;
};

}  // namespace postbox::classify
