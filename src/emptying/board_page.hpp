// trends.html and trends.csv of the board's pack, from publishable figures alone. Pure.
//
// The page is self-contained: no script, no outside request. Both are described in schema/board.md.
#pragma once

#include <string>
#include <vector>

#include "emptying/board_figures.hpp"

namespace postbox::emptying {

struct BoardFacts {
  Month month;                          // of the emptying that this pack belongs to
  std::vector<std::string> left_out{};  // why months that were emptied have no figure, a line each
  disclosure::Settings disclosure{};
};

std::string board_page(const BoardFigures& figures, const report::Wording& wording, const BoardFacts& facts);

std::string board_csv(const BoardFigures& figures);

const char* board_style();  // <style> ... </style>

}  // namespace postbox::emptying
