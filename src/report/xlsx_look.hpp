// How a cell of a workbook looks.
#pragma once

#include <cstddef>

namespace postbox::report {

enum class Look { plain, wrapped, number, column_head, title, heading, label, care };

// Its number in xl/styles.xml (xlsx_parts.hpp); 0 is a cell that nobody wrote.
constexpr std::size_t style_of(Look look) { return static_cast<std::size_t>(look) + 1; }

}  // namespace postbox::report
