// A sheet to be read before the figures: written from the top downwards in two columns, a name and what it
// is.
#pragma once

#include <cstddef>
#include <string>

#include "report/xlsx_workbook.hpp"

namespace postbox::report {

class XlsxLines {
 public:
  // Sets widths and paper of the sheet; `footer` stands on every printed page.
  XlsxLines(Sheet sheet, const std::string& footer);

  void line(const std::string& first, Look look);
  void pair(const std::string& first, Look look, const std::string& second, Look second_look = Look::wrapped);
  void fact(const std::string& name, const std::string& value);
  void fact(const std::string& name, std::size_t count);
  void heading(const std::string& words);
  void gap() { ++row_; }

 private:
  Sheet sheet_;
  std::size_t row_ = 0;
};

}  // namespace postbox::report
