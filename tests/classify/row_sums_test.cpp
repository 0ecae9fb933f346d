#include "classify/row_sums.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace {

using namespace postbox::classify;

Row row(std::int16_t first, std::int16_t tone, std::int16_t urgent) {
  Row row;
  row.heads[0] = first;
  row.heads[first_tone_head] = tone;
  row.heads[urgent_head] = urgent;
  return row;
}

FeatureLists lists(const std::vector<std::vector<Feature>>& sentences) {
  FeatureLists lists;
  for (const auto& features : sentences) lists.add_sentence(features);
  return lists;
}

TEST_CASE("row sums: the rows of a sentence's features are added up, head by head") {
  const RowSums sums({5, 0x1F, 0xFFFF0000}, {row(1, 2, 3), row(1000, -2000, 32767), row(-32768, 7, -1)});
  const auto of = sums.of(lists({{0x1F, 5}, {0xFFFF0000}}));
  REQUIRE(of.size() == 2);
  CHECK(of[0][0] == 1.001F);
  CHECK(of[0][first_tone_head] == -1.998F);
  CHECK(of[0][urgent_head] == 32.77F);
  CHECK(of[1][0] == -32.768F);
  CHECK(of[1][1] == 0);
}

TEST_CASE("row sums: nothing was learned of a feature without a row, whatever stands beside it") {
  const RowSums sums({0, 0x1F, 0x20, 0xFFFF0000}, {row(1, 1, 1), row(1, 1, 1), row(1, 1, 1), row(1, 1, 1)});
  const auto of = sums.of(lists({{1, 0x1E, 0x21, 0x10000, 0xFFFEFFFF, 0xFFFF0001}, {0, 0xFFFF0000, 7}}));
  CHECK(of[0] == PerHead{});
  CHECK(of[1][urgent_head] == 0.002F);
  CHECK(RowSums({}, {}).of(lists({{1, 2}})) == std::vector<PerHead>{{}});
}

TEST_CASE("row sums: sentences without features have a sum, wherever they stand") {
  const RowSums sums({5}, {row(1, 1, 1)});
  const auto of = sums.of(lists({{}, {}, {5}, {}, {5, 6}, {}}));
  REQUIRE(of.size() == 6);
  for (const std::size_t empty : {0U, 1U, 3U, 5U}) CHECK(of[empty] == PerHead{});
  for (const std::size_t full : {2U, 4U}) CHECK(of[full][0] == 0.001F);
  CHECK(sums.of(lists({})).empty());
}

TEST_CASE(
    "row sums: the urgent head alone is told the same, also of long sentences of features that begin alike") {
  std::vector<Feature> known;
  Rows rows;
  for (Feature feature = 3; feature < 30'000; feature += 3) {
    known.push_back(feature);
    rows.push_back(row(1, 1, static_cast<std::int16_t>(feature)));
  }
  const RowSums sums(known, rows);
  std::vector<Feature> asked;
  for (Feature feature = 0; feature < 3000; ++feature) asked.push_back(feature);
  const FeatureLists features = lists({{1, 3}, asked, {29'997}});
  const auto of = sums.of(features);
  const auto urgent = sums.of_urgent(features);
  REQUIRE(urgent.size() == 3);
  CHECK(of[1][0] == 0.999F);
  for (std::size_t s = 0; s < urgent.size(); ++s) CHECK(of[s][urgent_head] == urgent[s]);
}

TEST_CASE("row sums: what is learned is rounded to thousandths, and cut where there is no room for more") {
  PerHead weights{};
  weights[0] = 0.0014F;
  weights[1] = -0.0016F;
  weights[2] = 40;
  weights[3] = -40;
  const Row row = rounded(weights);
  CHECK(row.heads[0] == 1);
  CHECK(row.heads[1] == -2);
  CHECK(row.heads[2] == 32767);
  CHECK(row.heads[3] == -32768);
}

}  // namespace
