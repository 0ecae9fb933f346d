#include "classify/tone_view.hpp"

#include <algorithm>
#include <cmath>

namespace postbox::classify {
namespace {

constexpr std::size_t praise = first_tone_head;
constexpr std::size_t concern = first_tone_head + 1;

// How far praise leads over a concern.
float lead_of(const PerHead& scores) { return scores[praise] - scores[concern]; }

}  // namespace

ToneView tone_view(const PerHead& whole, std::span<const PerHead> sentences, std::size_t words) {
  ToneView view{};
  auto* next = view.begin();
  const auto add = [&](float value) { *next++ = value; };
  const auto count = static_cast<float>(sentences.size());
  for (std::size_t head = first_tone_head; head < urgent_head; ++head) {
    float most = sentences.front()[head];
    float sum = 0;
    for (const PerHead& sentence : sentences) {
      most = std::max(most, sentence[head]);
      sum += sentence[head];
    }
    for (const float value :
         {whole[head], most, sum / count, sentences.back()[head], sentences.front()[head]}) {
      add(value);
    }
  }
  float praise_lead = lead_of(sentences.front());
  float concern_lead = -praise_lead;
  for (const PerHead& sentence : sentences) {
    praise_lead = std::max(praise_lead, lead_of(sentence));
    concern_lead = std::max(concern_lead, -lead_of(sentence));
  }
  for (const float value :
       {praise_lead, concern_lead, std::min(praise_lead, concern_lead), std::log1p(count),
        std::log1p(static_cast<float>(words)), sentences.size() == 1 ? 1.0F : 0.0F, 1.0F}) {
    add(value);
  }
  return view;
}

PerTone tone_shares(const ToneWeights& weights, const ToneView& view) {
  PerTone shares{};
  for (std::size_t i = 0; i < view.size(); ++i) {
    for (std::size_t tone = 0; tone < shares.size(); ++tone) shares[tone] += weights[i][tone] * view[i];
  }
  const float most = *std::max_element(shares.begin(), shares.end());
  float all = 0;
  for (float& share : shares) all += share = std::exp(share - most);
  for (float& share : shares) share /= all;
  return shares;
}

}  // namespace postbox::classify
