#include "classify/area_signs.hpp"

#include <algorithm>

#include "classify/few.hpp"

namespace postbox::classify {
namespace {

// How near the words of a mention stand to the service's, in words.
constexpr std::size_t before_words_max = 1;  // "nothing to do with [the] camhs"
constexpr std::size_t after_words_max = 3;   // "camhs [and their team] have been fine"
constexpr std::size_t turn_words_max = 12;   // "... no moan there. It is about"

void mark(OfWords& places, std::size_t from, std::size_t until) {
  for (std::size_t at = from; at < std::min(until, places.size()); ++at) places[at] = 1;
}

std::size_t back(std::size_t from, std::size_t words) { return from - std::min(from, words); }

}  // namespace

Phrases AreaSigns::phrases_of(const AreaWords& vocabulary) {
  Phrases phrases;
  for (const WeightedPhrases& area : vocabulary.areas) {
    for (const WeightedPhrase& each : area) phrases.push_back(each.phrase);
  }
  for (const Phrases* others :
       {&vocabulary.of_no_area, &vocabulary.mention_before, &vocabulary.mention_after, &vocabulary.turn}) {
    phrases.insert(phrases.end(), others->begin(), others->end());
  }
  return phrases;
}

// In the order of phrases_of().
std::vector<AreaSigns::Entry> AreaSigns::entries_of(const AreaWords& vocabulary) {
  std::vector<Entry> entries;
  for (const ServiceArea area : service_areas) {
    for (const WeightedPhrase& each : vocabulary.areas[index_of(area)]) {
      entries.push_back({Role::area, area, each.weight, sign_weight(each.weight)});
    }
  }
  const auto add = [&](const Phrases& phrases, Role role) {
    entries.resize(entries.size() + phrases.size(), {role, ServiceArea::camhs, 0, 0});
  };
  add(vocabulary.of_no_area, Role::no_area);
  add(vocabulary.mention_before, Role::mention_before);
  add(vocabulary.mention_after, Role::mention_after);
  add(vocabulary.turn, Role::turn);
  return entries;
}

// At which words a service is mentioned only; the words that say so are among them, for they are of no
// service.
OfWords AreaSigns::mentions(const Hits& hits, std::size_t words) const {
  OfWords turns(words + 1);  // a turn starts within reach
  OfWords mentioned(words);
  for (const Hit& hit : hits) {
    if (entries_[hit.id].role == Role::turn) mark(turns, back(hit.first, turn_words_max), hit.first + 1);
  }
  for (const Hit& hit : hits) {
    const Role role = entries_[hit.id].role;
    if (role == Role::mention_before) mark(mentioned, hit.first, hit.last + before_words_max + 1);
    if (role == Role::mention_after && turns[hit.last] != 0) {
      mark(mentioned, back(hit.first, after_words_max + 1), hit.last);
    }
  }
  return mentioned;
}

// By area, the heaviest first.
Hits AreaSigns::of_areas(const Hits& hits, const OfWords& mentioned) const {
  Hits found;
  found.reserve(hits.size());
  for (const Hit& hit : hits) {
    const bool only_mentioned = mentioned[hit.first] != 0 || mentioned[hit.last - 1] != 0;
    if (entries_[hit.id].role == Role::area && !only_mentioned) found.push_back(hit);
  }
  stable_sort_few(found.begin(), found.end(), [&](const Hit& a, const Hit& b) {
    const Entry& one = entries_[a.id];
    const Entry& two = entries_[b.id];
    return one.area != two.area ? one.area < two.area : one.weight > two.weight;
  });
  return found;
}

// Of each area none that overlaps another before it, and each phrase once.
void AreaSigns::add_deciding(const Hits& hits, std::size_t words, std::vector<Sign>& signs) const {
  if (hits.empty()) return;
  std::vector<unsigned char> taken(words);  // the area that took the word last, from 1
  std::vector<bool> counted(entries_.size());
  for (const Hit& hit : hits) {
    const Entry& entry = entries_[hit.id];
    const auto turn = static_cast<unsigned char>(index_of(entry.area) + 1);
    const auto first = taken.begin() + hit.first;
    const auto last = taken.begin() + hit.last;
    if (std::find(first, last, turn) != last) continue;
    std::fill(first, last, turn);
    if (counted[hit.id]) continue;
    counted[hit.id] = true;
    signs.push_back({hit.first, hit.last, index_of(entry.area), entry.sign_weight});
  }
}

OfWords AreaSigns::find(const Hits& found, std::size_t words, std::vector<Sign>& signs) const {
  const Hits hits = longest(found);
  OfWords mentioned = mentions(hits, words);
  add_deciding(of_areas(hits, mentioned), words, signs);
  return mentioned;
}

}  // namespace postbox::classify
