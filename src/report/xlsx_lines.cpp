#include "report/xlsx_lines.hpp"

#include "report/xlsx_text.hpp"

namespace postbox::report {
namespace {

constexpr double name_width = 24;
constexpr double words_width = 78;

}  // namespace

XlsxLines::XlsxLines(Sheet sheet, const std::string& footer) : sheet_(sheet) {
  sheet_.set_width(0, name_width, Look::plain);
  sheet_.set_width(1, words_width, Look::wrapped);
  sheet_.hide_gridlines();
  sheet_.set_print(false, footer);
}

void XlsxLines::line(const std::string& first, Look look) { sheet_.write(row_++, 0, xlsx_cell(first), look); }

void XlsxLines::pair(const std::string& first, Look look, const std::string& second, Look second_look) {
  if (second_look == Look::wrapped || second_look == Look::care) {
    sheet_.set_height(row_, height_of(second, words_width));
  }
  sheet_.write(row_, 0, xlsx_cell(first), look);
  sheet_.write(row_++, 1, xlsx_cell(second), second_look);
}

void XlsxLines::fact(const std::string& name, const std::string& value) { pair(name, Look::label, value); }

void XlsxLines::fact(const std::string& name, std::size_t count) {
  sheet_.write(row_, 0, xlsx_cell(name), Look::label);
  sheet_.write(row_++, 1, count, Look::number);
}

void XlsxLines::heading(const std::string& words) {
  gap();
  pair(words, Look::heading, "", Look::heading);
}

}  // namespace postbox::report
