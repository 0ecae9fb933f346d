#include "report/xlsx_sheet.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <iterator>
#include <stdexcept>

namespace postbox::report {
namespace {

constexpr double usual_height = 15;

constexpr std::array<bool, 256> needs_escape = [] {
  std::array<bool, 256> table{};
  for (const char c : {'&', '<', '>', '"'}) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

std::string_view escaped(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return "&quot;";
  }
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// "A", "Z", "AA".
void append_column(std::string& to, std::size_t column) {
  constexpr std::size_t letters = 26;
  if (column >= letters) append_column(to, column / letters - 1);
  to += static_cast<char>('A' + static_cast<char>(column % letters));
}

template <class... Values>
void append(std::string& to, fmt::format_string<Values...> format, Values&&... values) {
  fmt::format_to(std::back_inserter(to), format, std::forward<Values>(values)...);
}

// In characters of the usual font, which are 7 pixels wide, with 5 at the edges.
double width_in_file(double characters) { return std::floor((characters * 7 + 5) / 7 * 256) / 256; }

}  // namespace

void append_xml(std::string& xml, std::string_view text) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!needs_escape[static_cast<unsigned char>(text[i])]) continue;
    xml.append(text, from, i - from).append(escaped(text[i]));
    from = i + 1;
  }
  xml.append(text, from);
}

std::string range_of(std::size_t first_row, std::size_t first_column, std::size_t last_row,
                     std::size_t last_column) {
  std::string range;
  append_column(range, first_column);
  append(range, "{}:", first_row + 1);
  append_column(range, last_column);
  append(range, "{}", last_row + 1);
  return range;
}

void SheetXml::set_width(std::size_t column, double characters, Look look) {
  layout.columns[column] =
      fmt::format(R"(<col min="{0}" max="{0}" width="{1}" style="{2}" customWidth="1"/>)", column + 1,
                  width_in_file(characters), style_of(look));
}

void SheetXml::offer(const std::string& range, const std::vector<std::string>& values,
                     const std::string& hint) {
  std::string words;
  append_xml(words, hint);
  std::string list;
  append_xml(list, fmt::format("{}", fmt::join(values, ",")));
  layout.validation = fmt::format(
      R"(<dataValidations count="1"><dataValidation type="list" errorStyle="information" allowBlank="1" )"
      R"(showInputMessage="1" showErrorMessage="1" error="{0}" prompt="{0}" sqref="{1}">)"
      R"(<formula1>"{2}"</formula1></dataValidation></dataValidations>)",
      words, range, list);
}

void SheetXml::begin() {
  begun_ = true;
  xml_ += R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
          "\n"
          R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
          R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)";
  if (layout.prints) xml_ += R"(<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>)";
  append(xml_, R"(<sheetViews><sheetView {}{}workbookViewId="0")",
         layout.gridlines ? "" : R"(showGridLines="0" )", layout.is_first ? R"(tabSelected="1" )" : "");
  xml_ += layout.frozen ? R"(><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>)"
                          R"(<selection pane="bottomLeft"/></sheetView></sheetViews>)"
                        : "/></sheetViews>";
  xml_ += R"(<sheetFormatPr defaultRowHeight="15"/>)";
  if (!layout.columns.empty()) {
    xml_ += "<cols>";
    for (const auto& [number, column] : layout.columns) xml_ += column;
    xml_ += "</cols>";
  }
  xml_ += "<sheetData>";
}

void SheetXml::begin_cell(std::size_t row, std::size_t column, Look look) {
  if (!begun_) begin();
  if (row + 1 < rows_begun_) throw std::logic_error("a row that was left is written again");
  if (row + 1 != rows_begun_) {
    end_row();
    rows_begun_ = row + 1;
    append(xml_, R"(<row r="{}")", rows_begun_);
    const auto height = layout.heights.find(row);
    if (height != layout.heights.end()) {
      if (height->second != usual_height) append(xml_, R"( ht="{}" customHeight="1")", height->second);
      layout.heights.erase(height);
    }
    xml_ += '>';
  }
  xml_ += R"(<c r=")";
  append_column(xml_, column);
  append(xml_, R"({}" s="{}")", rows_begun_, style_of(look));
}

void SheetXml::write_text(std::size_t row, std::size_t column, std::string_view cell, Look look) {
  begin_cell(row, column, look);
  if (cell.empty()) {
    xml_ += "/>";
    return;
  }
  const bool edges = is_blank(cell.front()) || is_blank(cell.back());
  xml_ += edges ? R"( t="inlineStr"><is><t xml:space="preserve">)" : R"( t="inlineStr"><is><t>)";
  append_xml(xml_, cell);
  xml_ += "</t></is></c>";
}

void SheetXml::write_shared(std::size_t row, std::size_t column, std::size_t number, Look look) {
  begin_cell(row, column, look);
  append(xml_, R"( t="s"><v>{}</v></c>)", number);
}

void SheetXml::write_number(std::size_t row, std::size_t column, std::size_t number, Look look) {
  begin_cell(row, column, look);
  append(xml_, "><v>{}</v></c>", number);
}

void SheetXml::end_row() {
  if (rows_begun_ != 0) xml_ += "</row>";
}

void SheetXml::end() {
  if (!begun_) begin();
  end_row();
  xml_ += "</sheetData>";
  if (!layout.filter.empty()) append(xml_, R"(<autoFilter ref="{}"/>)", layout.filter);
  xml_ += layout.validation;
  xml_ += R"(<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>)";
  if (layout.prints) {
    append(xml_, R"(<pageSetup paperSize="9" fitToHeight="0" orientation="{}"/>)",
           layout.landscape ? "landscape" : "portrait");
    xml_ += "<headerFooter><oddFooter>&amp;L";
    append_xml(xml_, layout.footer);
    xml_ += "&amp;R&amp;P / &amp;N</oddFooter></headerFooter>";
  }
  if (!layout.table.empty()) {
    append(xml_, R"(<tableParts count="1"><tablePart r:id="{}"/></tableParts>)", layout.table);
  }
  xml_ += "</worksheet>";
}

}  // namespace postbox::report
