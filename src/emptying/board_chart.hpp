// One service area month by month: an XmR chart as a picture, with what can be said of it in words. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/html.hpp"
#include "emptying/board_figures.hpp"
#include "trends/xmr.hpp"

namespace postbox::emptying {

// The published counts of one row of the board (board_rows: all submissions). A hidden month and one that was
// never emptied are gaps.
trends::Series series_of(const BoardFigures& figures, std::size_t row);

// Inline SVG. Special causes are told by shape, hidden months by the marker, months without a figure by a
// dash.
Html board_chart(const BoardFigures& figures, const trends::Series& series,
                 const std::optional<trends::Xmr>& xmr, const std::string& name);

// "Mean 15.2 a month ...": the limits in words, and what is special, one line each.
std::vector<std::string> chart_in_words(const BoardFigures& figures, const trends::Series& series,
                                        const std::optional<trends::Xmr>& xmr);

}  // namespace postbox::emptying
