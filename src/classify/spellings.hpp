// The words, and beginnings of words, that phrases are made of, each with a number.
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
  std::size_t size() const { return places_.size() - words_after; }
  std::span<const Spelling> of(std::size_t word) const {
    return {spellings_.data() + places_[word].begin, spellings_.data() + places_[word].end};
  }
  // A bit for each spelling of the word (bit_of); none for the first `words_after` words after the last.
  std::uint64_t bits(std::size_t word) const { return places_[word].bits; }
  static constexpr std::size_t words_after = gap_words_max + 1;
  static std::uint64_t bit_of(Spelling spelling) { return 1ULL << (spelling % 64); }

 private:
  friend class Spellings;
  struct Place {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint64_t bits = 0;
  };
  std::vector<Spelling> spellings_;  // of all words, one after the other
  std::vector<Place> places_;
};

class Spellings {
 public:
  Spelling word(std::string_view folded) { return words_.number_of(folded, count_); }
  Spelling beginning(std::string_view folded);
  std::size_t size() const { return count_; }

  SpelledText spell(const Words& words) const;

 private:
  // Open addressing over one block of letters.
  class Numbers {
   public:
    Spelling number_of(std::string_view folded, Spelling& next);
    static constexpr Spelling none = ~Spelling{0};
    Spelling find(std::string_view folded, std::uint64_t hash) const;
    // Memory is slow to answer, but many at a time: said of all words before the first is looked up.
    void will_find(std::uint64_t hash) const;

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
