#include "classify/feature_lists.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <vector>

namespace {

using postbox::classify::Feature;
using postbox::classify::FeatureLists;

using Features = std::vector<Feature>;

Features listed(const FeatureLists& lists, std::size_t sentence) {
  return {lists[sentence].begin(), lists[sentence].end()};
}

TEST_CASE("feature lists: each sentence has its own, each once, in the order of their first place") {
  FeatureLists lists;
  lists.add_sentence(Features{7, 0xFFFFFFFE, 3, 7, 0});
  lists.add_sentence(Features{});
  lists.add_sentence(Features{3, 3});
  CHECK(lists.size() == 3);
  CHECK(listed(lists, 0) == Features{7, 0xFFFFFFFE, 3, 0});
  CHECK(listed(lists, 1).empty());
  CHECK(listed(lists, 2) == Features{3});
}

TEST_CASE("feature lists: no feature is no feature of any sentence") {
  FeatureLists lists;
  lists.add_sentence(Features{postbox::classify::no_feature, 1});
  CHECK(listed(lists, 0) == Features{1});
}

TEST_CASE("feature lists: a sentence that has the features of an earlier one is not new") {
  FeatureLists lists;
  const std::vector<Features> sentences = {{7, 3}, {}, {3, 7, 3}, {3}, {}, {10}, {7, 3}, {4, 6}};
  for (const Features& sentence : sentences) lists.add_sentence(sentence);
  CHECK(lists.are_new(0, 8) == std::vector<bool>{true, true, false, true, true, true, false, true});
  CHECK(lists.are_new(3, 7) == std::vector<bool>(4, true));
  CHECK(FeatureLists().are_new(0, 0).empty());
}

TEST_CASE("feature lists: each once also where all begin or end alike") {
  for (const Feature most : {10U, 1U << 20U, 0xFFFFFFFFU}) {
    Features features;
    for (Feature i = 0; i < 700; ++i) {
      features.push_back(i * 2654435761U % most);
      features.push_back(i << 16U);
    }
    FeatureLists lists;
    lists.add_sentence(Features{1, 2, 3});
    lists.add_sentence(features);
    Features once = listed(lists, 1);
    CHECK(std::set(once.begin(), once.end()) == std::set(features.begin(), features.end()));
    std::sort(once.begin(), once.end());
    CHECK(std::adjacent_find(once.begin(), once.end()) == once.end());
  }
}

}  // namespace
