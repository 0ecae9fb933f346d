#include "classify/tone_signs.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace postbox::classify {
namespace {

constexpr std::size_t negation_words_max = 3;

}  // namespace

ToneSigns::ToneSigns(const ToneWords& vocabulary, const WordLists& lists) : matcher_(lists) {
  add(vocabulary.praise, Role::praise);
  add(vocabulary.concern, Role::concern);
  add(vocabulary.suggestion, Role::suggestion);
  add(vocabulary.negation, Role::negation);
  add(vocabulary.of_no_tone, Role::nothing);
}

void ToneSigns::add(const WeightedPhrases& phrases, Role role) {
  for (const WeightedPhrase& each : phrases) {
    matcher_.add(each.phrase, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back({role, each.weight});
  }
}

void ToneSigns::add(const Phrases& phrases, Role role) {
  for (const std::string& phrase : phrases) {
    matcher_.add(phrase, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back({role, 0});
  }
}

std::vector<bool> ToneSigns::denied_words(const std::vector<Hit>& hits, std::size_t words) const {
  std::vector<bool> denied(words + 1);
  for (const Hit& hit : hits) {
    if (entries_[hit.id].role != Role::negation) continue;
    const std::size_t until = std::min(hit.last + negation_words_max, words + 1);
    for (std::size_t at = hit.last; at < until; ++at) denied[at] = true;
  }
  return denied;
}

std::vector<bool> ToneSigns::find(const std::vector<Word>& words, std::vector<Sign>& signs) const {
  const std::vector<Hit> hits = longest_only(matcher_.find(words));
  std::vector<bool> denied = denied_words(hits, words.size());
  const auto kind = [](Role role, bool is_denied) -> std::optional<std::size_t> {
    switch (role) {
      case Role::praise:
        return is_denied ? sign_of_concern : sign_of_praise;
      case Role::concern:
        if (is_denied) return std::nullopt;
        return sign_of_concern;
      case Role::suggestion:
        return sign_of_suggestion;
      case Role::negation:
      case Role::nothing:
        break;
    }
    return std::nullopt;
  };
  std::set<std::uint32_t> counted;
  for (const Hit& hit : hits) {
    const Entry& entry = entries_[hit.id];
    const bool is_denied = denied[hit.first] || denied[hit.last - 1];
    if (!counted.insert(hit.id * 2 + (is_denied ? 1 : 0)).second) continue;
    if (const auto heard = kind(entry.role, is_denied)) {
      signs.push_back({hit.first, hit.last, *heard, -std::log1p(-entry.weight)});
    }
  }
  return denied;
}

}  // namespace postbox::classify
