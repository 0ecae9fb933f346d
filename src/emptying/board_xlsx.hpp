// trends.xlsx of the board's pack: the figures to work with, from publishable ones alone. Described in
// schema/board.md.
#pragma once

#include "base/file_system.hpp"
#include "emptying/board_page.hpp"

namespace postbox::emptying {

// Sheets: cover, months (a row each, a column per area), answers (by half-year, a row per count). Shown
// counts are numbers, hidden ones the marker, months without a figure empty. The same figures give the same
// bytes. `file` must not be there; a part file lies beside it meanwhile.
void write_board_workbook(FileSystem& files, const Path& file, const BoardFigures& figures,
                          const report::Wording& wording, const BoardFacts& facts, unsigned file_mode);

}  // namespace postbox::emptying
