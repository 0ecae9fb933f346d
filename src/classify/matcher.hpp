// Finds the phrases of a vocabulary in the words of a text.
//
// A trie whose edges are spellings (words and beginnings of words); a list or a choice is as many edges as it
// has words. The time is linear in the text: what one word may start is bounded by the vocabulary, whatever
// was typed. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "classify/spellings.hpp"
#include "classify/vocabulary.hpp"

namespace postbox::classify {

// Phrase `id` stands at words [first, last).
struct Hit {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t id = 0;
  bool has_gap = false;  // words of no matter stand inside it
};
using Hits = std::vector<Hit>;

class Matcher {
 public:
  // Each part is found as if it were alone, but a text is read once for all. The id of a phrase is its place
  // in its part. Phrases must be in order (fault_in).
  Matcher(const std::vector<Phrases>& parts, const WordLists& lists);

  // Of each part: by first word; among those the order is the vocabulary's.
  std::vector<Hits> find(const Words& words) const;

 private:
  friend class PhraseTrie;
  class Walk;

  struct Edge {
    Spelling spelling = 0;
    std::uint32_t to = 0;
  };
  // Edges and ids end where those of the next node begin.
  struct Node {
    std::uint32_t edges_begin = 0;
    std::uint32_t ids_begin = 0;  // of the phrases that end here
    std::uint32_t after_gap = 0;  // 0: no gap may stand here
  };
  // Lists of nodes, one for each spelling.
  struct Starts {
    std::vector<std::uint32_t> begins;  // and one more for the end
    std::vector<std::uint32_t> nodes;
    std::span<const std::uint32_t> of(Spelling spelling) const {
      return std::span(nodes).subspan(begins[spelling], begins[spelling + 1] - begins[spelling]);
    }
  };
  struct Id {
    std::uint32_t part = 0;
    std::uint32_t id = 0;
  };

  // Which pairs there are of something and a spelling: may say yes for no reason, never no. So few bits that
  // they stay in the nearest cache.
  class Pairs {
   public:
    void add(std::uint32_t first, Spelling second) {
      const std::uint32_t bit = bit_of(first, second);
      bits_[bit / 64] |= 1ULL << (bit % 64);
    }
    bool may_hold(std::uint32_t first, Spelling second) const {
      const std::uint32_t bit = bit_of(first, second);
      return (bits_[bit / 64] >> (bit % 64) & 1U) != 0;
    }

   private:
    static std::uint32_t bit_of(std::uint32_t first, Spelling second) {
      return (first * 0x9E3779B1U ^ second * 0x85EBCA77U) >> 15U;
    }
    std::vector<std::uint64_t> bits_ = std::vector<std::uint64_t>((1U << 17U) / 64);
  };

  void add_start(Spelling spelling, std::uint32_t to);

  Spellings spellings_;
  std::vector<Node> nodes_{1};  // no way leads to the first; the last is the end of the one before
  std::vector<Edge> edges_;     // of each node by spelling; of two alike, the vocabulary's order
  std::vector<Id> ids_;
  Pairs leading_on_;  // a node and what leads on from there
  // Where the edges from the parts' first nodes lead to, all that is looked up most; and which of those may
  // lead on whatever stands next: a phrase ends there, or a gap may stand.
  Starts starts_;
  Starts starts_always_;
  Pairs first_two_;  // spellings with which a phrase begins
  std::size_t parts_ = 0;
};

// Without every hit that lies inside a longer one without a gap: "school" inside "school transport".
Hits longest(Hits hits);

}  // namespace postbox::classify
