#include "classify/judge.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

#include "classify/second_look.hpp"
#include "classify/tone_view.hpp"

namespace postbox::classify {
namespace {

bool names_service(const Sum& sentence) {
  return std::any_of(sentence.signs.begin(), sentence.signs.begin() + service_area_count,
                     [](double sign) { return sign > 0; });
}

std::vector<Sum> new_ones(const std::vector<Sum>& sentences) {
  std::vector<Sum> fresh;
  fresh.reserve(sentences.size());
  std::copy_if(sentences.begin(), sentences.end(), std::back_inserter(fresh),
               [](const Sum& sentence) { return sentence.is_new; });
  return fresh;
}

PerHead highest(PerHead a, const PerHead& b) {
  for (std::size_t head = 0; head < a.size(); ++head) a[head] = std::max(a[head], b[head]);
  return a;
}

// The sums of one to window_sentences_max sentences in a row.
template <class Visit>
void for_each_window(const std::vector<Sum>& sentences, const Visit& visit) {
  for (std::size_t first = 0; first < sentences.size(); ++first) {
    Sum window;
    const std::size_t last_max = std::min(first + window_sentences_max, sentences.size());
    for (std::size_t last = first; last < last_max; ++last) {
      window.add(sentences[last]);
      visit(window, last == first);
    }
  }
}

}  // namespace

void Sum::add(const Sum& other) {
  for (std::size_t head = 0; head < rows.size(); ++head) rows[head] += other.rows[head];
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

std::vector<bool> about_services(const std::vector<Sum>& sentences) {
  std::vector<bool> about;
  about.reserve(sentences.size());
  for (const Sum& sentence : sentences) about.push_back(names_service(sentence));
  if (std::find(about.begin(), about.end(), true) == about.end()) about.assign(about.size(), true);
  return about;
}

float row_scale(std::size_t features) {
  return 1 / std::sqrt(static_cast<float>(std::max<std::size_t>(features, 1)));
}

float length_of(std::size_t words) { return std::log1p(static_cast<float>(std::min(words, words_max))) / 4; }

std::size_t words_that_count(const Evidence& evidence, std::size_t sentence) {
  constexpr std::size_t few = 8;  // words without features count: what is only mentioned has length, too
  const SentenceEvidence& of = evidence.sentences[sentence];
  return std::min(of.last - of.first, evidence.features[sentence].size() + few);
}

float score_of(const Weights& weights, const Sum& sum, std::size_t head) {
  float score = weights.bias[head] + weights.length[head] * length_of(sum.words) +
                sum.rows[head] * row_scale(sum.features);
  for (std::size_t kind = 0; kind < sign_kinds; ++kind) {
    score += weights.signs[kind][head] * static_cast<float>(std::min(sum.signs[kind], sign_max));
  }
  return score;
}

float log_odds(const Weights& weights, float score, std::size_t head) {
  return weights.slope[head] * score + weights.shift[head];
}

Judge::Judge(Weights weights)
    : weights_(std::move(weights)),
      rows_(std::exchange(weights_.features, {}), std::exchange(weights_.rows, {})) {
  for (std::size_t words = 0; words < lengths_.size(); ++words) lengths_[words] = length_of(words);
}

Sum Judge::sum_without_rows(const Evidence& evidence, std::size_t sentence) {
  Sum sum;
  sum.signs = evidence.sentences[sentence].signs;
  sum.words = words_that_count(evidence, sentence);
  sum.features = evidence.features[sentence].size();
  return sum;
}

// What score_of() says of each head, all at once and with the same steps.
PerHead Judge::scores(const Sum& sum) const {
  const float length = sum.words < lengths_.size() ? lengths_[sum.words] : length_of(sum.words);
  const float scale = row_scale(sum.features);
  PerHead scores{};
  for (std::size_t head = 0; head < scores.size(); ++head) {
    scores[head] = weights_.bias[head] + weights_.length[head] * length + sum.rows[head] * scale;
  }
  // Most are 0, and no processor guesses which.
  unsigned kinds = 0;
  for (std::size_t kind = 0; kind < sign_kinds; ++kind) {
    kinds |= static_cast<unsigned>(sum.signs[kind] != 0) << kind;
  }
  for (; kinds != 0; kinds &= kinds - 1) {
    const auto kind = static_cast<std::size_t>(std::countr_zero(kinds));
    const auto sign = static_cast<float>(std::min(sum.signs[kind], sign_max));
    const PerHead& weights = weights_.signs[kind];
    for (std::size_t head = 0; head < scores.size(); ++head) scores[head] += weights[head] * sign;
  }
  return scores;
}

PerHead Judge::calibrated(const PerHead& scores) const {
  PerHead shares{};
  for (std::size_t head = 0; head < head_count; ++head) shares[head] = calibrated(scores[head], head);
  return shares;
}

float Judge::calibrated(float score, std::size_t head) const {
  return 1 / (1 + std::exp(-log_odds(weights_, score, head)));
}

std::vector<Sum> Judge::sums_of(const Evidence& evidence) const {
  const std::vector<PerHead> rows = rows_.of(evidence.features);
  const std::vector<bool> are_new = evidence.features.are_new(0, rows.size());
  std::vector<Sum> sentences;
  sentences.reserve(rows.size());
  for (std::size_t s = 0; s < rows.size(); ++s) {
    sentences.push_back(sum_without_rows(evidence, s));
    sentences.back().rows = rows[s];
    sentences.back().is_new = are_new[s];
  }
  return sentences;
}

Judge::Verdict Judge::judge(const std::vector<Sum>& all_sentences) const {
  const std::vector<Sum> sentences = new_ones(all_sentences);
  const std::vector<bool> about = about_services(sentences);
  Sum whole;
  Sum of_services;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    whole.add(sentences[s]);
    if (about[s]) of_services.add(sentences[s]);
  }
  PerHead best = scores(of_services);
  PerHead apart = best;
  if (!names_service(of_services)) apart.fill(std::numeric_limits<float>::lowest());
  const PerHead all = scores(whole);
  best[urgent_head] = all[urgent_head];
  std::vector<PerHead> alone;
  alone.reserve(sentences.size());
  for_each_window(sentences, [&](const Sum& window, bool is_one_sentence) {
    const PerHead here = scores(window);
    if (is_one_sentence) alone.push_back(here);
    best = highest(best, here);
  });
  std::copy_n(all.begin() + first_tone_head, tone_count, best.begin() + first_tone_head);
  for (std::size_t s = 0; s < alone.size(); ++s) {
    if (about[s]) apart = highest(apart, alone[s]);
  }
  Verdict verdict = {best, apart, calibrated(best), tone_view(all, alone, whole.words)};
  const PerTone tones = tone_shares(weights_.tones, verdict.view);
  std::copy(tones.begin(), tones.end(), verdict.shares.begin() + first_tone_head);
  return verdict;
}

PerArea<double> Judge::look_again(const Verdict& verdict, const Evidence& evidence) const {
  return second_look(weights_.clues,
                     clues_of(odds_of(weights_, verdict.scores), odds_of(weights_, verdict.apart), evidence));
}

float Judge::urgent_share(const Evidence& evidence) const {
  const std::vector<float> rows = rows_.of_urgent(evidence.features);
  std::vector<Sum> sentences;
  sentences.reserve(rows.size());
  Sum whole;
  const std::vector<bool> are_new = evidence.features.are_new(0, rows.size());
  for (std::size_t s = 0; s < rows.size(); ++s) {
    if (!are_new[s]) continue;
    Sum& sentence = sentences.emplace_back(sum_without_rows(evidence, s));
    sentence.rows[urgent_head] = rows[s];
    whole.add(sentence);
  }
  float best = score_of(weights_, whole, urgent_head);
  for_each_window(sentences, [&](const Sum& window, bool) {
    best = std::max(best, score_of(weights_, window, urgent_head));
  });
  return calibrated(best, urgent_head);
}

}  // namespace postbox::classify
