#include "classify/matcher.hpp"

#include <algorithm>

namespace postbox::classify {
namespace {

std::string written(const Piece& piece) {
  return std::to_string(static_cast<int>(piece.kind)) + ":" + piece.text;
}

}  // namespace

// The way through the trie from one place of the text.
class Matcher::Walk {
 public:
  Walk(const Matcher& matcher, const std::vector<Word>& words) : matcher_(matcher) {
    for (const Word& word : words) {
      starts_.push_back(symbols_.size());
      matcher.symbols_in(word.folded, symbols_);
    }
    starts_.push_back(symbols_.size());
  }

  void from(std::size_t first, std::vector<Hit>& hits) const { step({first, first, 0, false}, 0, hits); }

 private:
  void step(const Hit& so_far, std::uint32_t node, std::vector<Hit>& hits) const {
    const Node& here = matcher_.nodes_[node];
    for (const std::uint32_t id : here.ids) hits.push_back({so_far.first, so_far.last, id, so_far.has_gap});
    follow_word(so_far, node, hits);
    if (here.after_gap == 0) return;
    for (std::size_t skipped = 0; skipped <= gap_words_max; ++skipped) {
      follow_word({so_far.first, so_far.last + skipped, 0, true}, here.after_gap, hits);
    }
  }

  void follow_word(const Hit& so_far, std::uint32_t node, std::vector<Hit>& hits) const {
    if (so_far.last + 1 >= starts_.size()) return;
    for (std::size_t s = starts_[so_far.last]; s < starts_[so_far.last + 1]; ++s) {
      const std::uint32_t next = matcher_.next(node, symbols_[s]);
      if (next != 0) step({so_far.first, so_far.last + 1, 0, so_far.has_gap}, next, hits);
    }
  }

  const Matcher& matcher_;
  std::vector<Symbol> symbols_;      // of all words, one after the other
  std::vector<std::size_t> starts_;  // where each word's symbols start, and one past the last
};

Matcher::Matcher(const WordLists& lists) {
  for (const auto& [name, members] : lists) {
    const Symbol symbol = symbol_of({Piece::Kind::list, name, {}});
    for (const std::string& member : members) {
      for (const Piece& piece : pieces_of(member)) let_mean(piece, symbol);
    }
  }
}

void Matcher::let_mean(const Piece& word_or_stem, Symbol symbol) {
  const bool is_stem = word_or_stem.kind == Piece::Kind::stem;
  (is_stem ? stems_ : words_)[word_or_stem.text].push_back(symbol);
  if (is_stem) stem_lengths_.add(word_or_stem.text);
}

Matcher::Symbol Matcher::symbol_of(const Piece& piece) {
  const auto [place, is_new] = named_.emplace(written(piece), static_cast<Symbol>(named_.size() + 1));
  const Symbol symbol = place->second;
  if (!is_new || piece.kind == Piece::Kind::list) return symbol;
  if (piece.kind != Piece::Kind::choice) let_mean(piece, symbol);
  for (const Piece& choice : piece.choices) let_mean(choice, symbol);
  return symbol;
}

std::uint32_t Matcher::child(std::uint32_t node, const Piece& piece) {
  const auto fresh = static_cast<std::uint32_t>(nodes_.size());
  if (piece.kind == Piece::Kind::gap) {
    if (nodes_[node].after_gap != 0) return nodes_[node].after_gap;
    nodes_[node].after_gap = fresh;
  } else {
    const Symbol symbol = symbol_of(piece);
    if (const std::uint32_t known = next(node, symbol)) return known;
    let_lead(node, symbol, fresh);
  }
  nodes_.emplace_back();
  return fresh;
}

void Matcher::let_lead(std::uint32_t node, Symbol symbol, std::uint32_t to) {
  if (node == 0) {
    if (starts_.size() <= symbol) starts_.resize(symbol + 1);
    starts_[symbol] = to;
    return;
  }
  auto& edges = nodes_[node].edges;
  const Edge edge{symbol, to};
  edges.insert(std::lower_bound(edges.begin(), edges.end(), edge), edge);
}

std::uint32_t Matcher::next(std::uint32_t node, Symbol symbol) const {
  if (node == 0) return symbol < starts_.size() ? starts_[symbol] : 0;
  const auto& edges = nodes_[node].edges;
  const auto found = std::lower_bound(edges.begin(), edges.end(), Edge{symbol, 0});
  return found != edges.end() && found->first == symbol ? found->second : 0;
}

void Matcher::add(const std::string& phrase, std::uint32_t id) {
  std::uint32_t node = 0;
  for (const Piece& piece : pieces_of(phrase)) node = child(node, piece);
  if (node != 0) nodes_[node].ids.push_back(id);
}

void Matcher::symbols_in(const std::string& folded, std::vector<Symbol>& found) const {
  const std::string_view word = folded;
  const auto take = [&](const SymbolsOf& from, std::string_view part) {
    const auto symbols = from.find(part);
    if (symbols != from.end()) found.insert(found.end(), symbols->second.begin(), symbols->second.end());
  };
  take(words_, word);
  for (std::size_t bytes = 1; bytes <= word.size(); ++bytes) {
    const std::string_view beginning = word.substr(0, bytes);
    if (stem_lengths_.may_have(beginning)) take(stems_, beginning);
  }
}

std::vector<Hit> Matcher::find(const std::vector<Word>& words) const {
  const Walk walk(*this, words);
  std::vector<Hit> hits;
  for (std::size_t first = 0; first < words.size(); ++first) walk.from(first, hits);
  return hits;
}

std::vector<Hit> longest_only(std::vector<Hit> hits) {
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  std::vector<Hit> kept;
  std::size_t reach = 0;        // the furthest end of a hit without a gap that started before ...
  std::size_t reach_first = 0;  // ... and where that one started
  for (const Hit& hit : hits) {
    const bool inside = hit.last <= reach && !(hit.first == reach_first && hit.last == reach);
    if (!inside) kept.push_back(hit);
    if (!hit.has_gap && hit.last > reach) {
      reach = hit.last;
      reach_first = hit.first;
    }
  }
  return kept;
}

}  // namespace postbox::classify
