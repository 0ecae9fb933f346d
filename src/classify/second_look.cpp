#include "classify/second_look.hpp"

#include <cmath>
#include <numeric>

#include "classify/judge.hpp"

namespace postbox::classify {
namespace {

// Where phrases name an area: counted in sentences that name any, and in phrases.
struct Naming {
  std::size_t sentences = 0;
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t phrases_before = 0;  // of all areas
};

struct Namings {
  PerArea<Naming> areas{};
  std::size_t sentences = 0;
  std::size_t phrases = 0;
};

void add(Naming& naming, std::size_t sentence, std::size_t phrases_before) {
  if (naming.sentences == 0) naming = {1, sentence, sentence, phrases_before};
  if (naming.last == sentence) return;
  naming.last = sentence;
  ++naming.sentences;
}

Namings namings_in(const Evidence& evidence) {
  Namings namings;
  auto sentence = evidence.sentences.begin();
  bool is_named = false;  // this sentence
  for (const Sign& sign : evidence.told.signs) {
    if (sign.kind >= service_area_count) continue;
    for (; sign.first >= sentence->last; ++sentence) is_named = false;
    if (!is_named) ++namings.sentences;
    is_named = true;
    add(namings.areas[sign.kind], namings.sentences - 1, namings.phrases);
    ++namings.phrases;
  }
  return namings;
}

// 0 at the beginning, 1 at the end.
float place(std::size_t at, std::size_t of) {
  return of > 1 ? static_cast<float>(at) / static_cast<float>(of - 1) : 0.5F;
}

double share_of(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

}  // namespace

PerAreaOdds odds_of(const Weights& weights, const PerHead& scores) {
  PerAreaOdds odds{};
  for (std::size_t area = 0; area < odds.size(); ++area) odds[area] = log_odds(weights, scores[area], area);
  return odds;
}

PerArea<Clues> clues_of(const PerAreaOdds& odds, const PerAreaOdds& apart, const Evidence& evidence) {
  const Namings namings = namings_in(evidence);
  PerArea<double> shares{};
  for (std::size_t area = 0; area < shares.size(); ++area) shares[area] = share_of(apart[area]);
  const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
  PerArea<Clues> clues{};
  for (std::size_t area = 0; area < clues.size(); ++area) {
    const Naming& naming = namings.areas[area];
    Clues& of = clues[area];
    of = {1, odds[area], static_cast<float>(all - shares[area]), 0, 0.5F, 0.5F, 0.5F};
    if (naming.sentences == 0) continue;
    of[3] = static_cast<float>(naming.sentences);
    of[4] = place(naming.first, namings.sentences);
    of[5] = place(naming.last, namings.sentences);
    of[6] = place(naming.phrases_before, namings.phrases);
  }
  return clues;
}

PerArea<double> second_look(const Clues& weights, const PerArea<Clues>& clues) {
  PerArea<double> shares{};
  for (std::size_t area = 0; area < shares.size(); ++area) {
    shares[area] = share_of(std::inner_product(weights.begin(), weights.end(), clues[area].begin(), 0.0));
  }
  return shares;
}

}  // namespace postbox::classify
