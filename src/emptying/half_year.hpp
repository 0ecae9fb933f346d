// The figures of one complete half-year: answers and tone, protected together with the months that readers
// have already. Pure.
#pragma once

#include <vector>

#include "emptying/board_figures.hpp"

namespace postbox::emptying {

// `months`: the six of it, ascending; borrowed for the call.
HalfYearFigures half_year_figures(const std::vector<const trends::MonthCounts*>& months,
                                  const report::Wording& wording, const disclosure::Settings& settings);

}  // namespace postbox::emptying
