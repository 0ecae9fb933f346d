// One file of a pack, written row by row. CSV, JSONL, the workbook and the report are each one; another
// format is another.
#pragma once

#include "feedback/delivered_row.hpp"
#include "report/row_cells.hpp"

namespace postbox::report {

class RowWriter {
 public:
  virtual ~RowWriter() = default;
  // `cells`: of this row, as Columns::cells gives them; made once for all files.
  virtual void add(const DeliveredRow& row, const RowCells& cells) = 0;
  // Writes what can only be written at the end, and syncs. To be called once; without it the file is
  // incomplete.
  virtual void finish() = 0;
};

}  // namespace postbox::report
