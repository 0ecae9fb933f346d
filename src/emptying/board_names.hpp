// What the rows, questions and answers of the board's figures are called in plain words. Pure.
#pragma once

#include <cstddef>
#include <string>

#include "report/bundle.hpp"

namespace postbox::emptying {

std::string board_row_name(const report::Wording& wording, std::size_t row);  // "All feedback" for board_rows
std::string question_name(const std::string& question);
// The value itself where nobody has given it a label.
std::string value_name(const report::Wording& wording, const std::string& question, const std::string& value);

}  // namespace postbox::emptying
