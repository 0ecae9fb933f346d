// A table of counts with bars beside them: how a pack tells tone, rating and area at a glance. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/html.hpp"

namespace postbox::report {

struct Bar {
  std::string label;
  std::size_t count = 0;
  std::size_t before = 0;  // in the month before; looked at only where the table compares
};

struct BarTable {
  const char* what;  // caption, and head of the first column
  std::vector<Bar> rows;
  std::size_t all = 0;  // what the longest possible bar stands for
  std::optional<std::string>
      before{};  // names the month compared with, in short: the head of a further column
};

Html bars(const BarTable& table);

}  // namespace postbox::report
