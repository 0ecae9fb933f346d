#include "classify/judge.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace postbox::classify {
namespace {

bool is_judged_in_windows(std::size_t head) { return head < service_area_count || head == urgent_head; }

}  // namespace

void Sum::add(const Sum& other) {
  for (std::size_t head = 0; head < head_count; ++head) rows[head] += other.rows[head];
  for (std::size_t kind = 0; kind < sign_kinds; ++kind) signs[kind] += other.signs[kind];
  features += other.features;
  words += other.words;
}

std::vector<Window> windows_of(std::size_t sentences) {
  std::vector<Window> windows;
  for (std::size_t first = 0; first < sentences; ++first) {
    const std::size_t last_max = std::min(first + window_sentences_max, sentences);
    for (std::size_t last = first + 1; last <= last_max; ++last) windows.push_back({first, last});
  }
  return windows;
}

std::vector<bool> about_services(const Evidence& evidence) {
  std::vector<bool> about;
  for (const SentenceEvidence& sentence : evidence.sentences) {
    const auto areas_end = sentence.signs.begin() + service_area_count;
    about.push_back(std::any_of(sentence.signs.begin(), areas_end, [](double sign) { return sign > 0; }));
  }
  if (std::find(about.begin(), about.end(), true) == about.end()) about.assign(about.size(), true);
  return about;
}

float row_scale(std::size_t features) {
  return 1 / std::sqrt(static_cast<float>(std::max<std::size_t>(features, 1)));
}

float length_of(std::size_t words) { return std::log1p(static_cast<float>(words)) / 4; }

float score_of(const Weights& weights, const Sum& sum, std::size_t head) {
  float score = weights.bias[head] + weights.length[head] * length_of(sum.words) +
                sum.rows[head] * row_scale(sum.features);
  for (std::size_t kind = 0; kind < sign_kinds; ++kind) {
    score += weights.signs[kind][head] * static_cast<float>(std::min(sum.signs[kind], sign_max));
  }
  return score;
}

Judge::Judge(Weights weights) : weights_(std::move(weights)), index_(weights_.features) {}

Sum Judge::sum_of(const SentenceEvidence& sentence) const {
  Sum sum;
  sum.signs = sentence.signs;
  sum.words = sentence.last - sentence.first;
  sum.features = sentence.features.size();
  for (const Feature feature : sentence.features) {
    const PerHead* row = index_.find(weights_.rows, feature);
    if (row == nullptr) continue;
    for (std::size_t head = 0; head < head_count; ++head) sum.rows[head] += (*row)[head];
  }
  return sum;
}

PerHead Judge::scores(const Sum& sum) const {
  PerHead scores{};
  for (std::size_t head = 0; head < head_count; ++head) scores[head] = score_of(weights_, sum, head);
  return scores;
}

PerHead Judge::calibrated(const PerHead& scores) const {
  PerHead shares{};
  for (std::size_t head = 0; head < head_count; ++head) {
    shares[head] = 1 / (1 + std::exp(-(weights_.slope[head] * scores[head] + weights_.shift[head])));
  }
  return shares;
}

PerHead Judge::shares(const Sum& sum) const { return calibrated(scores(sum)); }

Judge::Verdict Judge::judge(const Evidence& evidence) const {
  Verdict verdict;
  const std::vector<bool> about = about_services(evidence);
  Sum whole;
  Sum of_services;
  for (std::size_t s = 0; s < evidence.sentences.size(); ++s) {
    verdict.sentences.push_back(sum_of(evidence.sentences[s]));
    whole.add(verdict.sentences.back());
    if (about[s]) of_services.add(verdict.sentences.back());
  }
  PerHead best = scores(of_services);
  const PerHead all = scores(whole);
  for (std::size_t head = service_area_count; head < head_count; ++head) best[head] = all[head];
  for (std::size_t first = 0; first < verdict.sentences.size(); ++first) {
    Sum window;
    const std::size_t last_max = std::min(first + window_sentences_max, verdict.sentences.size());
    for (std::size_t last = first; last < last_max; ++last) {
      window.add(verdict.sentences[last]);
      const PerHead here = scores(window);
      for (std::size_t head = 0; head < head_count; ++head) {
        if (is_judged_in_windows(head)) best[head] = std::max(best[head], here[head]);
      }
    }
  }
  verdict.scores = best;
  verdict.shares = calibrated(best);
  return verdict;
}

}  // namespace postbox::classify
