// Finds the phrases of a vocabulary in the words of a text.
//
// A trie whose edges are words, beginnings of words and lists. The time is linear in the text: what one word
// may start is bounded by the vocabulary, whatever was typed. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "classify/phrase.hpp"
#include "classify/vocabulary.hpp"
#include "classify/words.hpp"

namespace postbox::classify {

// Phrase `id` stands at words [first, last).
struct Hit {
  std::size_t first = 0;
  std::size_t last = 0;
  std::uint32_t id = 0;
  bool has_gap = false;  // words of no matter stand inside it
};

class Matcher {
 public:
  explicit Matcher(const WordLists& lists);

  // The phrase must be in order (fault_in). One phrase may be added under several ids.
  void add(const std::string& phrase, std::uint32_t id);

  // By first word; among those the order is the vocabulary's.
  std::vector<Hit> find(const std::vector<Word>& words) const;

 private:
  using Symbol = std::uint32_t;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using SymbolsOf = std::unordered_map<std::string, std::vector<Symbol>, TextHash, std::equal_to<>>;
  struct Node {
    std::vector<std::uint32_t> ids;  // of the phrases that end here
    std::uint32_t after_gap = 0;     // 0: no gap may stand here
  };
  class Walk;

  Symbol symbol_of(const Piece& piece);
  void let_mean(const Piece& word_or_stem, Symbol symbol);
  std::uint32_t child(std::uint32_t node, const Piece& piece);
  void symbols_in(const std::string& folded, std::vector<Symbol>& found) const;

  std::unordered_map<std::string, Symbol> named_;  // pieces by how they are written
  SymbolsOf words_;
  SymbolsOf stems_;
  std::size_t stem_bytes_max_ = 0;
  std::vector<Node> nodes_{1};
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // node and symbol -> node
};

// Leaves out every hit that lies inside a longer one without a gap: "school" inside "school transport".
std::vector<Hit> longest_only(std::vector<Hit> hits);

}  // namespace postbox::classify
