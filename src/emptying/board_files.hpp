// The three files of the board: trends.html, trends.csv and trends.xlsx.
#pragma once

#include <map>

#include "base/file_system.hpp"
#include "emptying/board_page.hpp"
#include "trends/month_counts.hpp"

namespace postbox::emptying {

// Into a folder that is there and holds none of them. The same counts and facts give the same bytes.
void write_board_files(FileSystem& files, const Path& folder,
                       const std::map<Month, trends::MonthCounts>& months, const report::Wording& wording,
                       const BoardFacts& facts, unsigned file_mode);

}  // namespace postbox::emptying
