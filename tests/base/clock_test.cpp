#include "base/clock.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include "support/fixed_clock.hpp"

namespace postbox {
namespace {

using test::at_utc;

std::string wall_clock(std::chrono::sys_seconds at) {
  using namespace std::chrono;
  const local_seconds local = london_time(at);
  const auto midnight = floor<days>(local);
  const year_month_day day{midnight};
  const hh_mm_ss time{local - midnight};
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", int{day.year()}, unsigned{day.month()},
                     unsigned{day.day()}, time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

TEST_CASE("clock: what a wall clock in London shows") {
  struct Case {
    const char* why;
    std::chrono::sys_seconds utc;
    std::string_view london;
  };
  const Case cases[] = {
      {"winter is UTC", at_utc(2026, 1, 15), "2026-01-15 12:00:00"},
      {"summer is an hour ahead", at_utc(2026, 7, 15), "2026-07-15 13:00:00"},
      {"a second before summer 2026", at_utc(2026, 3, 29, 0, 59, 59), "2026-03-29 00:59:59"},
      {"summer 2026 begins: 1 o'clock is left out", at_utc(2026, 3, 29, 1), "2026-03-29 02:00:00"},
      {"a second before winter 2026", at_utc(2026, 10, 25, 0, 59, 59), "2026-10-25 01:59:59"},
      {"winter 2026 begins: 1 o'clock comes again", at_utc(2026, 10, 25, 1), "2026-10-25 01:00:00"},
      {"the Sunday before is not the edge", at_utc(2026, 3, 22, 1), "2026-03-22 01:00:00"},
      {"the last Sunday is the last day of the month", at_utc(2024, 3, 31, 1), "2024-03-31 02:00:00"},
      {"and a second before", at_utc(2024, 3, 31, 0, 59, 59), "2024-03-31 00:59:59"},
      {"an October that ends on a Sunday", at_utc(2027, 10, 31, 0, 59, 59), "2027-10-31 01:59:59"},
      {"and its edge", at_utc(2027, 10, 31, 1), "2027-10-31 01:00:00"},
      {"the earliest edge: 25 March", at_utc(2029, 3, 25, 1), "2029-03-25 02:00:00"},
      {"leap day", at_utc(2028, 2, 29, 23, 59, 59), "2028-02-29 23:59:59"},
      {"New Year", at_utc(2026, 12, 31, 23, 59, 59), "2026-12-31 23:59:59"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(wall_clock(c.utc) == c.london);
  }
}

TEST_CASE("clock: a post counts for the month of London, not for that of UTC") {
  struct Case {
    const char* why;
    std::chrono::sys_seconds utc;
    std::string_view month;
    unsigned day;
  };
  const Case cases[] = {
      {"summer: the last second of June", at_utc(2026, 6, 30, 22, 59, 59), "2026-06", 30},
      {"summer: July has begun in London", at_utc(2026, 6, 30, 23), "2026-07", 1},
      {"winter: the last second of November", at_utc(2026, 11, 30, 23, 59, 59), "2026-11", 30},
      {"winter: December begins with UTC", at_utc(2026, 12, 1, 0), "2026-12", 1},
      {"the year ends", at_utc(2026, 12, 31, 23, 59, 59), "2026-12", 31},
      {"the year begins", at_utc(2027, 1, 1, 0), "2027-01", 1},
      {"the month ends on the day summer begins", at_utc(2024, 3, 31, 22, 59, 59), "2024-03", 31},
      {"and April begins at 23:00 UTC", at_utc(2024, 3, 31, 23), "2024-04", 1},
      {"the month ends on the day summer ends", at_utc(2027, 10, 31, 23, 59, 59), "2027-10", 31},
      {"and November begins at midnight", at_utc(2027, 11, 1, 0), "2027-11", 1},
      {"leap day", at_utc(2028, 2, 29, 12), "2028-02", 29},
      {"the day after leap day", at_utc(2028, 3, 1, 0), "2028-03", 1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(month_in_london(c.utc).text() == c.month);
    CHECK(unsigned{day_in_london(c.utc).day()} == c.day);
  }
}

TEST_CASE("clock: every summer of the box's years begins and ends on the last Sunday") {
  using namespace std::chrono;
  for (int y = 2000; y <= 2099; ++y) {
    CAPTURE(y);
    int changes = 0;
    const sys_days end{year{y + 1} / January / 1};
    for (sys_seconds at = sys_days{year{y} / January / 1}; at < end; at += hours{1}) {
      const auto before = london_time(at - seconds{1}) - (london_time(at) - seconds{1});
      if (before == seconds{0}) continue;
      ++changes;
      const year_month_day day{floor<days>(at)};
      CHECK(weekday{floor<days>(at)} == Sunday);
      CHECK(unsigned{day.day()} >= 25);
      CHECK(at - floor<days>(at) == hours{1});
      CHECK(day.month() == (changes == 1 ? March : October));
    }
    CHECK(changes == 2);
  }
}

TEST_CASE("clock: a clock that nobody set has no month that could be kept") {
  struct Case {
    const char* why;
    std::chrono::sys_seconds at;
    bool expected;
  };
  const Case cases[] = {
      {"no battery", at_utc(1970, 1, 1, 0), false},
      {"before the epoch", at_utc(1969, 6, 1), false},
      {"the last second before", at_utc(1999, 12, 31, 23, 59, 59), false},
      {"the first month", at_utc(2000, 1, 1, 0), true},
      {"now", at_utc(2026, 11, 6), true},
      {"the last month", at_utc(2099, 12, 31, 23, 59, 59), true},
      {"after it", at_utc(2100, 1, 1, 0), false},
      {"far away", at_utc(12026, 11, 6), false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(has_month(c.at) == c.expected);
  }
}

TEST_CASE("clock: the system's clock goes") {
  const auto before = std::chrono::system_clock::now();
  const auto now = SystemClock().now();
  CHECK(now >= before - std::chrono::seconds{1});
  CHECK(now <= std::chrono::system_clock::now());
}

}  // namespace
}  // namespace postbox
