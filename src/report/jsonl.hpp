// feedback.jsonl: one object a line, for scripts. The exact redacted text, with nothing put in front.
//
// Keys are the columns in their order; every line has all of them. Values are texts, "" where nothing was
// answered; `areas` is a list of codes. UTF-8, unescaped except where JSON asks for it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/buffered_file.hpp"
#include "report/columns.hpp"
#include "report/row_writer.hpp"

namespace postbox::report {

class JsonlWriter : public RowWriter {
 public:
  JsonlWriter(FileSystem& files, const Path& path, const Columns& columns);
  void add(const DeliveredRow& row, const RowCells& cells) override;
  void finish() override { file_.finish(); }

 private:
  std::size_t areas_;               // which column is a list
  std::vector<std::string> heads_;  // of each column: what stands before its value
  BufferedFile file_;
};

}  // namespace postbox::report
