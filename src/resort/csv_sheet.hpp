// CSV as spreadsheets save it: with or without a byte order mark, cells between commas, semicolons (where a
// comma is the decimal sign) or tabs, quoted or not, lines ended by LF, CR LF or CR. Pure.
#pragma once

#include <string_view>

#include "resort/sheet.hpp"

namespace postbox::resort {

// The separator is the one of the three that the first line has most of. Throws Error(Fault::data) for what
// is not UTF-8 and for a quote that is never closed.
Sheet read_csv(std::string_view file);

}  // namespace postbox::resort
