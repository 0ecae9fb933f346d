// The words, and beginnings of words, that any phrase of a vocabulary is made of, each with a number.
//
// A word of a text is looked up once, and all matchers read the answer.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "classify/phrase.hpp"
#include "classify/words.hpp"

namespace postbox::classify {

using Spelling = std::uint32_t;

// What the words of one text are: of each the spelling of the whole word, then those of its beginnings,
// shortest first.
class SpelledText {
 public:
  std::size_t size() const { return starts_.size() - 1; }
  std::span<const Spelling> of(std::size_t word) const {
    return std::span(spellings_).subspan(starts_[word], starts_[word + 1] - starts_[word]);
  }
  // A bit for each spelling of the word (bit_of); none for the first `words_after` words after the last.
  std::uint64_t bits(std::size_t word) const { return bits_[word]; }
  static constexpr std::size_t words_after = gap_words_max + 1;
  static std::uint64_t bit_of(Spelling spelling) { return 1ULL << (spelling % 64); }

 private:
  friend class Spellings;
  std::vector<Spelling> spellings_;    // of all words, one after the other
  std::vector<std::uint32_t> starts_;  // where each word's spellings start, and one past the last
  std::vector<std::uint64_t> bits_;
};

class Spellings {
 public:
  Spelling word(std::string_view folded) { return words_.number_of(folded, count_); }
  Spelling beginning(std::string_view folded);
  std::size_t size() const { return count_; }

  SpelledText spell(const Words& words) const;

 private:
  // Open addressing over one block of letters; the hash grows with every letter, so that the beginnings of a
  // word cost no more than the word.
  class Numbers {
   public:
    Spelling number_of(std::string_view folded, Spelling& next);
    static constexpr Spelling none = ~Spelling{0};
    Spelling find(std::string_view folded, std::uint64_t hash) const;

   private:
    struct Place {
      std::uint64_t hash = 0;
      std::uint32_t begin = 0;
      std::uint32_t size = 0;
      Spelling number = none;
    };
    Place& free_place(std::uint64_t hash);
    void grow();

    std::string letters_;
    std::vector<Place> places_ = std::vector<Place>(1024);
    std::size_t used_ = 0;
  };

  void spell(const Word& word, SpelledText& text) const;

  Numbers words_;
  Numbers beginnings_;
  // Which hashes beginnings have: may say yes for no reason, never no.
  std::array<std::uint64_t, 1024> may_begin_{};
  Spelling count_ = 0;
};

}  // namespace postbox::classify
