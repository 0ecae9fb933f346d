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
    for (const Way& way : ways_from_all_words()) step({way.first, way.first + 1, 0, false}, way.to);
  }

 private:
  struct Way {
    std::uint32_t first;
    std::uint32_t to;
  };

  // All that lead on, before the first is gone: their nodes are on their way from memory meanwhile.
  std::vector<Way> ways_from_all_words() const {
    std::vector<Way> ways;
    ways.reserve(2 * text_.size());
    for (std::uint32_t first = 0; first < text_.size(); ++first) {
      for (const Spelling spelling : text_.of(first)) {
        const Starts& starts = is_pair(spelling, first + 1) ? matcher_.starts_ : matcher_.starts_always_;
        for (const std::uint32_t to : starts.of(spelling)) {
          __builtin_prefetch(&matcher_.nodes_[to]);
          ways.push_back({first, to});
        }
      }
    }
    return ways;
  }

  bool is_pair(Spelling spelling, std::uint32_t next) const {
    bool is_pair = false;
    for (const Spelling second : text_.of(next)) is_pair |= matcher_.first_two_.may_hold(spelling, second);
    return is_pair;
  }

  void step(Hit so_far, std::uint32_t number) {
    const Node& here = matcher_.nodes_[number];
    const std::uint32_t ids_end = matcher_.nodes_[number + 1].ids_begin;
    for (std::uint32_t at = here.ids_begin; at < ids_end; ++at) {
      const Id& id = matcher_.ids_[at];
      hits_[id.part].push_back({so_far.first, so_far.last, id.id, so_far.has_gap});
    }
    follow_word(so_far, number);
    if (here.after_gap == 0) return;
    for (std::uint32_t skipped = 0; skipped <= gap_words_max; ++skipped) {
      follow_word({so_far.first, so_far.last + skipped, 0, true}, here.after_gap);
    }
  }

  void follow_word(Hit so_far, std::uint32_t number) {
    for (const Spelling spelling : text_.of(so_far.last)) {
      if (matcher_.leading_on_.may_hold(number, spelling)) follow_edges(so_far, number, spelling);
    }
  }

  void follow_edges(Hit so_far, std::uint32_t number, Spelling spelling) {
    const auto begin = matcher_.edges_.begin() + matcher_.nodes_[number].edges_begin;
    const auto end = matcher_.edges_.begin() + matcher_.nodes_[number + 1].edges_begin;
    auto edge =
        std::lower_bound(begin, end, spelling, [](const Edge& a, Spelling b) { return a.spelling < b; });
    for (; edge != end && edge->spelling == spelling; ++edge) {
      step({so_far.first, so_far.last + 1, 0, so_far.has_gap}, edge->to);
    }
  }

  const Matcher& matcher_;
  const SpelledText& text_;
  std::vector<Hits>& hits_;
};

Matcher::Matcher(const std::vector<Phrases>& parts, const WordLists& lists) {
  std::vector<PhraseTrie::Beginning> beginnings;
  for (const Phrases& phrases : parts) {
    PhraseTrie trie(lists, spellings_);
    for (std::uint32_t id = 0; id < phrases.size(); ++id) trie.add(phrases[id], id);
    const auto part = static_cast<std::uint32_t>(&phrases - parts.data());
    const std::vector<PhraseTrie::Beginning> more = trie.finish(*this, part);
    beginnings.insert(beginnings.end(), more.begin(), more.end());
  }
  nodes_.push_back({static_cast<std::uint32_t>(edges_.size()), static_cast<std::uint32_t>(ids_.size()), 0});
  std::stable_sort(beginnings.begin(), beginnings.end(),
                   [](const auto& a, const auto& b) { return a.spelling < b.spelling; });
  starts_.begins.resize(spellings_.size() + 1);
  starts_always_.begins.resize(spellings_.size() + 1);
  for (const PhraseTrie::Beginning& beginning : beginnings) add_start(beginning.spelling, beginning.to);
  for (Starts* starts : {&starts_, &starts_always_}) {
    std::partial_sum(starts->begins.begin(), starts->begins.end(), starts->begins.begin());
  }
  parts_ = parts.size();
}

void Matcher::add_start(Spelling spelling, std::uint32_t to) {
  const Node& node = nodes_[to];
  const Node& next = nodes_[to + 1];
  const auto add = [&](Starts& starts) {
    ++starts.begins[spelling + 1];
    starts.nodes.push_back(to);
  };
  add(starts_);
  if (node.ids_begin != next.ids_begin || node.after_gap != 0) add(starts_always_);
  for (std::uint32_t at = node.edges_begin; at < next.edges_begin; ++at) {
    first_two_.add(spelling, edges_[at].spelling);
  }
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
