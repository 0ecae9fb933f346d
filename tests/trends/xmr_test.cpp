#include "trends/xmr.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace postbox::trends;

namespace {

constexpr std::optional<std::int64_t> gap = std::nullopt;

// One character a month: 'x' where the rule applies.
std::string marks(const Series& series, bool SpecialCause::*rule) {
  const Xmr chart = xmr(series).value();
  std::string text;
  for (const SpecialCause& cause : chart.special) text += cause.*rule ? 'x' : '.';
  return text;
}

}  // namespace

TEST_CASE("xmr: the known answer") {
  const Series series = {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};
  const Xmr chart = xmr(series).value();
  CHECK(chart.mean == doctest::Approx(1.94).epsilon(0.003));
  CHECK(chart.upper == doctest::Approx(6.95).epsilon(0.001));
  CHECK(chart.lower == doctest::Approx(-3.06).epsilon(0.002));
  CHECK(chart.near_upper - chart.mean == doctest::Approx((chart.upper - chart.mean) * 2 / 3));
  CHECK(chart.lower_is_cut());
  CHECK_FALSE(chart.has_trial_limits());
  CHECK(marks(series, &SpecialCause::outside) == "....x.............");
}

TEST_CASE("xmr: fewer than 12 points make trial limits") {
  CHECK(xmr(Series(11, 5)).value().has_trial_limits());
  CHECK_FALSE(xmr(Series(12, 5)).value().has_trial_limits());
  Series with_gap(12, 5);
  with_gap[3] = gap;
  CHECK(xmr(with_gap).value().has_trial_limits());
}

TEST_CASE("xmr: a gap is no 0, and no moving range reaches across it") {
  const Xmr chart = xmr({10, 12, gap, 40, 42}).value();
  CHECK(chart.points == 4);
  CHECK(chart.mean == doctest::Approx(26));
  CHECK(chart.upper == doctest::Approx(26 + 2.66 * 2));
  CHECK(chart.special[2] == SpecialCause{});
}

TEST_CASE("xmr: no limits without two months in a row") {
  CHECK_FALSE(xmr({}));
  CHECK_FALSE(xmr({7}));
  CHECK_FALSE(xmr({7, gap, 9, gap}));
  CHECK_FALSE(xmr({gap, gap}));
}

TEST_CASE("xmr: the rules of special cause") {
  struct Case {
    const char* why;
    bool SpecialCause::*rule;
    Series series;
    const char* expected;
  };
  const Case cases[] = {
      {"7 on each side of the mean",
       &SpecialCause::run,
       {9, 10, 9, 10, 9, 10, 9, 21, 20, 21, 20, 21, 20, 21},
       "xxxxxxxxxxxxxx"},
      {"6 are not enough", &SpecialCause::run, {9, 10, 9, 10, 9, 10, 21, 20, 21, 20, 21, 20}, "............"},
      {"a gap ends a run",
       &SpecialCause::run,
       {9, 10, 9, gap, 10, 9, 10, 9, 21, 20, 21, gap, 20, 21, 20},
       "..............."},
      {"a point on the mean ends a run",
       &SpecialCause::run,
       {11, 12, 11, 10, 12, 11, 12, 8, 3, 10, 10},
       "..........."},
      {"7 that rise", &SpecialCause::trend, {5, 1, 2, 3, 4, 5, 6, 7, 3}, ".xxxxxxx."},
      {"7 that fall", &SpecialCause::trend, {9, 8, 7, 6, 5, 4, 3}, "xxxxxxx"},
      {"6 that rise", &SpecialCause::trend, {5, 1, 2, 3, 4, 5, 6, 3}, "........"},
      {"a standstill ends a trend", &SpecialCause::trend, {1, 2, 3, 4, 4, 5, 6, 7}, "........"},
      {"a gap ends a trend", &SpecialCause::trend, {1, 2, 3, 4, gap, 5, 6, 7}, "........"},
      {"2 of 3 near the upper limit",
       &SpecialCause::near,
       {10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 13, 12, 13, 11, 10, 11, 10, 11},
       "................x.x....."},
      {"no 2 of 3 through a gap",
       &SpecialCause::near,
       {10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 13, gap, 13, 11, 10, 11, 10, 11},
       "........................"},
      {"below the lower limit too",
       &SpecialCause::outside,
       {50, 51, 50, 51, 50, 51, 50, 51, 30, 51, 50, 51, 50, 51, 50, 51},
       "........x......."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(marks(c.series, c.rule) == c.expected);
  }
}

TEST_CASE("xmr: months that are all alike are nothing special") {
  const Xmr chart = xmr(Series(20, 6)).value();
  CHECK(chart.upper == doctest::Approx(6));
  for (const SpecialCause& cause : chart.special) CHECK_FALSE(cause.any());
}
