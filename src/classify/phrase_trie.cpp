#include "classify/phrase_trie.hpp"

#include <algorithm>
#include <tuple>

namespace postbox::classify {
namespace {

std::string written(const Piece& piece) {
  return std::to_string(static_cast<int>(piece.kind)) + ":" + piece.text;
}

}  // namespace

PhraseTrie::PhraseTrie(const WordLists& lists, Spellings& spellings) : spellings_(spellings) {
  for (const auto& [name, members] : lists) {
    const Symbol symbol = symbol_of({Piece::Kind::list, name, {}});
    for (const std::string& member : members) {
      for (const Piece& piece : pieces_of(member)) let_mean(piece, symbol);
    }
  }
}

void PhraseTrie::let_mean(const Piece& word_or_stem, Symbol symbol) {
  const bool is_stem = word_or_stem.kind == Piece::Kind::stem;
  const Spelling spelling =
      is_stem ? spellings_.beginning(word_or_stem.text) : spellings_.word(word_or_stem.text);
  if (meanings_of_.size() <= spelling) meanings_of_.resize(spelling + 1);
  meanings_[symbol].push_back({spelling, meanings_of_[spelling]++});
}

PhraseTrie::Symbol PhraseTrie::symbol_of(const Piece& piece) {
  const auto [place, is_new] = named_.emplace(written(piece), static_cast<Symbol>(meanings_.size()));
  const Symbol symbol = place->second;
  if (!is_new) return symbol;
  meanings_.emplace_back();
  if (piece.kind == Piece::Kind::word || piece.kind == Piece::Kind::stem) let_mean(piece, symbol);
  for (const Piece& choice : piece.choices) let_mean(choice, symbol);
  return symbol;
}

std::uint32_t PhraseTrie::child(std::uint32_t node, const Piece& piece) {
  const auto fresh = static_cast<std::uint32_t>(nodes_.size());
  if (piece.kind == Piece::Kind::gap) {
    if (nodes_[node].after_gap != 0) return nodes_[node].after_gap;
    nodes_[node].after_gap = fresh;
  } else {
    const std::pair<Symbol, std::uint32_t> edge{symbol_of(piece), 0};
    auto& edges = nodes_[node].edges;
    const auto place = std::lower_bound(edges.begin(), edges.end(), edge);
    if (place != edges.end() && place->first == edge.first) return place->second;
    edges.insert(place, {edge.first, fresh});
  }
  nodes_.emplace_back();
  return fresh;
}

void PhraseTrie::add(const std::string& phrase, std::uint32_t id) {
  std::uint32_t node = 0;
  for (const Piece& piece : pieces_of(phrase)) node = child(node, piece);
  if (node != 0) nodes_[node].ids.push_back(id);
}

std::vector<PhraseTrie::RankedEdge> PhraseTrie::edges_of(const Node& node) const {
  std::vector<RankedEdge> edges;
  for (const auto& [symbol, to] : node.edges) {
    for (const Meaning& meaning : meanings_[symbol]) edges.push_back({meaning.spelling, meaning.rank, to});
  }
  std::sort(edges.begin(), edges.end(), [](const RankedEdge& a, const RankedEdge& b) {
    return std::tie(a.spelling, a.rank) < std::tie(b.spelling, b.rank);
  });
  return edges;
}

std::vector<PhraseTrie::Beginning> PhraseTrie::finish(Matcher& matcher, std::uint32_t part) const {
  const auto before = static_cast<std::uint32_t>(matcher.nodes_.size() - 1);  // the first is not taken along
  const auto end_of = [](const auto& block) { return static_cast<std::uint32_t>(block.size()); };
  for (std::size_t n = 1; n < nodes_.size(); ++n) {
    const Node& node = nodes_[n];
    const std::uint32_t after_gap = node.after_gap == 0 ? 0 : before + node.after_gap;
    const std::uint32_t edges_begin = end_of(matcher.edges_);
    for (const RankedEdge& edge : edges_of(node)) {
      matcher.edges_.push_back({edge.spelling, before + edge.to});
      matcher.leading_on_.add(end_of(matcher.nodes_), edge.spelling);
    }
    matcher.nodes_.push_back({edges_begin, end_of(matcher.ids_), after_gap});
    for (const std::uint32_t id : node.ids) matcher.ids_.push_back({part, id});
  }
  std::vector<Beginning> beginnings;
  for (const RankedEdge& edge : edges_of(nodes_.front())) {
    beginnings.push_back({edge.spelling, before + edge.to});
  }
  return beginnings;
}

}  // namespace postbox::classify
