#include "redact/rare.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "redact/only_one.hpp"

namespace postbox::redact {
namespace {

// The first words that gave a clue, and where it stands.
struct Seen {
  std::string_view words;
  std::size_t sentence;
};
using ByClue = std::map<Clue, std::vector<Seen>>;

void look_through(std::string_view text, const RareWords& words, std::size_t& sentence, ByClue& seen) {
  Reading reading(text, words.marks());
  reading.read(text, {});
  const std::vector<RareToken> tokens = words.tokens(reading, sentence);
  const std::vector<FoundClue> clues = find_clues(tokens);
  const auto add = [&](const FoundClue& found) {
    const std::size_t begin = tokens[found.begin].span.begin;
    const std::size_t end = tokens[found.end - 1].span.end;
    seen[found.clue].push_back({text.substr(begin, end - begin), tokens[found.begin].sentence});
  };
  for (const FoundClue& found : clues) add(found);
  for (const FoundClue& found : find_only_ones(tokens, clues)) add(found);
}

bool may_hold(ListBits lists, const Combination& combination) {
  return std::all_of(combination.clues.begin(), combination.clues.end(),
                     [lists](Clue clue) { return (lists & lists_of(clue)) != 0; });
}

bool is_in_sentence(const std::vector<Seen>& seen, std::size_t sentence) {
  return std::any_of(seen.begin(), seen.end(), [&](const Seen& one) { return one.sentence == sentence; });
}

bool holds(const Combination& combination, const ByClue& seen) {
  const auto is_seen = [&](Clue clue) { return seen.contains(clue); };
  if (!std::all_of(combination.clues.begin(), combination.clues.end(), is_seen)) return false;
  if (!combination.in_one_sentence) return true;
  const auto& first = seen.at(combination.clues.front());
  return std::any_of(first.begin(), first.end(), [&](const Seen& one) {
    return std::all_of(combination.clues.begin(), combination.clues.end(),
                       [&](Clue clue) { return is_in_sentence(seen.at(clue), one.sentence); });
  });
}

std::string on_one_line(std::string_view words) {
  std::string line(words);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

}  // namespace

std::string RareCombinations::find(std::span<const std::string_view> redacted) const {
  ListBits lists = 0;
  for (const std::string_view text : redacted) lists |= words_.glance(text);
  const bool may_be_rare =
      std::any_of(combinations_.begin(), combinations_.end(),
                  [lists](const Combination& combination) { return may_hold(lists, combination); });
  if (!may_be_rare) return {};
  ByClue seen;
  std::size_t sentence = 0;
  for (const std::string_view text : redacted) look_through(text, words_, sentence, seen);
  std::vector<Clue> rare;
  for (const Combination& combination : combinations_) {
    if (holds(combination, seen)) rare.insert(rare.end(), combination.clues.begin(), combination.clues.end());
  }
  std::string why;
  for (const auto& [clue, where] : seen) {
    if (std::find(rare.begin(), rare.end(), clue) == rare.end()) continue;
    if (!why.empty()) why += "; ";
    why += name_of(clue);
    why += " (" + on_one_line(where.front().words) + ")";
  }
  return why;
}

}  // namespace postbox::redact
