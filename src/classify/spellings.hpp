// The words, and beginnings of words, that phrases are made of, each with a number.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "classify/numbered_words.hpp"
#include "classify/phrase.hpp"
#include "classify/words.hpp"

namespace postbox::classify {

using Spelling = std::uint32_t;

// What the words of one text are: of each the spelling of the whole word, then those of its beginnings,
// shortest first. The words after the last, as far as a gap may reach, have none.
class SpelledText {
 public:
  std::size_t size() const { return begins_.size() - 1 - words_after; }
  std::span<const Spelling> of(std::size_t word) const {
    return {spellings_.data() + begins_[word], spellings_.data() + begins_[word + 1]};
  }

 private:
  friend class Spellings;
  static constexpr std::size_t words_after = gap_words_max + 1;
  std::vector<Spelling> spellings_;  // of all words, one after the other
  std::vector<std::uint32_t> begins_;
};

class Spellings {
 public:
  Spelling word(std::string_view folded);
  Spelling beginning(std::string_view folded);
  std::size_t size() const { return count_; }

  SpelledText spell(const Words& words) const;

 private:
  Spelling* spell(const Word& word, Spelling* to) const;

  NumberedWords words_;
  NumberedWords beginnings_;
  // By the hash of a word's first letters, how long the beginnings are that start with them: a bit for each
  // length. May say yes for no reason, never no.
  std::array<std::uint64_t, 1024> lengths_{};       // by three letters
  std::array<std::uint64_t, 64> lengths_of_two_{};  // by two letters: of those that have no more
  Spelling count_ = 0;
};

}  // namespace postbox::classify
