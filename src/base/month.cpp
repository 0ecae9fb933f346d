#include "base/month.hpp"

#include <fmt/core.h>

#include <array>

namespace postbox {
namespace {

using namespace std::chrono;

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

}  // namespace

std::optional<Month> Month::parse(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto y = digits(text.substr(0, 4));
  const auto m = digits(text.substr(5, 2));
  if (!y || !m || *y < 2000 || *y > 2099 || *m < 1 || *m > 12) return std::nullopt;
  return Month{year{static_cast<int>(*y)} / month{*m}};
}

// Digit by digit: it stands in every row of every pack.
std::string Month::text() const {
  std::string text = "0000-00";
  const auto put = [&text](std::size_t last, std::size_t digits, unsigned number) {
    for (std::size_t i = 0; i < digits; ++i, number /= 10) {
      text[last - i] = static_cast<char>('0' + number % 10);
    }
  };
  put(3, 4, static_cast<unsigned>(int{value_.year()}));
  put(6, 2, unsigned{value_.month()});
  return text;
}

std::string Month::name() const {
  static constexpr std::array names = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
  return fmt::format("{} {}", names[unsigned{value_.month()} - 1], int{value_.year()});
}

year_month_day Month::last_day() const { return year_month_day{sys_days{value_ / last}}; }

}  // namespace postbox
