#include "classify/areas.hpp"

#include <algorithm>
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

bool overlaps(const std::vector<bool>& taken, const Hit& hit) {
  for (std::size_t at = hit.first; at < hit.last; ++at) {
    if (taken[at]) return true;
  }
  return false;
}

// Every way in which the deciding words were typed, once.
std::vector<std::string> as_typed(std::string_view text, const std::vector<Word>& words,
                                  const std::vector<Hit>& deciding) {
  std::vector<std::string> all;
  std::set<std::string_view> seen;
  for (const Hit& hit : deciding) {
    const std::size_t begin = words[hit.first].begin;
    const std::string_view typed = text.substr(begin, words[hit.last - 1].end - begin);
    if (seen.insert(typed).second) all.emplace_back(typed);
  }
  return all;
}

AreaList by_score(const PerArea<double>& scores, double at_least) {
  AreaList areas;
  for (const ServiceArea area : service_areas) {
    if (scores[index_of(area)] >= at_least && scores[index_of(area)] > 0) areas.push_back(area);
  }
  std::stable_sort(areas.begin(), areas.end(),
                   [&](ServiceArea a, ServiceArea b) { return scores[index_of(a)] > scores[index_of(b)]; });
  return areas;
}

}  // namespace

AreaSorter::AreaSorter(const AreaWords& vocabulary, const WordLists& lists)
    : threshold_(vocabulary.threshold), tick_(vocabulary.tick), matcher_(lists) {
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

void AreaSorter::add(const Phrases& phrases, Role role) {
  for (const std::string& phrase : phrases) {
    matcher_.add(phrase, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back({role, ServiceArea::camhs, 0});
  }
}

// At which words a service is mentioned only.
std::vector<bool> AreaSorter::mentions(const Hits& hits, std::size_t words) const {
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

PerArea<AreaSorter::Hits> AreaSorter::by_area(const Hits& hits, std::size_t words) const {
  const std::vector<bool> mentioned = mentions(hits, words);
  PerArea<Hits> found;
  for (const Hit& hit : hits) {
    const Entry& entry = entries_[hit.id];
    const bool only_mentioned = mentioned[hit.first] || mentioned[hit.last - 1];
    if (entry.role == Role::area && !only_mentioned) found[index_of(entry.area)].push_back(hit);
  }
  return found;
}

// Heaviest first, none overlapping another.
AreaSorter::Hits AreaSorter::deciding(Hits hits, std::size_t words) const {
  std::stable_sort(hits.begin(), hits.end(),
                   [&](const Hit& a, const Hit& b) { return entries_[a.id].weight > entries_[b.id].weight; });
  std::vector<bool> taken(words);
  Hits kept;
  for (const Hit& hit : hits) {
    if (overlaps(taken, hit)) continue;
    mark(taken, hit.first, hit.last);
    kept.push_back(hit);
  }
  return kept;
}

double AreaSorter::score(const Hits& deciding, bool ticked) const {
  double doubt = ticked ? 1 - tick_ : 1;
  std::set<std::uint32_t> counted;
  for (const Hit& hit : deciding) {
    if (counted.insert(hit.id).second) doubt *= 1 - entries_[hit.id].weight;
  }
  return 1 - doubt;
}

AreaVerdict AreaSorter::sort(std::string_view text, const std::vector<Word>& words,
                             const AreaList& ticked) const {
  AreaVerdict verdict;
  const PerArea<Hits> found = by_area(longest_only(matcher_.find(words)), words.size());
  for (const ServiceArea area : service_areas) {
    const Hits hits = deciding(found[index_of(area)], words.size());
    const bool tick = std::find(ticked.begin(), ticked.end(), area) != ticked.end();
    verdict.scores[index_of(area)] = score(hits, tick);
    verdict.why[index_of(area)] = as_typed(text, words, hits);
  }
  verdict.areas = by_score(verdict.scores, threshold_);
  verdict.guesses = by_score(verdict.scores, 0);
  if (verdict.guesses.size() > 2) verdict.guesses.resize(2);
  return verdict;
}

}  // namespace postbox::classify
