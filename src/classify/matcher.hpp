// Finds the phrases of a vocabulary in the words of a text.
//
// A trie whose edges are words, beginnings of words and lists. The time is linear in the text: what one word
// may start is bounded by the vocabulary, whatever was typed. Pure.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "classify/phrase.hpp"
#include "classify/vocabulary.hpp"
#include "classify/words.hpp"

namespace postbox::classify {

// Which lengths the stems have that begin with the same two bytes, so that a word is looked up once or twice
// and not once for each of its beginnings. May say yes for no reason, never no.
class StemLengths {
 public:
  void add(std::string_view stem) { lengths_[place(stem)] |= bit(stem); }
  bool may_have(std::string_view beginning) const {
    return (lengths_[place(beginning)] & bit(beginning)) != 0;
  }

 private:
  static std::uint64_t bit(std::string_view text) { return 1ULL << std::min<std::size_t>(text.size(), 63); }
  static std::size_t place(std::string_view text) {
    const unsigned first = static_cast<unsigned char>(text[0]);
    const unsigned second = text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0;
    return (first * 32 + second) % 1024;
  }

  std::array<std::uint64_t, 1024> lengths_{};
};

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
  using Edge = std::pair<Symbol, std::uint32_t>;  // and the node that it leads to
  struct Node {
    std::vector<std::uint32_t> ids;  // of the phrases that end here
    std::vector<Edge> edges;         // by symbol
    std::uint32_t after_gap = 0;     // 0: no gap may stand here
  };
  class Walk;

  Symbol symbol_of(const Piece& piece);
  void let_mean(const Piece& word_or_stem, Symbol symbol);
  std::uint32_t child(std::uint32_t node, const Piece& piece);
  void let_lead(std::uint32_t node, Symbol symbol, std::uint32_t to);
  std::uint32_t next(std::uint32_t node, Symbol symbol) const;  // 0: no phrase goes on so
  void symbols_in(const std::string& folded, std::vector<Symbol>& found) const;

  std::unordered_map<std::string, Symbol> named_;  // pieces by how they are written
  SymbolsOf words_;
  SymbolsOf stems_;
  StemLengths stem_lengths_;
  std::vector<std::uint32_t> starts_;  // of the first node, by symbol: looked up most of all
  std::vector<Node> nodes_{1};
};

// Leaves out every hit that lies inside a longer one without a gap: "school" inside "school transport".
std::vector<Hit> longest_only(std::vector<Hit> hits);

}  // namespace postbox::classify
