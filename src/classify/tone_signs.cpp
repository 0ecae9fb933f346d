#include "classify/tone_signs.hpp"

#include <algorithm>

namespace postbox::classify {
namespace {

constexpr std::size_t negation_words_max = 3;

}  // namespace

Phrases ToneSigns::phrases_of(const ToneWords& vocabulary) {
  Phrases phrases;
  for (const WeightedPhrases* some : {&vocabulary.praise, &vocabulary.concern, &vocabulary.suggestion}) {
    for (const WeightedPhrase& each : *some) phrases.push_back(each.phrase);
  }
  for (const Phrases* others : {&vocabulary.negation, &vocabulary.of_no_tone}) {
    phrases.insert(phrases.end(), others->begin(), others->end());
  }
  return phrases;
}

// In the order of phrases_of().
std::vector<ToneSigns::Entry> ToneSigns::entries_of(const ToneWords& vocabulary) {
  std::vector<Entry> entries;
  const auto add_weighted = [&](const WeightedPhrases& phrases, Role role) {
    for (const WeightedPhrase& each : phrases) entries.push_back({role, sign_weight(each.weight)});
  };
  const auto add = [&](const Phrases& phrases, Role role) {
    entries.resize(entries.size() + phrases.size(), {role, 0});
  };
  add_weighted(vocabulary.praise, Role::praise);
  add_weighted(vocabulary.concern, Role::concern);
  add_weighted(vocabulary.suggestion, Role::suggestion);
  add(vocabulary.negation, Role::negation);
  add(vocabulary.of_no_tone, Role::nothing);
  return entries;
}

OfWords ToneSigns::denied_words(const Hits& hits, std::size_t words) const {
  OfWords denied(words + 1);
  for (const Hit& hit : hits) {
    if (entries_[hit.id].role != Role::negation) continue;
    const std::size_t until = std::min(hit.last + negation_words_max, words + 1);
    for (std::size_t at = hit.last; at < until; ++at) denied[at] = 1;
  }
  return denied;
}

std::optional<std::size_t> ToneSigns::kind_of(Role role, bool is_denied) {
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
}

OfWords ToneSigns::find(const Hits& found, std::size_t words, std::vector<Sign>& signs) const {
  const Hits hits = longest(found);
  OfWords denied = denied_words(hits, words);
  std::vector<bool> counted(entries_.size() * 2);  // plain and denied
  for (const Hit& hit : hits) {
    const bool is_denied = denied[hit.first] != 0 || denied[hit.last - 1] != 0;
    const auto kind = kind_of(entries_[hit.id].role, is_denied);
    const std::size_t heard = hit.id * 2 + (is_denied ? 1 : 0);
    if (!kind || counted[heard]) continue;
    counted[heard] = true;
    signs.push_back({hit.first, hit.last, *kind, entries_[hit.id].sign_weight});
  }
  return denied;
}

}  // namespace postbox::classify
