// What every report says of the words in it: that a machine removed identifiers, and how well it does that.
// Never "anonymised": nobody can promise that. Pure.
#pragma once

#include <string>

namespace postbox::report {

inline constexpr const char* care_line = "Identifiers removed by machine, handle with care";

// "Best effort: about 6 names of people in 100 are missed.", the figure as measured
// (feedback/redacted_text.hpp).
std::string best_effort_line();

}  // namespace postbox::report
