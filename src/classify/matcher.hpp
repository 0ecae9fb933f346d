// Finds the phrases of a vocabulary in the words of a text.
//
// A trie whose edges are spellings (words and beginnings of words); a list or a choice is as many edges as it
// has words. The time is linear in the text: what one word may start is bounded by the vocabulary, whatever
// was typed. Pure.
#pragma once

#include <cstdint>
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
  struct Node {
    std::uint64_t bits = 0;  // of the spellings that lead on (SpelledText::bit_of)
    std::uint32_t edges_begin = 0;
    std::uint32_t edges_end = 0;
    std::uint32_t ids_begin = 0;  // of the phrases that end here
    std::uint32_t ids_end = 0;
    std::uint32_t after_gap = 0;  // 0: no gap may stand here
  };
  // An edge from a part's first node, looked up most of all: with the bits of the node that it leads to, so
  // that most need not be followed.
  struct Start {
    std::uint64_t bits = 0;
    std::uint32_t to = 0;
    std::uint16_t part = 0;
    bool always = false;  // a phrase ends there, or a gap may stand
  };

  Spellings spellings_;
  std::vector<Node> nodes_{1};  // no way leads to the first
  std::vector<Edge> edges_;     // of each node by spelling; of two alike, the vocabulary's order
  std::vector<std::uint32_t> ids_;
  std::vector<std::uint32_t> start_places_;  // by spelling, and one more for the end
  std::vector<Start> starts_;
  std::size_t parts_ = 0;
};

// Without every hit that lies inside a longer one without a gap: "school" inside "school transport".
Hits longest(Hits hits);

}  // namespace postbox::classify
