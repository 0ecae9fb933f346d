#include "report/xlsx.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "report/care.hpp"
#include "report/xlsx_pages.hpp"

namespace postbox::report {
namespace {

constexpr const char* table_name = "Feedback";
constexpr std::uint64_t huge_bytes = std::uint64_t{512} << 20U;  // escaped at worst seven times as long

Path beside(const Path& path, const char* suffix) {
  Path part = path;
  part += suffix;
  return part;
}

double width_of(const std::string& header) {
  if (header == "reference") return 15;
  if (header == "month") return 9;
  if (header == "areas") return 20;
  if (header == "rating" || header == "tone") return 11;
  if (header == "guess_1" || header == "guess_2" || header == "send_to") return 24;
  return 0;
}

std::vector<std::string> all_area_codes() {
  std::vector<std::string> codes;
  codes.reserve(service_areas.size());
  for (const ServiceArea area : service_areas) codes.emplace_back(code_of(area));
  return codes;
}

}  // namespace

XlsxWriter::XlsxWriter(FileSystem& files, const Path& path, Wording wording, PackFacts facts,
                       const Columns& columns, XlsxLimits limits)
    : files_(files),
      path_(path),
      wording_(std::move(wording)),
      facts_(std::move(facts)),
      columns_(columns),
      limits_(limits),
      parts_(columns.headers().size(), 1),
      is_used_(columns.headers().size(), false),
      rows_(files, beside(path, ".rows.part"), columns.headers().size()),
      file_(files, path) {}

void XlsxWriter::add(const DeliveredRow& row, const RowCells& row_cells) {
  const RowCells::Views& cells = row_cells.views();
  counts_.add(row, !columns_.words(row).empty());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i].empty()) is_used_[i] = true;
    // A byte takes at most the seven units of an escape, so most cells need not be looked into.
    if (cells[i].size() <= limits_.cell_units_max / 7) continue;
    parts_[i] = std::max(parts_[i], xlsx_cells(cells[i], limits_.cell_units_max).size());
  }
  rows_.add(cells);
}

void XlsxWriter::finish() {
  refuse_full_disk();
  const Path part = beside(path_, ".part");
  files_.create(part, 0600);  // so that the library writes into a file which is its owner's alone
  write_workbook(part);
  files_.read_blocks(part, [this](std::string_view block) { file_.write(block); });
  files_.remove(part);
  file_.finish();
}

// The library does not look whether its temporary files could be written: a workbook made on a full disk
// would lack its end. What it needs is what the rows take as XML, and the same again for the file and its
// copy.
void XlsxWriter::refuse_full_disk() const {
  constexpr std::uint64_t cell_bytes = 64;
  constexpr std::uint64_t mebibyte = 1024UL * 1024;
  const std::uint64_t cells = std::uint64_t{rows_.count()} * columns_.headers().size();
  const std::uint64_t needed = 3 * (rows_.bytes() + cells * cell_bytes);
  if (files_.free_bytes(path_.parent_path()) >= needed) return;
  throw Error(Fault::storage,
              fmt::format("{} needs {} MiB of the disk for a while, which is too full", path_.string(),
                          (needed + mebibyte - 1) / mebibyte),
              "make room on the disk and empty again");
}

void XlsxWriter::write_workbook(const Path& part) {
  const std::string title = facts_.recipient_name + ": Post Box feedback, " + facts_.month.name();
  Workbook workbook(part, path_.parent_path(),
                    {.title = xlsx_cell(title, head_units_max),
                     .created = facts_.month.first_day(),
                     .streamed = streamed(),
                     .huge = rows_.bytes() > huge_bytes});
  const std::vector<std::string> all_heads = heads();
  write_cover(workbook.add_sheet("Cover"), facts_, counts_);
  write_notes(workbook.add_sheet("Notes"), wording_, all_heads);
  write_rows(workbook, all_heads);
  workbook.finish();
}

bool XlsxWriter::streamed() const {
  return rows_.count() > limits_.table_rows_max || rows_.count() > limits_.sheet_rows_max ||
         rows_.bytes() > limits_.table_bytes_max;
}

std::vector<std::string> XlsxWriter::heads() const {
  std::vector<std::string> heads;
  std::set<std::string> taken;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const std::string head = xlsx_cell(columns_.headers()[i], head_units_max - 8);
    for (std::size_t part = 1; part <= parts_[i]; ++part) {
      heads.push_back(unlike_head(part == 1 ? head : fmt::format("{} ({})", head, part), taken));
    }
  }
  return heads;
}

// Of a column's cells, in characters; one in which nobody wrote anything takes no room from the others.
double XlsxWriter::width(std::size_t column) const {
  constexpr double words_width = 60;
  constexpr double unused_width = 18;
  const double own = width_of(columns_.headers()[column]);
  if (own > 0) return own;
  return is_used_[column] ? words_width : unused_width;
}

void XlsxWriter::write_rows(Workbook& workbook, const std::vector<std::string>& heads) {
  std::size_t left = rows_.count();
  std::size_t number = 1;
  std::size_t row = 0;
  Sheet sheet = add_rows_sheet(workbook, heads, number, std::min(left, limits_.sheet_rows_max));
  rows_.take_all([&](const std::vector<std::string>& cells) {
    if (row == limits_.sheet_rows_max) {
      sheet = add_rows_sheet(workbook, heads, ++number, std::min(left, limits_.sheet_rows_max));
      row = 0;
    }
    write_row(sheet, ++row, cells);
    --left;
  });
}

Sheet XlsxWriter::add_rows_sheet(Workbook& workbook, const std::vector<std::string>& heads,
                                 std::size_t number, std::size_t rows) const {
  Sheet sheet = workbook.add_sheet(number == 1 ? table_name : fmt::format("{} {}", table_name, number));
  const std::size_t filtered = std::max<std::size_t>(rows, 1);  // a table has one row at least
  std::size_t first = 0;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    for (std::size_t part = 0; part < parts_[i]; ++part) sheet.set_width(first++, width(i), Look::wrapped);
  }
  for (std::size_t column = 0; column < heads.size(); ++column) {
    if (heads[column] == "send_to" && facts_.with_guesses) {
      sheet.offer(column, filtered, all_area_codes(), "Codes of service areas; several with ; between.");
    }
  }
  sheet.freeze_first_row();
  sheet.set_print(true, care_line);
  if (!streamed()) {
    sheet.add_table(table_name, heads, filtered);
    return sheet;
  }
  for (std::size_t column = 0; column < heads.size(); ++column) {
    sheet.write(0, column, heads[column], Look::column_head);
  }
  sheet.add_filter(heads.size(), filtered);
  return sheet;
}

void XlsxWriter::write_row(Sheet& sheet, std::size_t row, const std::vector<std::string>& cells) const {
  double height = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) height = std::max(height, height_of(cells[i], width(i)));
  sheet.set_height(row, height);
  std::size_t column = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::vector<std::string> parts = xlsx_cells(cells[i], limits_.cell_units_max);
    for (std::size_t part = 0; part < parts.size(); ++part) {
      if (!parts[part].empty()) sheet.write(row, column + part, parts[part], Look::wrapped);
    }
    column += parts_[i];
  }
}

}  // namespace postbox::report
