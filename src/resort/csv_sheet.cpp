#include "resort/csv_sheet.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/utf8.hpp"

namespace postbox::resort {
namespace {

char separator_of(std::string_view file) {
  const std::string_view line = file.substr(0, file.find_first_of("\r\n"));
  const auto count = [line](char c) { return std::count(line.begin(), line.end(), c); };
  return std::max({',', ';', '\t'}, [&count](char a, char b) { return count(a) < count(b); });
}

class Reader {
 public:
  explicit Reader(std::string_view file) : rest_(file), separator_(separator_of(file)) {}

  Sheet read() {
    while (!rest_.empty()) {
      row_.push_back(cell());
      if (rest_.empty() || take_line_end()) {
        end_row();
      } else {
        rest_.remove_prefix(1);  // the separator
      }
    }
    return std::move(sheet_);
  }

 private:
  std::string cell() { return rest_.starts_with('"') ? quoted() : plain(); }

  std::string plain() {
    const char ends[] = {separator_, '\r', '\n'};
    const auto end = rest_.find_first_of(std::string_view(ends, sizeof ends));
    std::string cell(rest_.substr(0, end));
    rest_.remove_prefix(cell.size());
    return cell;
  }

  // What stands between the closing quote and the separator is kept, as spreadsheets do.
  std::string quoted() {
    std::string cell;
    while (true) {
      rest_.remove_prefix(1);  // the opening quote, or the second of a doubled one
      const auto end = rest_.find('"');
      if (end == std::string_view::npos) {
        throw Error(Fault::data, "the CSV file ends within a quoted cell",
                    "save it from the spreadsheet again");
      }
      cell += rest_.substr(0, end);
      rest_.remove_prefix(end + 1);
      if (!rest_.starts_with('"')) return cell + plain();
      cell += '"';
    }
  }

  bool take_line_end() {
    if (rest_.starts_with("\r\n")) {
      rest_.remove_prefix(2);
    } else if (rest_.starts_with('\r') || rest_.starts_with('\n')) {
      rest_.remove_prefix(1);
    } else {
      return false;
    }
    return true;
  }

  void end_row() {
    sheet_.push_back(std::move(row_));
    row_.clear();
  }

  std::string_view rest_;
  char separator_;
  Row row_;
  Sheet sheet_;
};

}  // namespace

Sheet read_csv(std::string_view file) {
  file = utf8::without_byte_order_mark(file);
  if (!utf8::is_valid(file)) {
    throw Error(Fault::data, "the file is no workbook, and no CSV in UTF-8",
                "save it as .xlsx, or as \"CSV UTF-8\"");
  }
  return Reader(file).read();
}

}  // namespace postbox::resort
