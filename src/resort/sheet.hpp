// A sheet as a person sends it back: rows of cells, whatever program saved it. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace postbox::resort {

using Row = std::vector<std::string>;
using Sheet = std::vector<Row>;

// The sheets of a file. What it is is told by its content: a workbook (.xlsx), or else CSV, which is one
// sheet. Throws Error(Fault::data) for what is neither, or is too large to be a pack.
std::vector<Sheet> read_sheets(std::string_view file);

}  // namespace postbox::resort
