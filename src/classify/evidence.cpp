#include "classify/evidence.hpp"

#include <algorithm>

#include "classify/sentences.hpp"

namespace postbox::classify {

EvidenceReader::EvidenceReader(const Vocabulary& vocabulary)
    : areas_(vocabulary.areas, vocabulary.lists),
      tone_(vocabulary.tone, vocabulary.lists),
      danger_(vocabulary.urgent, vocabulary.lists),
      features_(vocabulary.ideas, vocabulary.lists) {}

Evidence EvidenceReader::read(std::string_view text, const std::vector<Word>& words) const {
  Evidence evidence;
  Standing standing;
  standing.mentioned = areas_.find(words, evidence.signs);
  standing.denied = tone_.find(words, evidence.signs);
  danger_.find(words, evidence.signs);
  std::stable_sort(evidence.signs.begin(), evidence.signs.end(),
                   [](const Sign& a, const Sign& b) { return a.first < b.first; });
  const std::vector<std::size_t> starts = sentence_starts(text, words);
  std::vector<std::vector<Feature>> features = features_.find(words, starts, standing);
  auto sign = evidence.signs.begin();
  for (std::size_t s = 0; s < features.size(); ++s) {
    SentenceEvidence& sentence = evidence.sentences.emplace_back();
    sentence.first = starts[s];
    sentence.last = starts[s + 1];
    sentence.features = std::move(features[s]);
    for (; sign != evidence.signs.end() && sign->first < sentence.last; ++sign) {
      sentence.signs[sign->kind] += sign->weight;
    }
  }
  return evidence;
}

}  // namespace postbox::classify
