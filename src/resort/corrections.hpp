// What a person decided, read from a sheet that came back: the column `send_to` of unsorted/, filled in, or
// any sheet with the columns `reference` and `send_to` (a recipient's "not ours").
//
// `send_to` holds service areas, by code ("ehcp") or by name ("EHC plans"), capitals or not, several with ";"
// or a line break between. Rows in which it is empty stay as they are. All or none: one row that cannot be
// read, and nothing is to be done. Pure.
#pragma once

#include <string>
#include <vector>

#include "feedback/correction.hpp"
#include "resort/sheet.hpp"

namespace postbox::resort {

struct Sorted {
  std::vector<Correction> corrections;
  std::size_t left_empty = 0;         // rows without an answer
  std::vector<std::string> problems;  // a line each: which row and why, never what else stands in it
};

// `area_names`: in plain words, as the form has them. Throws Error(Fault::data) where no sheet has the two
// columns.
Sorted read_corrections(const std::vector<Sheet>& sheets, const PerArea<std::string>& area_names);

}  // namespace postbox::resort
