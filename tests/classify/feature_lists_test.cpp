#include "classify/feature_lists.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace {

using postbox::classify::Feature;
using postbox::classify::FeatureLists;

using Features = std::vector<Feature>;

Features listed(const FeatureLists& lists, std::size_t sentence) {
  return {lists[sentence].begin(), lists[sentence].end()};
}

TEST_CASE("feature lists: each sentence has its own, ascending and each once") {
  FeatureLists lists;
  lists.add_sentence({7, 0xFFFFFFFF, 3, 7, 0});
  lists.add_sentence({});
  lists.add_sentence({3, 3});
  CHECK(lists.size() == 3);
  CHECK(listed(lists, 0) == Features{0, 3, 7, 0xFFFFFFFF});
  CHECK(listed(lists, 1).empty());
  CHECK(listed(lists, 2) == Features{3});
}

TEST_CASE("feature lists: in order also where all begin alike") {
  for (const Feature most : {10U, 1U << 20U, 0xFFFFFFFFU}) {
    Features features;
    for (Feature i = 0; i < 700; ++i) features.push_back(i * 2654435761U % most);
    FeatureLists lists;
    lists.add_sentence(features);
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    CHECK(listed(lists, 0) == features);
  }
}

}  // namespace
