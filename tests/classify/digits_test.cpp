#include "classify/digits.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using postbox::classify::Digits;
using postbox::classify::leading_digits;

TEST_CASE("digits: every number is read, whatever stands behind it") {
  for (int number = 0; number < 10'000'000; number = number * 9 / 8 + 1) {
    for (const char* behind : {"", " ", " -12345678", "\n00000000", "/", ":", "\x80\xFF\x8A", "-"}) {
      const std::string text = std::to_string(number) + behind;
      CAPTURE(text);
      const Digits digits = leading_digits(text);
      CHECK(digits.value == number);
      CHECK(digits.count == std::to_string(number).size());
    }
  }
  CHECK(leading_digits("0042 ").value == 42);
  CHECK(leading_digits("9999999").value == 9'999'999);
}

TEST_CASE("digits: where none stands, or more than seven, there is no number") {
  for (const char* text :
       {"", " 1", "-1", "/1", ":1", "x", "\x80", "\xB0\x31", "12345678", "123456789 ", "00000001"}) {
    CAPTURE(text);
    CHECK(leading_digits(text).count == 0);
  }
}

}  // namespace
