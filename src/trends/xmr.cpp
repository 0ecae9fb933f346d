#include "trends/xmr.hpp"

#include <cstdlib>

namespace postbox::trends {
namespace {

constexpr double limit_factor = 2.66;  // 3 / 1.128, for moving ranges of two values
constexpr double near_share = 2.0 / 3.0;
constexpr std::size_t run_points = 7;
constexpr std::size_t near_window = 3;
constexpr std::size_t near_points = 2;

std::optional<double> mean_moving_range(const Series& series) {
  std::int64_t sum = 0;
  std::int64_t ranges = 0;
  for (std::size_t i = 1; i < series.size(); ++i) {
    if (!series[i] || !series[i - 1]) continue;
    sum += std::abs(*series[i] - *series[i - 1]);
    ++ranges;
  }
  if (ranges == 0) return std::nullopt;
  return static_cast<double>(sum) / static_cast<double>(ranges);
}

// -1, 0 or 1.
int sign_of(double value) { return (value > 0 ? 1 : 0) - (value < 0 ? 1 : 0); }

int side_of_mean(const Series& series, const Xmr& chart, std::size_t i) {
  return series[i] ? sign_of(static_cast<double>(*series[i]) - chart.mean) : 0;
}

int direction_into(const Series& series, std::size_t i) {
  if (i == 0 || !series[i] || !series[i - 1]) return 0;
  return sign_of(static_cast<double>(*series[i] - *series[i - 1]));
}

int near_side(const Series& series, const Xmr& chart, std::size_t i) {
  if (!series[i]) return 0;
  const auto value = static_cast<double>(*series[i]);
  return (value > chart.near_upper ? 1 : 0) - (value < chart.near_lower ? 1 : 0);
}

void mark_outside(const Series& series, Xmr& chart) {
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (!series[i]) continue;
    const auto value = static_cast<double>(*series[i]);
    chart.special[i].outside = value > chart.upper || value < chart.lower;
  }
}

void mark_runs(const Series& series, Xmr& chart) {
  std::size_t length = 0;
  int side = 0;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const int here = side_of_mean(series, chart, i);
    length = here == 0 ? 0 : (here == side ? length + 1 : 1);
    side = here;
    if (length < run_points) continue;
    for (std::size_t back = 0; back < run_points; ++back) chart.special[i - back].run = true;
  }
}

void mark_trends(const Series& series, Xmr& chart) {
  std::size_t steps = 0;
  int direction = 0;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const int here = direction_into(series, i);
    steps = here == 0 ? 0 : (here == direction ? steps + 1 : 1);
    direction = here;
    if (steps + 1 < run_points) continue;  // 7 points are 6 steps
    for (std::size_t back = 0; back < run_points; ++back) chart.special[i - back].trend = true;
  }
}

void mark_near_in_window(const Series& series, Xmr& chart, std::size_t first, int side) {
  std::size_t near = 0;
  for (std::size_t i = first; i < first + near_window; ++i) {
    if (!series[i]) return;
    if (near_side(series, chart, i) == side) ++near;
  }
  if (near < near_points) return;
  for (std::size_t i = first; i < first + near_window; ++i) {
    if (near_side(series, chart, i) == side) chart.special[i].near = true;
  }
}

void mark_near(const Series& series, Xmr& chart) {
  for (std::size_t first = 0; first + near_window <= series.size(); ++first) {
    for (const int side : {-1, 1}) mark_near_in_window(series, chart, first, side);
  }
}

}  // namespace

std::optional<Xmr> xmr(const Series& series) {
  const auto moving_range = mean_moving_range(series);
  if (!moving_range) return std::nullopt;
  Xmr chart;
  std::int64_t sum = 0;
  for (const auto& value : series) {
    if (!value) continue;
    sum += *value;
    ++chart.points;
  }
  chart.mean = static_cast<double>(sum) / static_cast<double>(chart.points);
  const double reach = limit_factor * *moving_range;
  chart.upper = chart.mean + reach;
  chart.lower = chart.mean - reach;
  chart.near_upper = chart.mean + near_share * reach;
  chart.near_lower = chart.mean - near_share * reach;
  chart.special.resize(series.size());
  mark_outside(series, chart);
  mark_runs(series, chart);
  mark_trends(series, chart);
  mark_near(series, chart);
  return chart;
}

}  // namespace postbox::trends
