#include "report/summary.hpp"

#include <doctest/doctest.h>

#include "report/sample.hpp"

namespace postbox::report {
namespace {

DeliveredRow row(AreaList areas, std::string rating, Month month = test::november()) {
  DeliveredRow row = test::row_with("x");
  row.areas = std::move(areas);
  row.rating = std::move(rating);
  row.month = month;
  return row;
}

std::string summary_of(const std::vector<DeliveredRow>& rows) {
  Counts counts;
  for (const DeliveredRow& each : rows) counts.add(each, true);
  return summary_sentence(test::sample_facts(), test::sample_wording(), counts);
}

}  // namespace

TEST_CASE("summary: what changed since the month before, where there is one") {
  struct Case {
    const char* why;
    std::optional<std::size_t> before;
    std::string expected;
  };
  const std::string chance = ". Small numbers go up and down by chance.";
  const Case cases[] = {{"nothing to compare with", std::nullopt, ""},
                        {"none", 0, "October 2026 brought none: 2 more now" + chance},
                        {"more", 1, "October 2026 brought 1: 1 more now" + chance},
                        {"as many", 2, "October 2026 brought 2: as many as now" + chance},
                        {"fewer", 9, "October 2026 brought 9: 7 fewer now" + chance}};
  Counts counts;
  counts.add(row({}, ""), true);
  counts.add(row({}, ""), true);
  for (const Case& c : cases) {
    CAPTURE(c.why);
    PackFacts facts = test::sample_facts();
    if (c.before) facts.before = MonthBefore{.all = *c.before};
    CHECK(change_sentence(facts, counts) == c.expected);
  }
}

TEST_CASE("summary: how many, about what and how rated, in a sentence or two") {
  constexpr auto bus = ServiceArea::transport;
  constexpr auto plan = ServiceArea::ehcp;
  constexpr auto camhs = ServiceArea::camhs;
  const Month october = test::november().previous();
  struct Case {
    const char* why;
    std::vector<DeliveredRow> rows;
    std::string expected;
  };
  const Case cases[] = {
      {"nothing", {}, "0 pieces of feedback from November 2026."},
      {"one, with nothing known of it", {row({}, "")}, "1 piece of feedback from November 2026."},
      {"one with two areas has no most",
       {row({bus, plan}, "")},
       "1 piece of feedback from November 2026, about Area ehcp (1) and Area transport (1)."},
      {"the two areas with the most",
       {row({bus}, ""), row({bus, plan}, ""), row({camhs, plan, bus}, "")},
       "3 pieces of feedback from November 2026, most often about Area transport (3) and Area ehcp (2)."},
      {"who does not know has not rated",
       {row({bus}, "very-good"), row({bus}, "good"), row({bus}, "neither"), row({bus}, "very-poor"),
        row({bus}, "dont-know"), row({bus}, "")},
       "6 pieces of feedback from November 2026, about Area transport (6). Of the 4 who rated their "
       "experience, 2 "
       "said good or very good and 1 said poor or very poor."},
      {"one rating",
       {row({}, "poor")},
       "1 piece of feedback from November 2026. The one who rated their experience said poor or very poor."},
      {"one in the middle",
       {row({}, "neither")},
       "1 piece of feedback from November 2026. The one who rated their experience said neither good nor "
       "poor."},
      {"a rating that the form has no longer", {row({}, "so-so")}, "1 piece of feedback from November 2026."},
      {"late paper", {row({}, "", october)}, "1 piece of feedback from October 2026."},
      {"two months",
       {row({}, "", october), row({}, "")},
       "2 pieces of feedback from October 2026 to November 2026."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(summary_of(c.rows) == c.expected);
  }
}

}  // namespace postbox::report
