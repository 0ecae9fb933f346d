#include "report/csv.hpp"

#include "base/utf8.hpp"

namespace postbox::report {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

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

std::string csv_field(std::string_view cell) {
  std::string field = looks_like_formula(cell) ? "\"'" : "\"";
  field.reserve(cell.size() + 3);
  for (auto quote = cell.find('"'); quote != std::string_view::npos; quote = cell.find('"')) {
    field += cell.substr(0, quote);
    field += "\"\"";
    cell.remove_prefix(quote + 1);
  }
  field += cell;
  field += '"';
  return field;
}

CsvWriter::CsvWriter(FileSystem& files, const Path& path, const Columns& columns)
    : columns_(columns), file_(files, path) {
  file_.write(byte_order_mark);
  write_record(columns_.headers());
}

void CsvWriter::add(const DeliveredRow& row) { write_record(columns_.cells(row)); }

void CsvWriter::write_record(const std::vector<std::string>& cells) {
  std::string record;
  for (const std::string& cell : cells) {
    if (!record.empty()) record += ',';
    record += csv_field(cell);
  }
  record += "\r\n";
  file_.write(record);
}

}  // namespace postbox::report
