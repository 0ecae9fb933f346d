// One file of a pack, written row by row. CSV, JSONL, the workbook and the report are each one; another
// format is another.
#pragma once

#include "feedback/delivered_row.hpp"

namespace postbox::report {

class RowWriter {
 public:
  virtual ~RowWriter() = default;
  virtual void add(const DeliveredRow& row) = 0;
  // Writes what can only be written at the end, and syncs. To be called once; without it the file is
  // incomplete.
  virtual void finish() = 0;
};

}  // namespace postbox::report
