// One line of `postbox classify`: a JSON object with the texts "id" and "text"; its other keys are ignored.
#pragma once

#include <string>
#include <string_view>
#include <variant>

namespace postbox::cli {

struct ClassifyLine {
  std::string id;
  std::string text;
};

struct BadLine {
  const char* why;  // for a person; nothing of the line is in it
};

// A line is bad that is no such object, is not UTF-8, goes deeper than 16 levels, or has "id" or "text"
// twice: which of the two would count, nobody could tell. What other keys hold, and how often, is all the
// same. Pure.
std::variant<ClassifyLine, BadLine> read_classify_line(std::string_view line);

}  // namespace postbox::cli
