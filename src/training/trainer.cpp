#include "training/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "classify/judge.hpp"
#include "training/calibration.hpp"
#include "training/descent.hpp"
#include "training/tone_stage.hpp"

namespace postbox::training {

using classify::Weights;

Example example_of(const classify::EvidenceReader& reader, const Labelled& item) {
  Example example;
  example.writer = item.id.substr(0, item.id.find('-'));
  example.evidence = reader.read(item.text, classify::Words(item.text));
  for (const ServiceArea area : item.areas) example.yes[index_of(area)] = true;
  for (std::size_t tone = 0; tone < tones.size(); ++tone) {
    example.yes[classify::first_tone_head + tone] = tones[tone] == item.tone;
  }
  example.yes[classify::urgent_head] = item.urgent;
  return example;
}

Weights train(const std::vector<Example>& examples) {
  std::set<std::string> writers;
  for (const Example& example : examples) writers.insert(example.writer);
  std::vector<Outcome> outcomes;
  for (const std::string& writer : writers) {
    std::vector<const Example*> others;
    for (const Example& example : examples) {
      if (example.writer != writer) others.push_back(&example);
    }
    const classify::Judge judge(descend(others));
    for (const Example& example : examples) {
      if (example.writer != writer) continue;
      const classify::Judge::Verdict verdict = judge.judge(judge.sums_of(example.evidence));
      outcomes.push_back({verdict.scores, example.yes, verdict.view, verdict.apart, &example.evidence});
    }
  }
  std::vector<const Example*> all;
  all.reserve(examples.size());
  for (const Example& example : examples) all.push_back(&example);
  Weights weights = descend(all);
  calibrate(weights, outcomes);
  learn_second_look(weights, outcomes);
  weights.tones = fitted_tones(outcomes);
  return weights;
}

}  // namespace postbox::training
