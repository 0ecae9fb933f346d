#include "training/calibration.hpp"

#include <algorithm>

#include "classify/second_look.hpp"
#include "training/logistic.hpp"

namespace postbox::training {
namespace {

constexpr std::size_t slope = 0;
constexpr std::size_t shift = 1;

void calibrate(classify::Weights& weights, const std::vector<Outcome>& outcomes, std::size_t head) {
  std::vector<Answer<2>> answers;
  answers.reserve(outcomes.size());
  for (const Outcome& outcome : outcomes) answers.push_back({{outcome.scores[head], 1}, outcome.yes[head]});
  const std::array<double, 2> line = logistic<2>(answers, {1, 0});
  weights.slope[head] = static_cast<float>(line[slope]);
  weights.shift[head] = static_cast<float>(line[shift]);
}

}  // namespace

void calibrate(classify::Weights& weights, const std::vector<Outcome>& outcomes) {
  for (std::size_t head = 0; head < classify::head_count; ++head) {
    if (head >= classify::first_tone_head && head < classify::urgent_head) continue;
    calibrate(weights, outcomes, head);
  }
}

void learn_second_look(classify::Weights& weights, const std::vector<Outcome>& outcomes) {
  std::vector<Answer<classify::clue_count>> answers;
  answers.reserve(outcomes.size() * service_area_count);
  for (const Outcome& outcome : outcomes) {
    const auto clues = classify::clues_of(odds_of(weights, outcome.scores), odds_of(weights, outcome.apart),
                                          *outcome.evidence);
    for (std::size_t area = 0; area < clues.size(); ++area) {
      Answer<classify::clue_count>& answer = answers.emplace_back();
      std::copy(clues[area].begin(), clues[area].end(), answer.input.begin());
      answer.yes = outcome.yes[area];
    }
  }
  const auto learned = logistic<classify::clue_count>(answers, {0, 1});
  for (std::size_t i = 0; i < learned.size(); ++i) weights.clues[i] = static_cast<float>(learned[i]);
}

}  // namespace postbox::training
