#include "classify/danger_signs.hpp"

#include <algorithm>

namespace postbox::classify {
namespace {

constexpr std::size_t now_words = 40;
constexpr std::size_t over_words = 12;
constexpr double now_factor = 1.5;
constexpr double over_factor = 0.35;
constexpr double plain_weight = 0.9;
constexpr double weight_max = 0.95;

// Which words stand within `reach` words of a hit.
class Near {
 public:
  Near(std::size_t words, std::size_t reach) : reach_(reach), change_(words + 1) {}
  void add(const Hit& hit) {
    ++change_[hit.first - std::min<std::size_t>(hit.first, reach_)];
    --change_[std::min<std::size_t>(hit.last + reach_, change_.size() - 1)];
  }
  OfWords places() const {
    OfWords near(change_.size());
    int open = 0;
    for (std::size_t at = 0; at < change_.size(); ++at) {
      open += change_[at];
      near[at] = open > 0 ? 1 : 0;
    }
    return near;
  }

 private:
  std::size_t reach_;
  std::vector<int> change_;
};

}  // namespace

Phrases DangerSigns::phrases_of(const UrgentWords& vocabulary) {
  Phrases phrases = vocabulary.plain;
  for (const WeightedPhrase& each : vocabulary.danger) phrases.push_back(each.phrase);
  for (const Phrases* others : {&vocabulary.now, &vocabulary.over, &vocabulary.harmless}) {
    phrases.insert(phrases.end(), others->begin(), others->end());
  }
  return phrases;
}

// In the order of phrases_of().
std::vector<DangerSigns::Entry> DangerSigns::entries_of(const UrgentWords& vocabulary) {
  std::vector<Entry> entries(vocabulary.plain.size(), {Role::plain, plain_weight});
  for (const WeightedPhrase& each : vocabulary.danger) entries.push_back({Role::danger, each.weight});
  const auto add = [&](const Phrases& phrases, Role role) {
    entries.resize(entries.size() + phrases.size(), {role, 0});
  };
  add(vocabulary.now, Role::now);
  add(vocabulary.over, Role::over);
  add(vocabulary.harmless, Role::harmless);
  return entries;
}

OfWords DangerSigns::near(const Hits& hits, Role role, std::size_t words, std::size_t reach) const {
  Near places(words, reach);
  for (const Hit& hit : hits) {
    if (entries_[hit.id].role == role) places.add(hit);
  }
  return places.places();
}

// Asked of all that was found, for a longer phrase of danger does not make it less plain. Both lists come by
// first word.
bool DangerSigns::is_said_plainly(const Hits& found, const Hits& kept, const OfWords& is_over) const {
  auto other = kept.begin();
  std::size_t harmless_until = 0;  // the furthest end of a figure of speech that has begun
  for (const Hit& hit : found) {
    for (; other != kept.end() && other->first <= hit.first; ++other) {
      if (entries_[other->id].role == Role::harmless) {
        harmless_until = std::max<std::size_t>(harmless_until, other->last);
      }
    }
    const bool is_harmless = hit.last <= harmless_until;
    if (entries_[hit.id].role == Role::plain && !is_harmless && is_over[hit.first] == 0) return true;
  }
  return false;
}

bool DangerSigns::find(const Hits& found, std::size_t words, std::vector<Sign>& signs) const {
  const Hits hits = longest(found);
  if (std::none_of(hits.begin(), hits.end(), [&](const Hit& hit) { return is_danger(hit); })) return false;
  const OfWords is_now = near(hits, Role::now, words, now_words);
  const OfWords is_over = near(hits, Role::over, words, over_words);
  std::vector<bool> counted(entries_.size());
  for (const Hit& hit : hits) {
    if (!is_danger(hit) || counted[hit.id]) continue;
    counted[hit.id] = true;
    const double factor =
        (is_now[hit.first] != 0 ? now_factor : 1) * (is_over[hit.first] != 0 ? over_factor : 1);
    const double weight = std::min(entries_[hit.id].weight * factor, weight_max);
    signs.push_back({hit.first, hit.last, sign_of_danger, sign_weight(weight)});
  }
  return is_said_plainly(found, hits, is_over);
}

}  // namespace postbox::classify
