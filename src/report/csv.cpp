#include "report/csv.hpp"

#include "base/utf8.hpp"

namespace postbox::report {
namespace {

bool begins_formula(char32_t c) {
  switch (c) {
    case U'=':
    case U'+':
    case U'-':
    case U'@':
    case U'\uFF1D':  // the same four, full-width
    case U'\uFF0B':
    case U'\uFF0D':
    case U'\uFF20':
      return true;
    default:
      return false;
  }
}

}  // namespace

bool looks_like_formula(std::string_view cell) {
  if (cell.empty()) return false;
  if (cell.front() == '\t' || cell.front() == '\r') return true;
  while (!cell.empty()) {
    const utf8::Decoded next = utf8::decode(cell);
    if (next.size == 0) return false;
    if (begins_formula(next.code_point)) return true;
    if (!utf8::is_blank(cell.substr(0, next.size))) return false;
    cell.remove_prefix(next.size);
  }
  return false;
}

void append_csv_field(std::string& record, std::string_view cell) {
  record += looks_like_formula(cell) ? "\"'" : "\"";
  for (auto quote = cell.find('"'); quote != std::string_view::npos; quote = cell.find('"')) {
    record += cell.substr(0, quote);
    record += "\"\"";
    cell.remove_prefix(quote + 1);
  }
  record += cell;
  record += '"';
}

template <class Texts>
void CsvWriter::write_record(const Texts& cells) {
  record_.clear();
  for (const std::string_view cell : cells) {
    if (!record_.empty()) record_ += ',';
    append_csv_field(record_, cell);
  }
  record_ += "\r\n";
  file_.write(record_);
}

CsvWriter::CsvWriter(FileSystem& files, const Path& path, const Columns& columns) : file_(files, path) {
  file_.write(utf8::byte_order_mark);
  write_record(columns.headers());
}

void CsvWriter::add(const DeliveredRow& /*row*/, const RowCells& cells) { write_record(cells.views()); }

}  // namespace postbox::report
