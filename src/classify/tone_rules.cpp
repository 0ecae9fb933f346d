#include "classify/tone_rules.hpp"

#include <algorithm>
#include <set>

namespace postbox::classify {
namespace {

constexpr std::size_t negation_words_max = 3;

void raise(double& sum, double weight) { sum = 1 - (1 - sum) * (1 - weight); }

}  // namespace

ToneListener::ToneListener(const ToneWords& vocabulary, const WordLists& lists)
    : threshold_(vocabulary.threshold), matcher_(lists) {
  add(vocabulary.praise, Role::praise);
  add(vocabulary.concern, Role::concern);
  add(vocabulary.suggestion, Role::suggestion);
  add(vocabulary.negation, Role::negation);
  add(vocabulary.of_no_tone, Role::nothing);
}

void ToneListener::add(const WeightedPhrases& phrases, Role role) {
  for (const WeightedPhrase& each : phrases) {
    matcher_.add(each.phrase, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back({role, each.weight});
  }
}

void ToneListener::add(const Phrases& phrases, Role role) {
  for (const std::string& phrase : phrases) {
    matcher_.add(phrase, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back({role, 0});
  }
}

ToneListener::Heard ToneListener::hear(const std::vector<Hit>& hits, std::size_t words) const {
  std::vector<bool> denied(words + 1);
  for (const Hit& hit : hits) {
    if (entries_[hit.id].role != Role::negation) continue;
    const std::size_t until = std::min(hit.last + negation_words_max, words + 1);
    std::fill(denied.begin() + static_cast<std::ptrdiff_t>(hit.last),
              denied.begin() + static_cast<std::ptrdiff_t>(until), true);
  }
  Heard heard;
  std::set<std::uint32_t> counted;  // a phrase said twice counts once
  for (const Hit& hit : hits) {
    const Entry& entry = entries_[hit.id];
    const bool is_denied = denied[hit.first] || denied[hit.last - 1];
    if (!counted.insert(hit.id * 2 + (is_denied ? 1 : 0)).second) continue;
    if (entry.role == Role::praise && is_denied) raise(heard.concern, entry.weight);
    if (entry.role == Role::praise && !is_denied) raise(heard.praise, entry.weight);
    if (entry.role == Role::concern && !is_denied) raise(heard.concern, entry.weight);
    if (entry.role == Role::suggestion) raise(heard.suggestion, entry.weight);
  }
  return heard;
}

Tone ToneListener::listen(const std::vector<Word>& words, bool about_a_service) const {
  const Heard heard = hear(longest_only(matcher_.find(words)), words.size());
  const bool concern = heard.concern >= threshold_;
  if (heard.suggestion >= threshold_ && heard.suggestion >= heard.concern) return Tone::suggestion;
  if (heard.praise >= threshold_) return concern ? Tone::mixed : Tone::praise;
  if (concern) return Tone::concern;
  if (heard.praise > heard.concern) return Tone::praise;
  return about_a_service ? Tone::concern : Tone::neutral;
}

}  // namespace postbox::classify
