// The learned weights at work: evidence in, a share of 0 to 1 for each head out.
//
// An area and urgency are judged in windows of one to three sentences and over the whole, and the highest
// counts: another sentence takes nothing away. For an area the whole is the sentences that hold a sign of
// some service (where there are any), so that talk of the weather does not thin it. Tone is judged by
// the whole and by each sentence: tone_view.hpp. What is said twice is judged once: sums of many like
// sentences would grow into certainty of anything.
#pragma once

#include <array>
#include <vector>

#include "classify/evidence.hpp"
#include "classify/row_sums.hpp"
#include "classify/weights.hpp"

namespace postbox::classify {

inline constexpr std::size_t window_sentences_max = 3;

// What a run of sentences adds up to.
struct Sum {
  PerHead rows{};
  PerSign signs{};
  std::size_t features = 0;
  std::size_t words = 0;
  bool is_new = true;  // of one sentence: none before it among those that are judged is the same

  void add(const Sum& other);
};

// Sentences [first, last) of a text.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
};

// All windows of a text with so many sentences.
std::vector<Window> windows_of(std::size_t sentences);

// Which sentences make the whole for an area.
std::vector<bool> about_services(const std::vector<Sum>& sentences);

class Judge {
 public:
  explicit Judge(Weights weights);

  struct Verdict {
    PerHead scores{};  // as they add up
    PerHead apart{};   // the highest of sentences that name a service, each alone and all together
    PerHead shares{};  // calibrated; those of the tones are of their second step
    ToneView view{};   // what that step looked at
  };
  Verdict judge(const std::vector<Sum>& sentences) const;

  // Of each sentence.
  std::vector<Sum> sums_of(const Evidence& evidence) const;

  // The areas' shares, all looked at together (second_look.hpp).
  PerArea<double> look_again(const Verdict& verdict, const Evidence& evidence) const;

  // The share of the urgent head alone, the same to the last bit.
  float urgent_share(const Evidence& evidence) const;

 private:
  static Sum sum_without_rows(const Evidence& evidence, std::size_t sentence);
  PerHead scores(const Sum& sum) const;
  PerHead calibrated(const PerHead& scores) const;
  float calibrated(float score, std::size_t head) const;

  Weights weights_;
  RowSums rows_;
  std::array<float, 256> lengths_{};  // length_of() of so many words
};

// Bias, length, signs and rows put together for one head: the same for learning and for judging.
float score_of(const Weights& weights, const Sum& sum, std::size_t head);

// A score as the logarithm of its odds.
float log_odds(const Weights& weights, float score, std::size_t head);

// What one feature's row counts in a window of so many features.
float row_scale(std::size_t features);

// What the signs of one kind count for, at most.
inline constexpr double sign_max = 3;

// Of more words than any text that was learned from had, what they would add is not known: the length of
// words_max counts.
inline constexpr std::size_t words_max = 256;
float length_of(std::size_t words);

// The words of a sentence that count for its length: not those of a word typed a hundred times.
std::size_t words_that_count(const Evidence& evidence, std::size_t sentence);

}  // namespace postbox::classify
