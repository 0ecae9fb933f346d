#include "deliver/routes.hpp"

#include <doctest/doctest.h>

namespace postbox::deliver {
namespace {

using std::chrono::year_month_day;

year_month_day day(int year, unsigned month, unsigned number) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

Month month(std::string_view text) { return Month::parse(text).value(); }

// A place with two districts, two councils one after the other, and one health body for all of it.
Routes small_county() {
  const year_month_day start = day(2019, 10, 1);
  return {{{"health", "The health trust"}, {"new-east", "East"}, {"new-west", "West"}, {"old", "The county"}},
          {{ServiceArea::transport, {"east", "west"}, start, day(2023, 3, 31), "old", "r:1", ""},
           {ServiceArea::transport, {"west"}, day(2023, 4, 1), {}, "new-west", "r:2", ""},
           {ServiceArea::transport, {"east"}, day(2023, 4, 1), {}, "new-east", "r:3", ""},
           {ServiceArea::ehcp, {"west"}, start, {}, "new-west", "r:4", ""},
           {ServiceArea::camhs, {"east", "west"}, start, day(2022, 6, 30), "health", "r:5", "The group"},
           {ServiceArea::camhs, {"east"}, day(2022, 7, 1), {}, "health", "r:6", "The board"},
           {ServiceArea::camhs, {"west"}, day(2022, 7, 1), {}, "health", "r:7", "The other board"}},
          {"abroad"}};
}

std::string written(const std::vector<Destination>& destinations) {
  std::string all;
  for (const Destination& destination : destinations) {
    all += (all.empty() ? "" : ", ") + destination.recipient + (destination.district_known ? "" : "?");
  }
  return all;
}

}  // namespace

TEST_CASE("deliver: area, district and month decide who receives") {
  struct Case {
    const char* why;
    AreaList areas;
    std::string_view district;
    std::string_view month;
    std::string_view expected;  // "?": the district was not known
  };
  const ServiceArea transport = ServiceArea::transport;
  const Case cases[] = {
      {"the last month of the old council", {transport}, "east", "2023-03", "old"},
      {"the first month of the new ones", {transport}, "east", "2023-04", "new-east"},
      {"the other district of the same month", {transport}, "west", "2023-04", "new-west"},
      {"two areas go to both", {transport, ServiceArea::camhs}, "east", "2024-01", "health, new-east"},
      {"two areas of one recipient: once", {transport, ServiceArea::ehcp}, "west", "2024-01", "new-west"},
      {"no district: the first named", {transport}, "", "2024-01", "new-west?"},
      {"no district in an old month: the first named then", {transport}, "", "2020-01", "old?"},
      {"elsewhere is as good as no district", {transport}, "abroad", "2024-01", "new-west?"},
      {"a county-wide recipient is marked too", {ServiceArea::camhs}, "", "2020-01", "health?"},
      {"a district that no route names", {transport}, "north", "2024-01", "new-west?"},
      {"a gap is not filled with a neighbour's body", {ServiceArea::ehcp}, "east", "2024-01", ""},
      {"no area", {}, "east", "2024-01", ""},
      {"an area without any route", {ServiceArea::therapies}, "", "2024-01", ""},
      {"the month before the first route", {transport}, "east", "2019-09", ""},
      {"the first month of all", {transport}, "east", "2019-10", "old"},
  };
  const Routes routes = small_county();
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(written(routes.destinations(c.areas, c.district, month(c.month))) == c.expected);
  }
}

TEST_CASE("deliver: a change in the middle of a month holds from the next month on") {
  const Routes routes({{"a", "A"}, {"b", "B"}},
                      {{ServiceArea::camhs, {"east"}, day(2020, 1, 1), day(2020, 5, 14), "a", "r:1", ""},
                       {ServiceArea::camhs, {"east"}, day(2020, 5, 15), {}, "b", "r:2", ""}});
  CHECK(written(routes.destinations({ServiceArea::camhs}, "east", month("2020-05"))) == "a");
  CHECK(written(routes.destinations({ServiceArea::camhs}, "east", month("2020-06"))) == "b");
}

TEST_CASE("deliver: a recipient is found by its id, and nobody by another") {
  const Routes routes = small_county();
  REQUIRE(routes.find("health") != nullptr);
  CHECK(routes.find("health")->name == "The health trust");
  CHECK(routes.find("unsorted") == nullptr);
}

TEST_CASE("deliver: the commissioner is that of the month") {
  const Routes routes = small_county();
  CHECK(routes.commissioner_of("health", month("2022-06")) == "The group");
  CHECK(routes.commissioner_of("health", month("2022-07")) == "The board and The other board");
  CHECK(routes.commissioner_of("new-west", month("2023-04")).empty());
}

TEST_CASE("deliver: a recipient's id is a safe folder name") {
  struct Case {
    const char* why;
    std::string id;
    bool expected;
  };
  const Case cases[] = {
      {"letters and a hyphen", "cntw-camhs", true},
      {"begins with a digit", "2nd-team", true},
      {"64 characters", std::string(64, 'a'), true},
      {"65 characters", std::string(65, 'a'), false},
      {"empty", "", false},
      {"reserved for the board's pack", "board", false},
      {"reserved for what nobody is named for", "unsorted", false},
      {"begins with a hyphen, like an option", "-rf", false},
      {"leads out of the folder", "../x", false},
      {"a dot", "a.b", false},
      {"a capital: two ids could be one folder elsewhere", "CAMHS", false},
      {"a space", "a b", false},
      {"not ASCII", "caf\xC3\xA9", false},
      {"NUL", std::string("a\0b", 3), false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(is_recipient_id(c.id) == c.expected);
  }
}

}  // namespace postbox::deliver
