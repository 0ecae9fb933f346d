#include "classify/evidence.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

#include "classify/few.hpp"
#include "classify/sentences.hpp"

namespace postbox::classify {
namespace {

// Those that begin in words [first, last); they may end behind them.
std::span<const Hit> hits_from(const Hits& hits, std::size_t first, std::size_t last) {
  const auto is_before = [](const Hit& hit, std::size_t word) { return hit.first < word; };
  const auto begin = std::lower_bound(hits.begin(), hits.end(), first, is_before);
  return {begin, std::lower_bound(begin, hits.end(), last, is_before)};
}

// Counted from word `first`.
Hits hits_within(const Hits& hits, std::size_t first, std::size_t last) {
  const std::span<const Hit> from_here = hits_from(hits, first, last);
  Hits within;
  within.reserve(from_here.size());
  for (const Hit& hit : from_here) {
    if (hit.last > last) continue;
    const auto from = static_cast<std::uint32_t>(first);
    within.push_back({hit.first - from, hit.last - from, hit.id, hit.has_gap});
  }
  return within;
}

}  // namespace

EvidenceReader::EvidenceReader(const Vocabulary& vocabulary)
    : matcher_({AreaSigns::phrases_of(vocabulary.areas), ToneSigns::phrases_of(vocabulary.tone),
                DangerSigns::phrases_of(vocabulary.urgent), FeatureFinder::phrases_of(vocabulary.ideas)},
               vocabulary.lists),
      areas_(vocabulary.areas),
      tone_(vocabulary.tone),
      danger_(vocabulary.urgent),
      features_(vocabulary.ideas) {}

Told EvidenceReader::told(const std::vector<Hits>& hits, std::size_t words) const {
  Told told;
  told.signs.reserve(hits[0].size() + hits[1].size());
  told.standing.mentioned = areas_.find(hits[0], words, told.signs);
  told.standing.denied = tone_.find(hits[1], words, told.signs);
  told.danger_is_plain = danger_.find(hits[2], words, told.signs);
  stable_sort_few(told.signs.begin(), told.signs.end(),
                  [](const Sign& a, const Sign& b) { return a.first < b.first; });
  return told;
}

Evidence EvidenceReader::read(std::string_view text, const Words& words) const {
  Evidence evidence;
  evidence.hits = matcher_.find(words);
  evidence.told = told(evidence.hits, words.size());
  const std::vector<std::size_t> starts = sentence_starts(text, words);
  evidence.features = features_.find(words, evidence.hits[3], starts, evidence.told.standing);
  evidence.sentences.reserve(starts.size());
  auto sign = evidence.told.signs.begin();
  for (std::size_t s = 0; s + 1 < starts.size(); ++s) {
    SentenceEvidence& sentence = evidence.sentences.emplace_back();
    sentence.first = starts[s];
    sentence.last = starts[s + 1];
    for (; sign != evidence.told.signs.end() && sign->first < sentence.last; ++sign) {
      sentence.signs[sign->kind] += sign->weight;
    }
  }
  return evidence;
}

Told EvidenceReader::told_by(const Evidence& evidence, std::size_t first, std::size_t last) const {
  std::vector<Hits> within(evidence.hits.size());
  for (std::size_t part = 0; part < within.size(); ++part) {
    within[part] = hits_within(evidence.hits[part], first, last);
  }
  return told(within, last - first);
}

bool EvidenceReader::may_name_service(const Evidence& evidence, std::size_t first, std::size_t last) const {
  const std::span<const Hit> hits = hits_from(evidence.hits[0], first, last);
  return std::any_of(hits.begin(), hits.end(),
                     [&](const Hit& hit) { return hit.last <= last && areas_.is_of_service(hit); });
}

}  // namespace postbox::classify
