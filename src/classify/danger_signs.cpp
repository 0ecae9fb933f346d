#include "classify/danger_signs.hpp"

#include <algorithm>

#include "classify/standing.hpp"

namespace postbox::classify {
namespace {

constexpr std::size_t now_words = 40;
constexpr std::size_t over_words = 12;
constexpr double now_factor = 1.5;
constexpr double over_factor = 0.35;
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
  Phrases phrases;
  for (const WeightedPhrase& each : vocabulary.danger) phrases.push_back(each.phrase);
  for (const Phrases* others : {&vocabulary.now, &vocabulary.over, &vocabulary.harmless}) {
    phrases.insert(phrases.end(), others->begin(), others->end());
  }
  return phrases;
}

// In the order of phrases_of().
std::vector<DangerSigns::Entry> DangerSigns::entries_of(const UrgentWords& vocabulary) {
  std::vector<Entry> entries;
  for (const WeightedPhrase& each : vocabulary.danger) entries.push_back({Role::danger, each.weight});
  const auto add = [&](const Phrases& phrases, Role role) {
    entries.resize(entries.size() + phrases.size(), {role, 0});
  };
  add(vocabulary.now, Role::now);
  add(vocabulary.over, Role::over);
  add(vocabulary.harmless, Role::harmless);
  return entries;
}

void DangerSigns::find(const Hits& found, std::size_t words, std::vector<Sign>& signs) const {
  const Hits hits = longest(found);
  const auto is_danger = [&](const Hit& hit) { return entries_[hit.id].role == Role::danger; };
  if (std::none_of(hits.begin(), hits.end(), is_danger)) return;
  Near now(words, now_words);
  Near over(words, over_words);
  for (const Hit& hit : hits) {
    if (entries_[hit.id].role == Role::now) now.add(hit);
    if (entries_[hit.id].role == Role::over) over.add(hit);
  }
  const OfWords is_now = now.places();
  const OfWords is_over = over.places();
  std::vector<bool> counted(entries_.size());
  for (const Hit& hit : hits) {
    if (!is_danger(hit) || counted[hit.id]) continue;
    counted[hit.id] = true;
    const double factor =
        (is_now[hit.first] != 0 ? now_factor : 1) * (is_over[hit.first] != 0 ? over_factor : 1);
    const double weight = std::min(entries_[hit.id].weight * factor, weight_max);
    signs.push_back({hit.first, hit.last, sign_of_danger, sign_weight(weight)});
  }
}

}  // namespace postbox::classify
