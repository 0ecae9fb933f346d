// The trie of a matcher while its phrases are put in.
//
// Its edges are pieces of phrases, so that phrases that begin alike share their way; a finished matcher goes
// by spellings, which is quicker.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "classify/matcher.hpp"
#include "classify/phrase.hpp"

namespace postbox::classify {

class PhraseTrie {
 public:
  PhraseTrie(const WordLists& lists, Spellings& spellings);

  void add(const std::string& phrase, std::uint32_t id);

  // An edge from the first node.
  struct Beginning {
    Spelling spelling = 0;
    std::uint32_t to = 0;
  };
  // Adds its nodes to those of `matcher`, but for the first, of which it returns the edges by spelling.
  std::vector<Beginning> finish(Matcher& matcher, std::uint32_t part) const;

 private:
  using Symbol = std::uint32_t;  // a piece
  struct Node {
    std::vector<std::uint32_t> ids;  // of the phrases that end here
    std::vector<std::pair<Symbol, std::uint32_t>> edges;
    std::uint32_t after_gap = 0;
  };
  // That a spelling is a piece, and which of those it is: the first, the second ...
  struct Meaning {
    Spelling spelling = 0;
    std::uint32_t rank = 0;
  };
  struct RankedEdge {
    Spelling spelling = 0;
    std::uint32_t rank = 0;
    std::uint32_t to = 0;
  };

  Symbol symbol_of(const Piece& piece);
  void let_mean(const Piece& word_or_stem, Symbol symbol);
  std::uint32_t child(std::uint32_t node, const Piece& piece);
  std::vector<RankedEdge> edges_of(const Node& node) const;

  Spellings& spellings_;
  std::unordered_map<std::string, Symbol> named_;  // pieces by how they are written
  std::vector<std::vector<Meaning>> meanings_{1};  // by symbol; there is no 0
  std::vector<std::uint32_t> meanings_of_;         // how many a spelling has so far
  std::vector<Node> nodes_{1};
};

}  // namespace postbox::classify
