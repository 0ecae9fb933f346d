#include "base/month.hpp"

#include <doctest/doctest.h>

namespace postbox {
namespace {

using namespace std::chrono;

Month month(std::string_view text) { return Month::parse(text).value(); }

TEST_CASE("month: what is a month is read, and written as it was") {
  for (const std::string_view text : {"2000-01", "2021-08", "2026-09", "2026-10", "2026-12", "2099-12"}) {
    CAPTURE(text);
    const auto parsed = Month::parse(text);
    REQUIRE(parsed);
    CHECK(parsed->text() == text);
  }
}

TEST_CASE("month: what is none is refused") {
  struct Case {
    const char* why;
    std::string_view text;
  };
  const Case cases[] = {
      {"nothing", ""},
      {"month 0", "2026-00"},
      {"month 13", "2026-13"},
      {"month 99", "2026-99"},
      {"before the box", "1999-12"},
      {"after the box", "2100-01"},
      {"year 0", "0000-01"},
      {"one digit", "2026-1"},
      {"three digits", "2026-011"},
      {"a day", "2026-11-01"},
      {"two-digit year", "26-11"},
      {"five-digit year", "02026-1"},
      {"a slash", "2026/11"},
      {"no hyphen", "202611"},
      {"no hyphen, seven digits", "2026011"},
      {"a space in front", " 2026-1"},
      {"a space after", "2026-11 "},
      {"a line end", "2026-1\n"},
      {"a sign", "+026-11"},
      {"a negative month", "2026--1"},
      {"hexadecimal", "2026-0A"},
      {"words", "2026-no"},
      {"a NUL", std::string_view("2026-1\0", 7)},
      {"Arabic digits of four bytes", "2026-\xD9\xA1"},
      {"a path", "../2026"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK_FALSE(Month::parse(c.text));
  }
}

TEST_CASE("month: the neighbours cross the year") {
  CHECK(month("2026-12").next() == month("2027-01"));
  CHECK(month("2027-01").previous() == month("2026-12"));
  CHECK(month("2026-06").next().previous() == month("2026-06"));
}

TEST_CASE("month: later is greater, across years too") {
  CHECK(month("2026-02") < month("2026-10"));
  CHECK(month("2025-12") < month("2026-01"));
  CHECK(month("2026-11") == month("2026-11"));
}

TEST_CASE("month: first and last day, in leap years and others") {
  struct Case {
    const char* why;
    std::string_view text;
    unsigned last_day;
  };
  const Case cases[] = {
      {"31 days", "2026-01", 31},
      {"30 days", "2026-11", 30},
      {"February", "2026-02", 28},
      {"a leap year", "2028-02", 29},
      {"2000 was a leap year", "2000-02", 29},
      {"December", "2099-12", 31},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(unsigned{month(c.text).last_day().day()} == c.last_day);
    CHECK(unsigned{month(c.text).first_day().day()} == 1);
    CHECK(month(c.text).first_day().month() == month(c.text).last_day().month());
  }
}

TEST_CASE("month: its name, for people") {
  CHECK(month("2026-01").name() == "January 2026");
  CHECK(month("2026-12").name() == "December 2026");
}

}  // namespace
}  // namespace postbox
