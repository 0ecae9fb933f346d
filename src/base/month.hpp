// A calendar month in Europe/London, the smallest unit of time that the box keeps of a submission.
// Written "YYYY-MM", years 2000 to 2099.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace postbox {

class Month {
 public:
  explicit constexpr Month(std::chrono::year_month value) : value_(value) {}

  // Nothing unless `text` is exactly YYYY-MM with a real month of 2000 to 2099.
  static std::optional<Month> parse(std::string_view text);

  std::string text() const;  // "2026-11"
  std::string name() const;  // "November 2026"
  std::chrono::year_month value() const { return value_; }
  std::chrono::year_month_day first_day() const { return value_ / std::chrono::day{1}; }
  std::chrono::year_month_day last_day() const;
  Month next() const { return Month{value_ + std::chrono::months{1}}; }
  Month previous() const { return Month{value_ - std::chrono::months{1}}; }

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the comparison with 0 inside for a pointer
  friend constexpr auto operator<=>(const Month&, const Month&) = default;

 private:
  std::chrono::year_month value_;
};

}  // namespace postbox
