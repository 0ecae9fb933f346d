// The sheets of a workbook (Office Open XML, .xlsx) as spreadsheets save it: shared strings, inline strings,
// rich text, numbers. libzip unpacks and pugixml parses; formulas are not evaluated, their saved results are
// taken.
#pragma once

#include <string_view>
#include <vector>

#include "resort/sheet.hpp"

namespace postbox::resort {

// In the order of the file's parts. Throws Error(Fault::data) for what is no workbook, is damaged or
// encrypted, or unfolds to more than 64 MiB: a pack that a person sorts has not a hundredth of it.
std::vector<Sheet> read_xlsx(std::string_view file);

}  // namespace postbox::resort
