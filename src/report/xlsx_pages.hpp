// The two sheets of a workbook that are there to be read before the rows: the cover and the notes.
#pragma once

#include <string>
#include <vector>

#include "report/bundle.hpp"
#include "report/counts.hpp"
#include "report/xlsx_workbook.hpp"

namespace postbox::report {

// What this is, of which months, for whom, how many.
void write_cover(Sheet sheet, const PackFacts& facts, const Counts& counts);

// What each column and code means, how redaction can fail, what a cell cannot hold. `heads`: of the sheet of
// rows, as they stand there; those that are not columns of a pack hold what did not fit in the one before.
void write_notes(Sheet sheet, const Wording& wording, const std::vector<std::string>& heads);

}  // namespace postbox::report
