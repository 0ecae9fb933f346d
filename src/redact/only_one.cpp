#include "redact/only_one.hpp"

#include <algorithm>

#include "redact/one_of.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t words_before_person_max =
    4;  // "the only profoundly deaf ten year old girl" has more: its age tells
constexpr std::size_t words_before_group_max = 5;  // "in the whole of his year"
constexpr std::size_t words_before_trait_max = 7;  // "with a diagnosis of"

class OnlyOnes {
 public:
  OnlyOnes(RareTokens tokens, const std::vector<FoundClue>& clues)
      : tokens_(tokens), trait_(tokens.size(), false), group_end_(tokens.size(), 0) {
    for (const FoundClue& found : clues) mark(found);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      // "the only Roma child": beside "only" it needs nobody to be called so.
      if (words_at(tokens, i, RareList::background) > 0) trait_[i] = true;
      const std::size_t words = words_at(tokens, i, RareList::group);
      if (words > 0) group_end_[i] = std::max(group_end_[i], i + words);
    }
  }

  std::vector<FoundClue> find() const {
    std::vector<FoundClue> found;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const std::size_t end = end_of_only_one(i);
      if (end != 0) found.push_back({Clue::only_one, i, end});
    }
    return found;
  }

 private:
  void mark(const FoundClue& found) {
    switch (found.clue) {
      case Clue::condition:
      case Clue::need:
      case Clue::family:
      case Clue::role:
        for (std::size_t i = found.begin; i < found.end; ++i) trait_[i] = true;
        break;
      case Clue::place:
      case Clue::school:
      case Clue::age:
        group_end_[found.begin] = found.end;
        break;
      case Clue::only_one:
      case Clue::background:
        break;
    }
  }

  bool goes_on(std::size_t from, std::size_t at) const {
    return at < tokens_.size() && tokens_[at].sentence == tokens_[from].sentence;
  }

  std::size_t end_of_only_one(std::size_t at) const {
    if (const std::size_t words = words_at(tokens_, at, RareList::nobody_else)) {
      return end_of_group(at, at + words);
    }
    const std::size_t words = words_at(tokens_, at, RareList::only);
    return words > 0 ? end_of_person(at, at + words) : 0;
  }

  // From behind "the only": 0 where no person stands there, or nothing that makes the person the only one.
  std::size_t end_of_person(std::size_t from, std::size_t at) const {
    bool rare = false;
    for (std::size_t i = at; i <= at + words_before_person_max && goes_on(from, i); ++i) {
      rare = rare || trait_[i];
      const std::size_t words = words_at(tokens_, i, RareList::person);
      if (words == 0) continue;
      const std::size_t end = i + words;
      if (const std::size_t group = end_of_group_behind(from, end)) return group;
      if (rare) return end;
      return end_of_trait(from, end);
    }
    return 0;
  }

  std::size_t end_of_group_behind(std::size_t from, std::size_t at) const {
    if (goes_on(from, at) && one_of({"left", "there", "here", "still"}, tokens_[at].word)) ++at;
    const bool leads =
        goes_on(from, at) && one_of({"in", "at", "of", "from", "on", "within"}, tokens_[at].word);
    return leads ? end_of_group(from, at + 1) : 0;
  }

  std::size_t end_of_group(std::size_t from, std::size_t at) const {
    for (std::size_t i = at; i <= at + words_before_group_max && goes_on(from, i); ++i) {
      if (group_end_[i] != 0) return group_end_[i];
    }
    return 0;
  }

  // "with a cochlear implant", "who is deaf".
  std::size_t end_of_trait(std::size_t from, std::size_t at) const {
    if (!goes_on(from, at) || !one_of({"with", "who", "using", "on", "that"}, tokens_[at].word)) return 0;
    for (std::size_t i = at + 1; i <= at + words_before_trait_max && goes_on(from, i); ++i) {
      if (trait_[i]) return i + 1;
    }
    return 0;
  }

  RareTokens tokens_;
  std::vector<bool> trait_;
  std::vector<std::size_t> group_end_;  // 0: no group begins there
};

}  // namespace

std::vector<FoundClue> find_only_ones(RareTokens tokens, const std::vector<FoundClue>& clues) {
  return OnlyOnes(tokens, clues).find();
}

}  // namespace postbox::redact
