#include "classify/urgency.hpp"

#include <algorithm>
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

UrgencyWatch::UrgencyWatch(const UrgentWords& vocabulary, const WordLists& lists)
    : threshold_(vocabulary.threshold), matcher_(lists) {
  for (const WeightedPhrase& each : vocabulary.danger) {
    matcher_.add(each.phrase, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back({Role::danger, each.weight});
  }
  add(vocabulary.now, Role::now);
  add(vocabulary.over, Role::over);
  add(vocabulary.harmless, Role::harmless);
}

void UrgencyWatch::add(const Phrases& phrases, Role role) {
  for (const std::string& phrase : phrases) {
    matcher_.add(phrase, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back({role, 0});
  }
}

bool UrgencyWatch::is_urgent(const std::vector<Word>& words) const {
  const std::vector<Hit> hits = longest_only(matcher_.find(words));
  Near now(words.size(), now_words);
  Near over(words.size(), over_words);
  for (const Hit& hit : hits) {
    if (entries_[hit.id].role == Role::now) now.add(hit);
    if (entries_[hit.id].role == Role::over) over.add(hit);
  }
  const std::vector<bool> is_now = now.places();
  const std::vector<bool> is_over = over.places();
  double doubt = 1;
  std::set<std::uint32_t> counted;
  for (const Hit& hit : hits) {
    if (entries_[hit.id].role != Role::danger || !counted.insert(hit.id).second) continue;
    const double factor = (is_now[hit.first] ? now_factor : 1) * (is_over[hit.first] ? over_factor : 1);
    doubt *= 1 - std::min(entries_[hit.id].weight * factor, weight_max);
  }
  return 1 - doubt >= threshold_;
}

}  // namespace postbox::classify
