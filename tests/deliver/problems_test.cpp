#include <doctest/doctest.h>

#include <algorithm>

#include "deliver/routes.hpp"

namespace postbox::deliver {
namespace {

using std::chrono::year_month_day;
using Problems = std::vector<std::string>;

year_month_day day(int year, unsigned month, unsigned number) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

Route route(std::string where, year_month_day from, std::optional<year_month_day> until = {},
            std::string recipient = "a", std::set<std::string> districts = {"east"}) {
  return {ServiceArea::camhs, std::move(districts), from, until, std::move(recipient), std::move(where), ""};
}

// Routes that are whole in every other area, so that only what a case does to CAMHS can be wrong.
Problems problems_of(std::vector<Route> camhs, const std::set<std::string>& districts = {"east"}) {
  std::vector<Route> routes = std::move(camhs);
  for (const ServiceArea area : service_areas) {
    if (area != ServiceArea::camhs) {
      routes.push_back({area, {"east"}, day(2020, 1, 1), {}, "a", "whole", ""});
    }
  }
  return Routes({{"a", "A"}, {"b", "B"}}, routes, {"abroad"}).problems(districts);
}

}  // namespace

TEST_CASE("deliver: gaps and overlaps are named with area, district, days and lines") {
  struct Case {
    const char* why;
    std::vector<Route> camhs;
    Problems expected;
  };
  const Case cases[] = {
      {"one route for ever", {route("r:1", day(2020, 1, 1))}, {}},
      {"the day after the last day follows on",
       {route("r:1", day(2020, 1, 1), day(2020, 2, 29)), route("r:2", day(2020, 3, 1))},
       {}},
      {"the order in the file does not matter",
       {route("r:1", day(2020, 3, 1)), route("r:2", day(2020, 1, 1), day(2020, 2, 29))},
       {}},
      {"begins later than the others",
       {route("r:1", day(2020, 1, 2))},
       {"camhs in east: nobody from 2020-01-01 to 2020-01-01 (r:1 begins)"}},
      {"begins earlier: then the others are late, see below; here it ends",
       {route("r:1", day(2020, 1, 1), day(2021, 12, 31))},
       {"camhs in east: nobody from 2022-01-01 on (r:1 ends)"}},
      {"a hole of one day",
       {route("r:1", day(2020, 1, 1), day(2020, 6, 29)), route("r:2", day(2020, 7, 1))},
       {"camhs in east: nobody from 2020-06-30 to 2020-06-30 (r:1 ends, r:2 begins)"}},
      {"no route at all", {}, {"camhs in east: nobody from 2020-01-01 on (no route)"}},
      {"the last day counts: one day too many",
       {route("r:1", day(2020, 1, 1), day(2020, 7, 1)), route("r:2", day(2020, 7, 1), {}, "b")},
       {"camhs in east: two routes from 2020-07-01 to 2020-07-01: to a (r:1) and to b (r:2)"}},
      {"the old one was never ended",
       {route("r:1", day(2020, 1, 1)), route("r:2", day(2023, 4, 1), {}, "b")},
       {"camhs in east: two routes from 2023-04-01 on: to a (r:1) and to b (r:2)"}},
      {"a short one within a long one, and no false gap after it",
       {route("r:1", day(2020, 1, 1), day(2022, 12, 31)),
        route("r:2", day(2021, 1, 1), day(2021, 1, 31), "b"), route("r:3", day(2023, 1, 1))},
       {"camhs in east: two routes from 2021-01-01 to 2021-01-31: to a (r:1) and to b (r:2)"}},
      {"the same recipient twice is a slip as well",
       {route("r:1", day(2020, 1, 1)), route("r:2", day(2020, 1, 1))},
       {"camhs in east: two routes from 2020-01-01 on: to a (r:1) and to a (r:2)"}},
      {"a district that nobody can answer",
       {route("r:1", day(2020, 1, 1), {}, "a", {"east", "eats"})},
       {"r:1: \"eats\" is not an answer to the question about the district (camhs)"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(problems_of(c.camhs) == c.expected);
  }
}

TEST_CASE("deliver: one early route makes every other one late") {
  const Problems problems = problems_of({route("r:1", day(2019, 12, 31))});
  CHECK(problems.size() == service_area_count - 1);
  CHECK(std::find(problems.begin(), problems.end(),
                  "transport in east: nobody from 2019-12-31 to 2019-12-31 (whole begins)") !=
        problems.end());
}

TEST_CASE("deliver: elsewhere needs no route, any other district does") {
  CHECK(problems_of({route("r:1", day(2020, 1, 1))}, {"east", "abroad"}).empty());
  CHECK(problems_of({route("r:1", day(2020, 1, 1))}, {"east", "west"}).size() == service_area_count);
}

TEST_CASE("deliver: a form without the question still needs a route on every day") {
  CHECK(problems_of({route("r:1", day(2020, 1, 1))}, {}).empty());
  CHECK(problems_of({route("r:1", day(2020, 1, 1)), route("r:2", day(2020, 1, 1), {}, "b", {"west"})}, {})
            .empty());
  CHECK(problems_of({}, {}) == Problems{"camhs: nobody from 2020-01-01 on (no route)"});
}

TEST_CASE("deliver: no routes at all is said once") {
  CHECK(Routes({}, {}).problems({"east"}) == Problems{"there is no route at all"});
}

}  // namespace postbox::deliver
