// One month as the board sees it: submissions of each service area, protected from its own counts alone.
// Pure.
#pragma once

#include <cstddef>

#include "disclosure/publish.hpp"
#include "trends/month_counts.hpp"

namespace postbox::emptying {

// `row`: an area, or what has none (board_figures.hpp).
const trends::Counts& row_of(const trends::MonthCounts& counts, std::size_t row);

// Rows: board_rows, in one column, which has all submissions as its total.
disclosure::PublishedTable publish_month(const trends::MonthCounts& counts,
                                         const disclosure::Settings& settings);

}  // namespace postbox::emptying
