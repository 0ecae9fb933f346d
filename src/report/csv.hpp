// feedback.csv: a table that Excel, LibreOffice and scripts open alike.
//
// RFC 4180 with every field quoted, quotes doubled, CR LF between records, UTF-8 with a byte order mark
// (without it Excel reads UTF-8 as Windows-1252). Line breaks within a cell stay as they were typed.
#pragma once

#include <string>
#include <string_view>

#include "report/buffered_file.hpp"
#include "report/columns.hpp"
#include "report/row_writer.hpp"

namespace postbox::report {

// A cell that a spreadsheet could take for a formula gets a ' in front, which makes it text. Those are cells
// that begin with = + - @ TAB or CR (OWASP, CSV injection), and, for the programs or options that trim cells
// or fold full-width letters, also where white space comes before or the sign is full-width.
bool looks_like_formula(std::string_view cell);

// Adds the cell as it stands in the file, quotes included.
void append_csv_field(std::string& record, std::string_view cell);

class CsvWriter : public RowWriter {
 public:
  CsvWriter(FileSystem& files, const Path& path, const Columns& columns);
  void add(const DeliveredRow& row, const RowCells& cells) override;
  void finish() override { file_.finish(); }

 private:
  template <class Texts>
  void write_record(const Texts& cells);

  BufferedFile file_;
  std::string record_;  // the one that is being written
};

}  // namespace postbox::report
