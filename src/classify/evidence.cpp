#include "classify/evidence.hpp"

#include <utility>

#include "classify/few.hpp"
#include "classify/sentences.hpp"

namespace postbox::classify {

EvidenceReader::EvidenceReader(const Vocabulary& vocabulary)
    : matcher_({AreaSigns::phrases_of(vocabulary.areas), ToneSigns::phrases_of(vocabulary.tone),
                DangerSigns::phrases_of(vocabulary.urgent), FeatureFinder::phrases_of(vocabulary.ideas)},
               vocabulary.lists),
      areas_(vocabulary.areas),
      tone_(vocabulary.tone),
      danger_(vocabulary.urgent),
      features_(vocabulary.ideas) {}

Evidence EvidenceReader::read(std::string_view text, const Words& words) const {
  std::vector<Hits> hits = matcher_.find(words);
  Evidence evidence;
  evidence.signs.reserve(hits[0].size() + hits[1].size());
  Standing standing;
  standing.mentioned = areas_.find(std::move(hits[0]), words.size(), evidence.signs);
  standing.denied = tone_.find(std::move(hits[1]), words.size(), evidence.signs);
  danger_.find(std::move(hits[2]), words.size(), evidence.signs);
  stable_sort_few(evidence.signs.begin(), evidence.signs.end(),
                  [](const Sign& a, const Sign& b) { return a.first < b.first; });
  const std::vector<std::size_t> starts = sentence_starts(text, words);
  evidence.features = features_.find(words, hits[3], starts, standing);
  evidence.sentences.reserve(starts.size());
  auto sign = evidence.signs.begin();
  for (std::size_t s = 0; s + 1 < starts.size(); ++s) {
    SentenceEvidence& sentence = evidence.sentences.emplace_back();
    sentence.first = starts[s];
    sentence.last = starts[s + 1];
    for (; sign != evidence.signs.end() && sign->first < sentence.last; ++sign) {
      sentence.signs[sign->kind] += sign->weight;
    }
  }
  return evidence;
}

}  // namespace postbox::classify
