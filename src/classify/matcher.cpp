#include "classify/matcher.hpp"

#include <algorithm>

#include "classify/few.hpp"
#include "classify/phrase_trie.hpp"

namespace postbox::classify {

// The way through the trie from one place of the text.
class Matcher::Walk {
 public:
  Walk(const Matcher& matcher, const SpelledText& text, Hits& hits)
      : matcher_(matcher), text_(text), hits_(hits) {}

  void from(std::uint32_t first) {
    for (const Spelling spelling : text_.of(first)) {
      for (const std::uint32_t start : matcher_.starts_of(spelling)) {
        step({first, first + 1, 0, false}, start);
      }
    }
  }

 private:
  void step(const Hit& so_far, std::uint32_t at) {
    const Node& node = matcher_.nodes_[at];
    for (const std::uint32_t id : matcher_.ids_of(at)) {
      hits_.push_back({so_far.first, so_far.last, id, so_far.has_gap});
    }
    follow_word(so_far, at);
    if (node.after_gap == 0) return;
    for (std::uint32_t skipped = 0; skipped <= gap_words_max; ++skipped) {
      follow_word({so_far.first, so_far.last + skipped, 0, true}, node.after_gap);
    }
  }

  void follow_word(const Hit& so_far, std::uint32_t at) {
    if ((text_.bits(so_far.last) & matcher_.nodes_[at].bits) == 0) return;
    const std::span<const Edge> edges = matcher_.edges_of(at);
    for (const Spelling spelling : text_.of(so_far.last)) {
      auto edge = std::lower_bound(edges.begin(), edges.end(), spelling,
                                   [](const Edge& a, Spelling b) { return a.spelling < b; });
      for (; edge != edges.end() && edge->spelling == spelling; ++edge) {
        step({so_far.first, so_far.last + 1, 0, so_far.has_gap}, edge->to);
      }
    }
  }

  const Matcher& matcher_;
  const SpelledText& text_;
  Hits& hits_;
};

Matcher::Matcher(const Phrases& phrases, const WordLists& lists, Spellings& spellings) {
  PhraseTrie trie(lists, spellings);
  for (std::uint32_t id = 0; id < phrases.size(); ++id) trie.add(phrases[id], id);
  trie.finish(*this);
}

Hits Matcher::find(const SpelledText& text) const {
  Hits hits;
  Walk walk(*this, text, hits);
  for (std::uint32_t first = 0; first < text.size(); ++first) walk.from(first);
  return hits;
}

void keep_longest(Hits& hits) {
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
}

}  // namespace postbox::classify
