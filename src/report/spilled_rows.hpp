// Rows of a table that wait until all have passed, in a Spill: a file format may need to know how many there
// are before it can write the first.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "report/row_cells.hpp"
#include "report/spill.hpp"

namespace postbox::report {

class SpilledRows {
 public:
  // `part`: where the file would lie; `files` must live longer. Every row has `columns` cells, at least one.
  SpilledRows(FileSystem& files, Path part, std::size_t columns)
      : spill_(files, std::move(part)), columns_(columns) {}

  void add(const RowCells::Views& cells);
  std::size_t count() const { return count_; }
  std::uint64_t bytes() const { return bytes_; }  // of all cells

  // Hands on every row in the order in which it came, and is empty again.
  void take_all(const std::function<void(const std::vector<std::string>&)>& take);

 private:
  Spill spill_;
  std::size_t columns_;
  std::size_t count_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace postbox::report
