// A workbook file (Office Open XML, .xlsx): the one place that knows libxlsxwriter.
//
// Every text written is a text, never a formula or a link, whatever it begins with; it must have passed
// xlsx_cells. The same calls with the same `created` give the same bytes. The library writes past the
// FileSystem seam: to `file` and to unnamed files in the folder `temporary`, which vanish by themselves.
// Several may be written at once, each on a thread and with a folder of its own.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/file_system.hpp"

struct lxw_worksheet;  // of libxlsxwriter

namespace postbox::report {

enum class Look { plain, wrapped, number, column_head, title, heading, label, care };

class Workbook;

// A sheet of a workbook, a handle to copy; it lives as long as its workbook. Rows and columns count from 0.
class Sheet {
 public:
  // In a streamed workbook row after row: a row that was left cannot be written again.
  void write(std::size_t row, std::size_t column, const std::string& cell, Look look);
  void write(std::size_t row, std::size_t column, std::size_t number, Look look);

  void set_width(std::size_t column, double characters, Look look);  // look: of the cells left empty
  void set_height(std::size_t row, double points);
  void freeze_first_row();
  // Prints on A4, as wide as the page, `footer` on the left of every sheet of paper.
  void set_print(bool landscape, const std::string& footer);
  void hide_gridlines();

  // A table with filters from A1 on: one row of `heads`, which it writes, and `rows` below, at least one. Not
  // in a streamed workbook. `name` is unique in the workbook.
  void add_table(const std::string& name, const std::vector<std::string>& heads, std::size_t rows);
  // The same filters without a table; the heads are to be written by the caller.
  void add_filter(std::size_t columns, std::size_t rows);
  // Offers values for the cells of a column from row 1 on; others can be typed after a hint. Values: at most
  // 255 characters together.
  void offer(std::size_t column, std::size_t rows, const std::vector<std::string>& values,
             const std::string& hint);

 private:
  friend class Workbook;
  Sheet(Workbook& workbook, lxw_worksheet* sheet) : workbook_(&workbook), sheet_(sheet) {}

  Workbook* workbook_;
  lxw_worksheet* sheet_;
};

class Workbook {
 public:
  struct Facts {
    std::string title;
    std::chrono::year_month_day created;  // as the file says of itself
    bool streamed = false;                // rows go to the disk at once; without tables
    bool huge = false;                    // parts may grow beyond 4 GiB
  };

  Workbook(const Path& file, const Path& temporary, const Facts& facts);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  Sheet add_sheet(const std::string& name);
  // Writes the file. To be called once, last; without it there is no file. Throws Error(Fault::storage).
  void finish();

 private:
  friend class Sheet;
  struct Library;
  std::unique_ptr<Library> library_;
};

}  // namespace postbox::report
