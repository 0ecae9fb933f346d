#include "classify/matcher.hpp"

#include <algorithm>
#include <numeric>

#include "classify/few.hpp"
#include "classify/phrase_trie.hpp"

namespace postbox::classify {

// The ways through the trie from each place of the text.
class Matcher::Walk {
 public:
  Walk(const Matcher& matcher, const SpelledText& text, std::vector<Hits>& hits)
      : matcher_(matcher), text_(text), hits_(hits) {}

  void go() {
    for (const Way& way : ways_from_all_words()) {
      part_ = &hits_[way.start->part];
      step({way.first, way.first + 1, 0, false}, matcher_.nodes_[way.start->to]);
    }
  }

 private:
  struct Way {
    std::uint32_t first;
    const Start* start;
  };

  // All that lead on, before the first is gone: their nodes are on their way from memory meanwhile.
  std::vector<Way> ways_from_all_words() const {
    std::vector<Way> ways;
    ways.reserve(2 * text_.size());
    for (std::uint32_t first = 0; first < text_.size(); ++first) {
      const std::uint64_t next = text_.bits(first + 1);
      for (const Spelling spelling : text_.of(first)) {
        const std::uint32_t end = matcher_.start_places_[spelling + 1];
        for (std::uint32_t at = matcher_.start_places_[spelling]; at < end; ++at) {
          const Start& start = matcher_.starts_[at];
          if (!start.always && (start.bits & next) == 0) continue;
          __builtin_prefetch(&matcher_.nodes_[start.to]);
          ways.push_back({first, &start});
        }
      }
    }
    return ways;
  }

  void step(Hit so_far, const Node& here) {
    for (std::uint32_t at = here.ids_begin; at < here.ids_end; ++at) {
      part_->push_back({so_far.first, so_far.last, matcher_.ids_[at], so_far.has_gap});
    }
    follow_word(so_far, here);
    if (here.after_gap == 0) return;
    const Node& behind = matcher_.nodes_[here.after_gap];
    for (std::uint32_t skipped = 0; skipped <= gap_words_max; ++skipped) {
      follow_word({so_far.first, so_far.last + skipped, 0, true}, behind);
    }
  }

  void follow_word(Hit so_far, const Node& here) {
    if ((text_.bits(so_far.last) & here.bits) == 0) return;
    const Edge* const begin = matcher_.edges_.data() + here.edges_begin;
    const Edge* const end = matcher_.edges_.data() + here.edges_end;
    for (const Spelling spelling : text_.of(so_far.last)) {
      const Edge* edge =
          std::lower_bound(begin, end, spelling, [](const Edge& a, Spelling b) { return a.spelling < b; });
      for (; edge != end && edge->spelling == spelling; ++edge) {
        step({so_far.first, so_far.last + 1, 0, so_far.has_gap}, matcher_.nodes_[edge->to]);
      }
    }
  }

  const Matcher& matcher_;
  const SpelledText& text_;
  std::vector<Hits>& hits_;
  Hits* part_ = nullptr;  // of the phrase that is followed
};

Matcher::Matcher(const std::vector<Phrases>& parts, const WordLists& lists) {
  std::vector<PhraseTrie::Beginning> beginnings;
  for (const Phrases& phrases : parts) {
    PhraseTrie trie(lists, spellings_);
    for (std::uint32_t id = 0; id < phrases.size(); ++id) trie.add(phrases[id], id);
    const auto part = static_cast<std::uint16_t>(&phrases - parts.data());
    for (PhraseTrie::Beginning beginning : trie.finish(*this)) {
      beginning.start.part = part;
      beginnings.push_back(beginning);
    }
  }
  std::stable_sort(beginnings.begin(), beginnings.end(),
                   [](const auto& a, const auto& b) { return a.spelling < b.spelling; });
  start_places_.resize(spellings_.size() + 1);
  for (const PhraseTrie::Beginning& beginning : beginnings) {
    ++start_places_[beginning.spelling + 1];
    starts_.push_back(beginning.start);
  }
  std::partial_sum(start_places_.begin(), start_places_.end(), start_places_.begin());
  parts_ = parts.size();
}

std::vector<Hits> Matcher::find(const Words& words) const {
  const SpelledText text = spellings_.spell(words);
  std::vector<Hits> hits(parts_);
  for (Hits& part : hits) part.reserve(words.size() / 4);
  Walk(*this, text, hits).go();
  return hits;
}

Hits longest(Hits hits) {
  const auto longer = [](const Hit& a, const Hit& b) { return a.last > b.last; };
  for (auto run = hits.begin(); run != hits.end();) {  // they come by first word already
    const auto next = std::find_if(run, hits.end(), [&](const Hit& hit) { return hit.first != run->first; });
    stable_sort_few(run, next, longer);
    run = next;
  }
  auto kept = hits.begin();
  std::uint32_t reach = 0;        // the furthest end of a hit without a gap that started before ...
  std::uint32_t reach_first = 0;  // ... and where that one started
  for (const Hit& hit : hits) {
    const bool inside = hit.last <= reach && !(hit.first == reach_first && hit.last == reach);
    if (!hit.has_gap && hit.last > reach) {
      reach = hit.last;
      reach_first = hit.first;
    }
    if (!inside) *kept++ = hit;
  }
  hits.erase(kept, hits.end());
  return hits;
}

}  // namespace postbox::classify
