// What the rows of a sentence's features add up to.
//
// By its first bits it is known of a feature where those that share them stand; there are two of them on
// average. Nothing was learned of features without a row.
#pragma once

#include <cstdint>
#include <vector>

#include "classify/feature_lists.hpp"
#include "classify/weights.hpp"

namespace postbox::classify {

class RowSums {
 public:
  // A row for each feature.
  RowSums(std::vector<Feature> ascending, Rows rows);

  // Of each sentence.
  std::vector<PerHead> of(const FeatureLists& features) const;

  // The same for the urgent head alone, from a column of its own that stays in the cache.
  std::vector<float> of_urgent(const FeatureLists& features) const;

 private:
  static constexpr std::size_t look_ahead = 4;
  // `begin`: the first that begins as it does. The last row for one that has none.
  std::uint32_t row_of(Feature feature, std::uint32_t begin) const;
  template <class Sums, class Parts>
  auto add_up(const FeatureLists& features, const Parts& parts) const;

  std::vector<Feature> ascending_;   // and some no_feature, so that a look ahead ends
  std::vector<std::uint32_t> bins_;  // where the features that begin so start
  Rows rows_;                        // in pairs (row_sums.cpp), and one of zeros
  std::vector<std::int16_t> urgent_;
};

}  // namespace postbox::classify
