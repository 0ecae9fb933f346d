#include "report/xlsx_workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "report/xlsx_parts.hpp"
#include "report/xlsx_sheet.hpp"
#include "report/zip_file.hpp"

namespace postbox::report {

struct Workbook::Parts {
  ZipFile zip;
  Facts facts;
  std::vector<SheetFacts> sheets{};
  std::optional<SheetXml> sheet{};      // the last of them
  std::vector<std::string> texts{};     // shared: of heads, as spreadsheets write them
  std::vector<std::string> tables{};    // their parts
  std::vector<std::size_t> table_of{};  // by sheet; 0 for none

  void hand_on() {
    zip.add(sheet->ready());
    sheet->ready().clear();
  }
  void hand_on_blocks() {
    if (sheet->ready().size() >= block_bytes) hand_on();
  }
  void end_sheet() {
    if (!sheet) return;
    sheet->end();
    hand_on();
    zip.end();
    sheet.reset();
    const std::size_t table = table_of.back();
    if (table == 0) return;
    zip.add_entry(fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", sheets.size()),
                  table_relation_part(table));
    zip.add_entry(fmt::format("xl/tables/table{}.xml", table), tables[table - 1]);
  }
  std::size_t shared(const std::string& text) {
    const auto found = static_cast<std::size_t>(std::find(texts.begin(), texts.end(), text) - texts.begin());
    if (found == texts.size()) texts.push_back(text);
    return found;
  }
};

Workbook::Workbook(FileSystem& files, const Path& part, BufferedFile& out, const Facts& facts)
    : parts_(new Parts{{files, part, out}, facts}) {
  parts_->zip.add_entry("_rels/.rels", root_relations_part());
}

Workbook::~Workbook() = default;

Sheet Workbook::add_sheet(const std::string& name) {
  parts_->end_sheet();
  parts_->sheet.emplace().layout.is_first = parts_->sheets.empty();
  parts_->sheets.push_back({name});
  parts_->table_of.push_back(0);
  parts_->zip.begin(fmt::format("xl/worksheets/sheet{}.xml", parts_->sheets.size()));
  return Sheet(*this);
}

void Workbook::finish() {
  parts_->end_sheet();
  ZipFile& zip = parts_->zip;
  const std::size_t sheets = parts_->sheets.size();
  zip.add_entry("xl/workbook.xml", workbook_part(parts_->sheets));
  zip.add_entry("xl/_rels/workbook.xml.rels", workbook_relations_part(sheets));
  zip.add_entry("xl/styles.xml", styles_part());
  zip.add_entry("xl/sharedStrings.xml", shared_texts_part(parts_->texts));
  zip.add_entry("docProps/core.xml", properties_part(parts_->facts.title, parts_->facts.created));
  zip.add_entry("[Content_Types].xml", types_part(sheets, parts_->tables.size()));
  zip.finish();
}

void Sheet::write(std::size_t row, std::size_t column, const std::string& cell, Look look) {
  workbook_->parts_->sheet->write_text(row, column, cell, look);
  workbook_->parts_->hand_on_blocks();
}

void Sheet::write(std::size_t row, std::size_t column, std::size_t number, Look look) {
  workbook_->parts_->sheet->write_number(row, column, number, look);
}

void Sheet::set_width(std::size_t column, double characters, Look look) {
  workbook_->parts_->sheet->set_width(column, characters, look);
}

void Sheet::set_height(std::size_t row, double points) {
  workbook_->parts_->sheet->layout.heights[row] = points;
}

void Sheet::freeze_first_row() { workbook_->parts_->sheet->layout.frozen = true; }

void Sheet::set_print(bool landscape, const std::string& footer) {
  SheetXml::Layout& layout = workbook_->parts_->sheet->layout;
  layout.prints = true;
  layout.landscape = landscape;
  layout.footer = footer;
  workbook_->parts_->sheets.back().repeats_first = landscape;
}

void Sheet::hide_gridlines() { workbook_->parts_->sheet->layout.gridlines = false; }

void Sheet::write_heads(const std::vector<std::string>& heads) {
  Workbook::Parts& parts = *workbook_->parts_;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    parts.sheet->write_shared(0, i, parts.shared(heads[i]), Look::column_head);
  }
}

void Sheet::add_table(const std::string& name, const std::vector<std::string>& heads, std::size_t rows) {
  Workbook::Parts& parts = *workbook_->parts_;
  const std::size_t number = parts.tables.size() + 1;
  parts.tables.push_back(table_part(number, name, range_of(0, 0, rows, heads.size() - 1), heads));
  parts.table_of.back() = number;
  parts.sheet->layout.table = table_relation;
  write_heads(heads);
}

void Sheet::add_filter(const std::vector<std::string>& heads, std::size_t rows) {
  const std::string range = range_of(0, 0, rows, heads.size() - 1);
  workbook_->parts_->sheet->layout.filter = range;
  workbook_->parts_->sheets.back().filter = range;
  write_heads(heads);
}

void Sheet::offer(std::size_t column, std::size_t rows, const std::vector<std::string>& values,
                  const std::string& hint) {
  workbook_->parts_->sheet->offer(range_of(1, column, rows, column), values, hint);
}

}  // namespace postbox::report
