// The XML of one sheet of a workbook, built from the top downwards: how it looks, its rows, what stands
// behind them (ECMA-376 part 1, 18.3.1). Pure.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/xlsx_look.hpp"

namespace postbox::report {

// Adds the text as XML, for an element or an attribute.
void append_xml(std::string& xml, std::string_view text);

// "A1:H20"; rows and columns count from 0, the last ones belong to it.
std::string range_of(std::size_t first_row, std::size_t first_column, std::size_t last_row,
                     std::size_t last_column);

class SheetXml {
 public:
  // What is set before the first row is written.
  struct Layout {
    bool is_first = false;
    bool gridlines = true;
    bool frozen = false;  // the first row stays in sight
    bool prints = false;
    bool landscape = false;
    std::string footer;
    std::map<std::size_t, std::string> columns;  // by number: its <col>
    std::map<std::size_t, double> heights;       // of rows to come
    std::string filter;                          // a range, "" for none
    std::string validation;                      // its element
    std::string table;                           // the id of its relation
  };
  Layout layout;

  void set_width(std::size_t column, double characters, Look look);
  void offer(const std::string& range, const std::vector<std::string>& values, const std::string& hint);

  // Row after row, in a row from left to right.
  void write_text(std::size_t row, std::size_t column, std::string_view cell, Look look);
  void write_shared(std::size_t row, std::size_t column, std::size_t number, Look look);
  void write_number(std::size_t row, std::size_t column, std::size_t number, Look look);

  // What can go to the disk; all of it once `end` was called.
  std::string& ready() { return xml_; }
  void end();

 private:
  void begin();
  void begin_cell(std::size_t row, std::size_t column, Look look);
  void end_row();

  std::string xml_;
  bool begun_ = false;
  std::size_t rows_begun_ = 0;  // the number of the open row, from 1; 0 for none yet
};

}  // namespace postbox::report
