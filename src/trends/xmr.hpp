// An XmR chart (individual values and moving range) as NHS boards read it (NHS England, Making Data Count).
//
// Centre line: the mean. Process limits: mean +- 2.66 x the mean moving range; near limits at two thirds of
// that. A month without a figure is a gap: no moving range reaches across it, no run goes on through it.
// Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace postbox::trends {

// Why a point is more than the usual up and down.
struct SpecialCause {
  bool outside = false;  // beyond a process limit
  bool run = false;      // one of 7 or more in a row on one side of the mean
  bool trend = false;    // one of 7 or more in a row that steadily rise or fall
  bool near = false;     // one of 2 in 3 beyond the same near limit

  bool any() const { return outside || run || trend || near; }
  friend bool operator==(const SpecialCause&, const SpecialCause&) = default;
};

struct Xmr {
  double mean = 0;
  double upper = 0;
  double lower = 0;  // as computed: below 0 for small counts; a chart of counts cuts it at 0 and says so
  double near_upper = 0;
  double near_lower = 0;
  std::size_t points = 0;             // months with a figure
  std::vector<SpecialCause> special;  // one for each month; nothing set at a gap

  bool has_trial_limits() const { return points < trial_points; }
  bool lower_is_cut() const { return lower < 0; }

  static constexpr std::size_t trial_points = 12;  // with fewer, limits are only "trial limits"
};

using Series = std::vector<std::optional<std::int64_t>>;  // month by month; nothing: a gap

// Nothing where no two months in a row have a figure: there is no moving range then, so no limits.
std::optional<Xmr> xmr(const Series& series);

}  // namespace postbox::trends
