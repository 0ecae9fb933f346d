#include "classify/danger_signs.hpp"

#include <algorithm>
#include <cmath>
#include <set>

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
    ++change_[hit.first - std::min(hit.first, reach_)];
    --change_[std::min(hit.last + reach_, change_.size() - 1)];
  }
  std::vector<bool> places() const {
    std::vector<bool> near(change_.size());
    int open = 0;
    for (std::size_t at = 0; at < change_.size(); ++at) {
      open += change_[at];
      near[at] = open > 0;
    }
    return near;
  }

 private:
  std::size_t reach_;
  std::vector<int> change_;
};

}  // namespace

DangerSigns::DangerSigns(const UrgentWords& vocabulary, const WordLists& lists) : matcher_(lists) {
  for (const WeightedPhrase& each : vocabulary.danger) {
    matcher_.add(each.phrase, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back({Role::danger, each.weight});
  }
  add(vocabulary.now, Role::now);
  add(vocabulary.over, Role::over);
  add(vocabulary.harmless, Role::harmless);
}

void DangerSigns::add(const Phrases& phrases, Role role) {
  for (const std::string& phrase : phrases) {
    matcher_.add(phrase, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back({role, 0});
  }
}

void DangerSigns::find(const std::vector<Word>& words, std::vector<Sign>& signs) const {
  const std::vector<Hit> hits = longest_only(matcher_.find(words));
  Near now(words.size(), now_words);
  Near over(words.size(), over_words);
  for (const Hit& hit : hits) {
    if (entries_[hit.id].role == Role::now) now.add(hit);
    if (entries_[hit.id].role == Role::over) over.add(hit);
  }
  const std::vector<bool> is_now = now.places();
  const std::vector<bool> is_over = over.places();
  std::set<std::uint32_t> counted;
  for (const Hit& hit : hits) {
    if (entries_[hit.id].role != Role::danger || !counted.insert(hit.id).second) continue;
    const double factor = (is_now[hit.first] ? now_factor : 1) * (is_over[hit.first] ? over_factor : 1);
    const double weight = std::min(entries_[hit.id].weight * factor, weight_max);
    signs.push_back({hit.first, hit.last, sign_of_danger, -std::log1p(-weight)});
  }
}

}  // namespace postbox::classify
