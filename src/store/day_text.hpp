// A day as the tables write it: "2026-11-06".
#pragma once

#include <fmt/core.h>

#include <chrono>
#include <string>

namespace postbox::store {

inline std::string day_text(std::chrono::year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", int{day.year()}, unsigned{day.month()}, unsigned{day.day()});
}

}  // namespace postbox::store
