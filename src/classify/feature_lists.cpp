#include "classify/feature_lists.hpp"

#include <cstring>

namespace postbox::classify {

static_assert(no_feature == 0xFFFFFFFF);  // all bytes alike

// Open addressing with much room to spare: hardly ever is a place taken by another feature. One that happens
// to be no_feature is never listed.
void FeatureLists::add_sentence(std::span<const Feature> features) {
  constexpr std::size_t room = 4;
  std::size_t places = 64;
  while (places < room * features.size()) places *= 2;
  if (seen_.size() < places) seen_.resize(places);
  std::memset(seen_.data(), 0xFF, places * sizeof no_feature);
  const std::size_t begin = features_.size();
  features_.resize(begin + features.size());
  Feature* next = features_.data() + begin;
  for (const Feature feature : features) {
    std::size_t at = feature & (places - 1);
    while (seen_[at] != feature && seen_[at] != no_feature) at = (at + 1) & (places - 1);
    *next = feature;
    next += seen_[at] != feature ? 1 : 0;
    seen_[at] = feature;
  }
  features_.resize(static_cast<std::size_t>(next - features_.data()));
  ends_.push_back(features_.size());
}

}  // namespace postbox::classify
