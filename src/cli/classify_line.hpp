// One line of `postbox classify`: a JSON object with the texts "id" and "text"; its other keys are ignored.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace postbox::cli {

struct ClassifyLine {
  std::string id;
  std::string text;
};

// Nothing where the line is no such object, is not UTF-8, goes deeper than 16 levels or has a key twice in
// one object: which of the two would count, nobody could tell. Pure.
std::optional<ClassifyLine> read_classify_line(std::string_view line);

}  // namespace postbox::cli
