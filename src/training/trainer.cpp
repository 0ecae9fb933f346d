#include "training/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "classify/judge.hpp"
#include "training/calibration.hpp"
#include "training/descent.hpp"

namespace postbox::training {
namespace {

using classify::Weights;

constexpr std::size_t folds = 5;

}  // namespace

Example example_of(const classify::EvidenceReader& reader, const Labelled& item) {
  Example example;
  example.evidence = reader.read(item.text, classify::Words(item.text));
  for (const ServiceArea area : item.areas) example.yes[index_of(area)] = true;
  for (std::size_t tone = 0; tone < tones.size(); ++tone) {
    example.yes[classify::first_tone_head + tone] = tones[tone] == item.tone;
  }
  example.yes[classify::urgent_head] = item.urgent;
  return example;
}

Weights train(const std::vector<Example>& examples) {
  std::vector<Outcome> outcomes;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const Example*> others;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (i % folds != fold) others.push_back(&examples[i]);
    }
    const classify::Judge judge(descend(others));
    for (std::size_t i = fold; i < examples.size(); i += folds) {
      outcomes.push_back({judge.judge(examples[i].evidence).scores, examples[i].yes});
    }
  }
  std::vector<const Example*> all;
  all.reserve(examples.size());
  for (const Example& example : examples) all.push_back(&example);
  Weights weights = descend(all);
  calibrate(weights, outcomes);
  return weights;
}

}  // namespace postbox::training
