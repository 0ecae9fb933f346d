// Finds the phrases of a vocabulary in the words of a text.
//
// A trie whose edges are spellings (words and beginnings of words); a list or a choice is as many edges as it
// has words. The time is linear in the text: what one word may start is bounded by the vocabulary, whatever
// was typed. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
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
  // The id of a phrase is its place in `phrases`. They must be in order (fault_in). `spellings` learns
  // theirs.
  Matcher(const Phrases& phrases, const WordLists& lists, Spellings& spellings);

  // By first word; among those the order is the vocabulary's.
  Hits find(const SpelledText& text) const;

 private:
  friend class PhraseTrie;
  class Walk;

  struct Edge {
    Spelling spelling = 0;
    std::uint32_t to = 0;
  };
  // Edges and ids stand in the blocks below, each node's up to where the next node's begin.
  struct Node {
    std::uint64_t bits = 0;  // of the spellings that lead on (SpelledText::bit_of)
    std::uint32_t edges = 0;
    std::uint32_t ids = 0;        // of the phrases that end here
    std::uint32_t after_gap = 0;  // 0: no gap may stand here
  };

  std::span<const Edge> edges_of(std::uint32_t node) const {
    return std::span(edges_).subspan(nodes_[node].edges, nodes_[node + 1].edges - nodes_[node].edges);
  }
  std::span<const std::uint32_t> ids_of(std::uint32_t node) const {
    return std::span(ids_).subspan(nodes_[node].ids, nodes_[node + 1].ids - nodes_[node].ids);
  }
  // The edges of the first node by spelling: looked up most of all.
  std::span<const std::uint32_t> starts_of(Spelling spelling) const {
    if (spelling + 1 >= start_places_.size()) return {};
    const std::uint32_t from = start_places_[spelling];
    return std::span(starts_).subspan(from, start_places_[spelling + 1] - from);
  }

  std::vector<Node> nodes_;  // and one past the last
  std::vector<Edge> edges_;  // of each node by spelling; of two alike, the vocabulary's order
  std::vector<std::uint32_t> ids_;
  std::vector<std::uint32_t> start_places_;
  std::vector<std::uint32_t> starts_;
};

// Leaves out every hit that lies inside a longer one without a gap: "school" inside "school transport".
void keep_longest(Hits& hits);

}  // namespace postbox::classify
