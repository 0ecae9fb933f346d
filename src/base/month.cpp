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

std::string Month::text() const {
  return fmt::format("{:04}-{:02}", int{value_.year()}, unsigned{value_.month()});
}

std::string Month::name() const {
  static constexpr std::array names = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
  return fmt::format("{} {}", names[unsigned{value_.month()} - 1], int{value_.year()});
}

year_month_day Month::last_day() const { return year_month_day{sys_days{value_ / last}}; }

}  // namespace postbox
