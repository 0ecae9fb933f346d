#include "classify/evidence.hpp"

#include "classify/few.hpp"
#include "classify/sentences.hpp"

namespace postbox::classify {

EvidenceReader::EvidenceReader(const Vocabulary& vocabulary)
    : areas_(vocabulary.areas, vocabulary.lists, spellings_),
      tone_(vocabulary.tone, vocabulary.lists, spellings_),
      danger_(vocabulary.urgent, vocabulary.lists, spellings_),
      features_(vocabulary.ideas, vocabulary.lists, spellings_) {}

Evidence EvidenceReader::read(std::string_view text, const Words& words) const {
  const SpelledText spelled = spellings_.spell(words);
  Evidence evidence;
  Standing standing;
  standing.mentioned = areas_.find(spelled, evidence.signs);
  standing.denied = tone_.find(spelled, evidence.signs);
  danger_.find(spelled, evidence.signs);
  stable_sort_few(evidence.signs.begin(), evidence.signs.end(),
                  [](const Sign& a, const Sign& b) { return a.first < b.first; });
  const std::vector<std::size_t> starts = sentence_starts(text, words);
  evidence.features = features_.find(words, spelled, starts, standing);
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
