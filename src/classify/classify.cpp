#include "classify/classify.hpp"

#include <algorithm>
#include <utility>

#include "classify/evidence.hpp"
#include "classify/judge.hpp"
#include "classify/reasons.hpp"

namespace postbox::classify {
namespace {

// Less likely than this is no guess.
constexpr double guess_min = 0.06;
constexpr std::size_t guesses_max = 2;
// What an area scores of the likeliest one's score to come near it.
constexpr double near_share = 0.7;

// Most texts are about one service at least; whether about a second is worth more doubt.
double score_to_give(const PerArea<double>& scores, const AreaWords& words) {
  const double top = *std::max_element(scores.begin(), scores.end());
  return std::max(words.likeliest, std::min(words.threshold, near_share * top));
}

PerArea<double> area_scores(const PerHead& shares) {
  PerArea<double> scores;
  for (const ServiceArea area : service_areas) scores[index_of(area)] = shares[index_of(area)];
  return scores;
}

AreaList by_score(const PerArea<double>& scores, double at_least) {
  AreaList areas;
  for (const ServiceArea area : service_areas) {
    if (scores[index_of(area)] >= at_least) areas.push_back(area);
  }
  std::stable_sort(areas.begin(), areas.end(),
                   [&](ServiceArea a, ServiceArea b) { return scores[index_of(a)] > scores[index_of(b)]; });
  return areas;
}

Tone likeliest_tone(const PerHead& shares) {
  const auto* first = shares.begin() + first_tone_head;
  return tones[static_cast<std::size_t>(std::max_element(first, first + tones.size()) - first)];
}

}  // namespace

struct Classifier::Compiled {
  explicit Compiled(const Vocabulary& vocabulary)
      : reader(vocabulary),
        judge(vocabulary.weights),
        areas(vocabulary.areas),
        urgent_threshold(vocabulary.urgent.threshold) {}

  // A text without words says nothing.
  PerHead shares(std::string_view text) const {
    const Words words(text);
    return words.empty() ? PerHead{} : judge.judge(reader.read(text, words)).shares;
  }

  float urgent_share(std::string_view text) const {
    const Words words(text);
    return words.empty() ? 0 : judge.urgent_share(reader.read(text, words));
  }

  Alone alone(std::string_view sentence) const {
    const Evidence evidence = reader.read(sentence, Words(sentence));
    Alone alone{judge.judge(evidence).shares, {}};
    for (const Sign& sign : evidence.signs) {
      if (sign.kind < service_area_count) alone.named[sign.kind] = true;
    }
    return alone;
  }

  // What a word adds to an area when nothing stands beside it.
  double weight_of(const Word& word, ServiceArea area) const {
    return judge.sum_of(reader.read(word.folded, Words(word.folded)), 0).rows[index_of(area)];
  }

  EvidenceReader reader;
  Judge judge;
  AreaWords areas;
  double urgent_threshold;
};

Classifier::Classifier(const Vocabulary& vocabulary)
    : compiled_(std::make_unique<const Compiled>(vocabulary)) {}

Classifier::~Classifier() = default;

Classification Classifier::classify(std::string_view text, const AreaList& ticked) const {
  const PerHead shares = compiled_->shares(text);
  Classification result;
  result.scores = area_scores(shares);
  for (const ServiceArea area : ticked) {
    double& score = result.scores[index_of(area)];
    score = 1 - (1 - score) * (1 - compiled_->areas.tick);
  }
  result.areas = by_score(result.scores, score_to_give(result.scores, compiled_->areas));
  result.guesses = by_score(result.scores, guess_min);
  if (result.guesses.size() > guesses_max) result.guesses.resize(guesses_max);
  if (shares != PerHead{}) result.tone = likeliest_tone(shares);
  result.urgent = shares[urgent_head] >= compiled_->urgent_threshold;
  return result;
}

bool Classifier::is_urgent(std::string_view text) const {
  return compiled_->urgent_share(text) >= compiled_->urgent_threshold;
}

PerArea<std::vector<std::string>> Classifier::explain(std::string_view text) const {
  PerArea<std::vector<std::string>> why;
  const Words words(text);
  if (words.empty()) return why;
  const Evidence evidence = compiled_->reader.read(text, words);
  const PerArea<double> scores = area_scores(compiled_->judge.judge(evidence).shares);
  for (const ServiceArea area : by_score(scores, score_to_give(scores, compiled_->areas))) {
    const Reasoning reasoning = {
        [&](std::string_view other) { return static_cast<double>(compiled_->shares(other)[index_of(area)]); },
        [&](const Word& word) { return compiled_->weight_of(word, area); }};
    why[index_of(area)] = reasons_for(area, text, words, evidence, reasoning);
  }
  return why;
}

std::vector<Part> Classifier::parts(std::string_view text) const {
  return parts_of(text, [this](std::string_view sentence) { return compiled_->alone(sentence); });
}

}  // namespace postbox::classify
