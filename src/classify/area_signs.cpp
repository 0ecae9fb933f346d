#include "classify/area_signs.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace postbox::classify {
namespace {

// How near the words of a mention stand to the service's, in words.
constexpr std::size_t before_words_max = 1;  // "nothing to do with [the] camhs"
constexpr std::size_t after_words_max = 3;   // "camhs [and their team] have been fine"
constexpr std::size_t turn_words_max = 12;   // "... no moan there. It is about"

void mark(std::vector<bool>& places, std::size_t from, std::size_t until) {
  for (std::size_t at = from; at < std::min(until, places.size()); ++at) places[at] = true;
}

}  // namespace

AreaSigns::AreaSigns(const AreaWords& vocabulary, const WordLists& lists) : matcher_(lists) {
  for (const ServiceArea area : service_areas) {
    for (const WeightedPhrase& each : vocabulary.areas[index_of(area)]) {
      matcher_.add(each.phrase, static_cast<std::uint32_t>(entries_.size()));
      entries_.push_back({Role::area, area, each.weight});
    }
  }
  add(vocabulary.of_no_area, Role::no_area);
  add(vocabulary.mention_before, Role::mention_before);
  add(vocabulary.mention_after, Role::mention_after);
  add(vocabulary.turn, Role::turn);
}

void AreaSigns::add(const Phrases& phrases, Role role) {
  for (const std::string& phrase : phrases) {
    matcher_.add(phrase, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back({role, ServiceArea::camhs, 0});
  }
}

// At which words a service is mentioned only.
std::vector<bool> AreaSigns::mentions(const Hits& hits, std::size_t words) const {
  std::vector<bool> turns(words + 1);  // a turn starts within reach
  std::vector<bool> mentioned(words);
  for (const Hit& hit : hits) {
    if (entries_[hit.id].role != Role::turn) continue;
    mark(turns, hit.first - std::min(hit.first, turn_words_max), hit.first + 1);
  }
  for (const Hit& hit : hits) {
    const Role role = entries_[hit.id].role;
    if (role == Role::mention_before) mark(mentioned, hit.last, hit.last + before_words_max + 1);
    if (role == Role::mention_after && turns[hit.last]) {
      mark(mentioned, hit.first - std::min(hit.first, after_words_max + 1), hit.first);
    }
  }
  return mentioned;
}

PerArea<AreaSigns::Hits> AreaSigns::by_area(const Hits& hits, const std::vector<bool>& mentioned) const {
  PerArea<Hits> found;
  for (const Hit& hit : hits) {
    const Entry& entry = entries_[hit.id];
    const bool only_mentioned = mentioned[hit.first] || mentioned[hit.last - 1];
    if (entry.role == Role::area && !only_mentioned) found[index_of(entry.area)].push_back(hit);
  }
  return found;
}

// Heaviest first, none overlapping another, each phrase once. `taken` says which area's turn took a word.
void AreaSigns::keep_deciding(Hits hits, std::vector<std::size_t>& taken, std::vector<Sign>& signs) const {
  if (hits.empty()) return;
  const std::size_t area = index_of(entries_[hits.front().id].area);
  std::stable_sort(hits.begin(), hits.end(),
                   [&](const Hit& a, const Hit& b) { return entries_[a.id].weight > entries_[b.id].weight; });
  std::set<std::uint32_t> counted;
  for (const Hit& hit : hits) {
    const auto first = taken.begin() + static_cast<std::ptrdiff_t>(hit.first);
    const auto last = taken.begin() + static_cast<std::ptrdiff_t>(hit.last);
    if (std::find(first, last, area + 1) != last) continue;
    std::fill(first, last, area + 1);
    if (!counted.insert(hit.id).second) continue;
    signs.push_back({hit.first, hit.last, area, -std::log1p(-entries_[hit.id].weight)});
  }
}

std::vector<bool> AreaSigns::find(const std::vector<Word>& words, std::vector<Sign>& signs) const {
  const Hits hits = longest_only(matcher_.find(words));
  std::vector<bool> mentioned = mentions(hits, words.size());
  PerArea<Hits> found = by_area(hits, mentioned);
  std::vector<std::size_t> taken(words.size());
  for (Hits& each : found) keep_deciding(std::move(each), taken, signs);
  return mentioned;
}

}  // namespace postbox::classify
