// Any text as what a cell of a workbook can hold. Pure.
//
// XML has no way to write most control characters, U+FFFE and U+FFFF. Workbooks write them as _xHHHH_
// (ECMA-376 part 1, 22.9.2.19, ST_Xstring), so that a typed "_x000D_" would come back as a line end: its
// first underscore is written as _x005F_. A lone carriage return is escaped too, for XML readers make LF of
// it.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace postbox::report {

// What Excel and LibreOffice allow, in UTF-16 code units.
inline constexpr std::size_t cell_units_max = 32767;

// The text cut into as few cells as hold it, each escaped; one empty cell for no text. Read one after the
// other they give the whole text. Units are counted as they stand in the file, escapes in full: no program
// can count more. Never cut within a code point. Bytes that are no UTF-8 are shown as U+FFFD.
// `units_max`: at least 7, the length of an escape.
std::vector<std::string> xlsx_cells(std::string_view text, std::size_t units_max = cell_units_max);

// Text that is short by its nature, such as a label: what one cell holds.
std::string xlsx_cell(std::string_view text, std::size_t units_max = cell_units_max);

// How high a row must be, in points, for these words to be seen whole in a wrapped cell so many characters
// wide; at most what a row can have. An estimate: Excel would do it itself, LibreOffice trusts the file.
double height_of(std::string_view text, double width);

// Heads of a table that differ in more than capitals: Excel repairs, which is to say drops, a table in which
// two do not. `taken`: those before it, to which it is added.
std::string unlike_head(const std::string& head, std::set<std::string>& taken);
inline constexpr std::size_t head_units_max = 255;

}  // namespace postbox::report
