#include "classify/feature_lists.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace postbox::classify {
namespace {

// So that two sums are alike only where all that was added is.
std::uint64_t spread(Feature feature) {
  const std::uint64_t mixed = (feature + 1ULL) * 0x9E3779B97F4A7C15U;
  return mixed ^ (mixed >> 29U);
}

}  // namespace

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
  std::uint64_t print = 0;
  for (const Feature feature : features) {
    std::size_t at = feature & (places - 1);
    while (seen_[at] != feature && seen_[at] != no_feature) at = (at + 1) & (places - 1);
    *next = feature;
    const bool is_first = seen_[at] != feature;
    next += is_first ? 1 : 0;
    print += is_first ? spread(feature) : 0;
    seen_[at] = feature;
  }
  features_.resize(static_cast<std::size_t>(next - features_.data()));
  ends_.push_back(features_.size());
  prints_.push_back(print);
}

std::vector<bool> FeatureLists::are_new(std::size_t first, std::size_t last) const {
  std::vector<bool> are_new(last - first, true);
  if (last - first < 2) return are_new;
  std::vector<std::pair<std::uint64_t, std::size_t>> ordered;
  ordered.reserve(last - first);
  for (std::size_t s = first; s < last; ++s) ordered.emplace_back(prints_[s], s);
  std::sort(ordered.begin(), ordered.end());
  for (std::size_t i = 1; i < ordered.size(); ++i) {
    const auto [print, sentence] = ordered[i];
    if (print == ordered[i - 1].first && !(*this)[sentence].empty()) are_new[sentence - first] = false;
  }
  return are_new;
}

}  // namespace postbox::classify
