// What is said in words of a chart.
#include "emptying/board_chart.hpp"

#include <doctest/doctest.h>

using namespace postbox;
using namespace postbox::emptying;

namespace {

// From January 2026 on, with a mean of 10 and every month marked by one rule.
std::vector<std::string> words_of(const trends::Series& series, bool trends::SpecialCause::*rule) {
  BoardFigures figures;
  trends::Xmr xmr{.mean = 10, .upper = 20, .points = 12, .special = {}};
  for (unsigned month = 1; month <= series.size(); ++month) {
    figures.months.push_back(
        {.month = Month{std::chrono::year{2026} / std::chrono::month{month}}, .is_known = true});
    trends::SpecialCause& special = xmr.special.emplace_back();
    special.*rule = series[month - 1].has_value();
  }
  return chart_in_words(figures, series, xmr);
}

}  // namespace

TEST_CASE("board chart: months that a rule marks are told as stretches of one side of the mean") {
  using trends::SpecialCause;
  struct Case {
    const char* why;
    trends::Series series;
    bool SpecialCause::*rule;
    const char* expected;
  };
  const Case cases[] = {
      {"one side", {17, 18, 17}, &SpecialCause::near, "limit: January 2026 to March 2026."},
      {"two below, then three above",
       {2, 3, 17, 18, 17},
       &SpecialCause::near,
       "limit: January 2026 to February 2026; March 2026 to May 2026."},
      {"above and far below", {25, 0}, &SpecialCause::outside, "limits: January 2026; February 2026."},
      {"a run goes over into one on the other side",
       {11, 12, 9, 8},
       &SpecialCause::run,
       "mean: January 2026 to February 2026; March 2026 to April 2026."},
      {"a steady rise crosses the mean",
       {7, 9, 11, 13},
       &SpecialCause::trend,
       "falling: January 2026 to April 2026."},
      {"a gap ends it", {17, std::nullopt, 17}, &SpecialCause::near, "limit: January 2026; March 2026."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto lines = words_of(c.series, c.rule);
    REQUIRE(lines.size() == 2);
    CAPTURE(lines[1]);
    CHECK(lines[1].ends_with(c.expected));
  }
}
