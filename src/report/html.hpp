// report.html: the pack to read or to print, one file that asks nothing of the network and runs no script.
//
// Counts come first, then the comments in the families' words, by tone. The counts are known only when the
// last row has passed, so comments wait in a Spill per tone and the page is put together at the end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/columns.hpp"
#include "report/counts.hpp"
#include "report/row_writer.hpp"
#include "report/spill.hpp"

namespace postbox::report {

class HtmlWriter : public RowWriter {
 public:
  // `files` and `columns` must live longer.
  HtmlWriter(FileSystem& files, const Path& path, Wording wording, PackFacts facts, const Columns& columns);
  void add(const DeliveredRow& row, const RowCells& cells) override;
  void finish() override;

 private:
  const Columns& columns_;
  Wording wording_;
  PackFacts facts_;
  Counts counts_;
  std::vector<Spill> comments_;  // by tone
  BufferedFile page_;
};

}  // namespace postbox::report
