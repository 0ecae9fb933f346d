#include "classify/danger_signs.hpp"

#include <algorithm>

namespace postbox::classify {
namespace {

constexpr std::size_t now_words = 40;
constexpr std::size_t over_words = 12;
constexpr std::size_t over_words_of_plain = 6;
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
  for (const std::string& phrase : vocabulary.over) {
    const bool is_word = phrase.find(' ') == std::string::npos;
    entries.push_back({is_word ? Role::over_word : Role::over, 0});
  }
  add(vocabulary.harmless, Role::harmless);
  return entries;
}

OfWords DangerSigns::near(const Hits& hits, std::initializer_list<Role> roles, std::size_t words,
                          std::size_t reach) const {
  Near places(words, reach);
  for (const Hit& hit : hits) {
    if (std::find(roles.begin(), roles.end(), entries_[hit.id].role) != roles.end()) places.add(hit);
  }
  return places.places();
}

// Asked of all that was found, for a longer phrase of danger does not make it less plain.
bool DangerSigns::is_said_plainly(const Hits& found, const Hits& kept, std::size_t words) const {
  const auto is_plain = [&](const Hit& hit) { return entries_[hit.id].role == Role::plain; };
  const auto first_plain = std::find_if(found.begin(), found.end(), is_plain);
  if (first_plain == found.end()) return false;  // as nearly always
  const OfWords is_over = near(kept, {Role::over}, words, over_words_of_plain);
  const OfWords is_harmless = near(kept, {Role::harmless}, words, 0);
  return std::any_of(first_plain, found.end(), [&](const Hit& hit) {
    if (!is_plain(hit) || is_over[hit.first] != 0) return false;
    const auto begin = is_harmless.begin() + hit.first;
    return std::all_of(begin, begin + (hit.last - hit.first), [](unsigned char held) { return held == 0; });
  });
}

bool DangerSigns::find(const Hits& found, std::size_t words, std::vector<Sign>& signs) const {
  if (std::none_of(found.begin(), found.end(), [&](const Hit& hit) { return is_danger(hit); })) return false;
  const Hits hits = longest(found);
  const OfWords is_now = near(hits, {Role::now}, words, now_words);
  const OfWords is_over = near(hits, {Role::over, Role::over_word}, words, over_words);
  std::vector<bool> counted(entries_.size());
  for (const Hit& hit : hits) {
    if (!is_danger(hit) || counted[hit.id]) continue;
    counted[hit.id] = true;
    const double factor =
        (is_now[hit.first] != 0 ? now_factor : 1) * (is_over[hit.first] != 0 ? over_factor : 1);
    const double weight = std::min(entries_[hit.id].weight * factor, weight_max);
    signs.push_back({hit.first, hit.last, sign_of_danger, sign_weight(weight)});
  }
  return is_said_plainly(found, hits, words);
}

}  // namespace postbox::classify
