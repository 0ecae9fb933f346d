// A workbook file (Office Open XML, .xlsx), written sheet by sheet.
//
// Every text written is a text, never a formula or a link, whatever it begins with; it must have passed
// xlsx_cells. The same calls with the same `created` give the same bytes. Nothing is kept but the heads of
// tables: rows go on to the archive as they come.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "report/buffered_file.hpp"
#include "report/xlsx_look.hpp"

namespace postbox::report {

class Workbook;

// The sheet that was added last, a handle to copy: a sheet is over when the next one is added. Rows and
// columns count from 0. How it looks is set before the first row is written.
class Sheet {
 public:
  // Row after row, from left to right: a row that was left cannot be written again.
  void write(std::size_t row, std::size_t column, const std::string& cell, Look look);
  void write(std::size_t row, std::size_t column, std::size_t number, Look look);

  void set_width(std::size_t column, double characters, Look look);  // look: of the cells left empty
  void set_height(std::size_t row, double points);                   // before the row is written
  void freeze_first_row();
  // Prints on A4, as wide as the page, `footer` on the left of every sheet of paper.
  void set_print(bool landscape, const std::string& footer);
  void hide_gridlines();

  // A table with filters from A1 on: one row of `heads`, which it writes, and `rows` below, at least one.
  // `name` is unique in the workbook.
  void add_table(const std::string& name, const std::vector<std::string>& heads, std::size_t rows);
  // The same heads and filters without a table.
  void add_filter(const std::vector<std::string>& heads, std::size_t rows);
  // Offers values for the cells of a column from row 1 on; others can be typed after a hint. Values: at most
  // 255 characters together.
  void offer(std::size_t column, std::size_t rows, const std::vector<std::string>& values,
             const std::string& hint);

 private:
  friend class Workbook;
  explicit Sheet(Workbook& workbook) : workbook_(&workbook) {}
  void write_heads(const std::vector<std::string>& heads);

  Workbook* workbook_;
};

class Workbook {
 public:
  struct Facts {
    std::string title;
    std::chrono::year_month_day created;  // as the file says of itself
  };

  // `part`: where a long sheet waits. `files` and `out` must live longer.
  Workbook(FileSystem& files, const Path& part, BufferedFile& out, const Facts& facts);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  Sheet add_sheet(const std::string& name);
  // To be called once, last; `out` is to be finished by the caller.
  void finish();

 private:
  friend class Sheet;
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace postbox::report
