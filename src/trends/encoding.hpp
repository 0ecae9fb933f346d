// The counts of one emptying as the bytes that are signed and sealed, and back.
//
// Canonical JSON (schema/board.md): keys in byte order, no white space, so that equal counts are equal bytes.
// The name of the format stands in them, so that a signature over a manifest is none over counts; so does the
// pack, so that the counts of one emptying cannot be passed off as another's. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "trends/month_counts.hpp"

namespace postbox::trends {

std::string encode(const MonthCounts& counts, std::string_view pack);

// Nothing where the bytes are no such counts, or those of another pack or month.
std::optional<MonthCounts> decode(std::string_view bytes, std::string_view pack, Month month);

}  // namespace postbox::trends
