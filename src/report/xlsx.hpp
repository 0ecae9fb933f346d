// feedback.xlsx: a workbook of a cover, notes and the rows as a named table with filters.
//
// Above 20,000 rows (or very many words) the rows are streamed, for a table must be held in memory: the sheet
// then has filters, but no named table. Which it will be is known only when the last row has passed, so rows
// wait in a part file. The columns are those of the CSV; an answer longer than a cell goes on in further
// columns, "feedback (2)", which only a workbook that needs them has.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/columns.hpp"
#include "report/counts.hpp"
#include "report/row_writer.hpp"
#include "report/spilled_rows.hpp"
#include "report/xlsx_text.hpp"
#include "report/xlsx_workbook.hpp"

namespace postbox::report {

// Where a workbook changes its shape; smaller in tests alone.
struct XlsxLimits {
  std::size_t table_rows_max = 20'000;
  std::uint64_t table_bytes_max = 8U << 20U;  // of words: 20,000 rows of so many take 25 MiB of memory
  std::size_t sheet_rows_max = 1'048'575;  // of a spreadsheet, below the header; more go on in "Feedback 2"
  std::size_t cell_units_max = report::cell_units_max;
};

class XlsxWriter : public RowWriter {
 public:
  // `files` and `columns` must live longer.
  XlsxWriter(FileSystem& files, const Path& path, Wording wording, PackFacts facts, const Columns& columns,
             XlsxLimits limits = {});
  void add(const DeliveredRow& row, const RowCells& cells) override;
  void finish() override;

 private:
  std::vector<std::string> heads() const;
  bool streamed() const;
  double width(std::size_t column) const;
  void refuse_full_disk() const;
  void write_workbook(const Path& part);
  void write_rows(Workbook& workbook, const std::vector<std::string>& heads);
  Sheet add_rows_sheet(Workbook& workbook, const std::vector<std::string>& heads, std::size_t number,
                       std::size_t rows) const;
  void write_row(Sheet& sheet, std::size_t row, const std::vector<std::string>& cells) const;

  FileSystem& files_;
  Path path_;
  Wording wording_;
  PackFacts facts_;
  const Columns& columns_;
  XlsxLimits limits_;
  Counts counts_;
  std::vector<std::size_t> parts_;  // of each column: how many cells its longest answer needs
  std::vector<bool> is_used_;       // by column: somebody wrote something
  SpilledRows rows_;
  BufferedFile file_;
};

}  // namespace postbox::report
