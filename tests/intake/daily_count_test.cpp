#include "intake/daily_count.hpp"

#include <doctest/doctest.h>

using namespace postbox::intake;
using std::chrono::days;

TEST_CASE("daily count: what came today is told tomorrow") {
  DailyCount count;
  const DailyCount::Day monday{days{20'000}};
  CHECK(count.told(monday) == 0);
  count.add(3, monday);
  CHECK(count.told(monday) == 0);
  CHECK(count.told(monday + days{1}) == 3);
  count.add(2, monday + days{1});
  CHECK(count.told(monday + days{1}) == 3);
  CHECK(count.told(monday + days{9}) == 5);
}

TEST_CASE("daily count: a clock that goes back takes nothing away and tells nothing early") {
  DailyCount count;
  const DailyCount::Day monday{days{20'000}};
  count.add(3, monday);
  count.add(4, monday - days{1});
  CHECK(count.told(monday) == 0);
  CHECK(count.told(monday + days{1}) == 7);
}
