// Reads feedback.csv back as strictly as it is promised: UTF-8 with a byte order mark, every field quoted,
// quotes doubled, records ended by CR LF, the last one too. Anything else throws.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace postbox::test {

using CsvRecord = std::vector<std::string>;

class StrictCsv {
 public:
  static std::vector<CsvRecord> read(std::string_view bytes) { return StrictCsv(bytes).records(); }

 private:
  explicit StrictCsv(std::string_view bytes) : left_(bytes) {}

  std::vector<CsvRecord> records() {
    take("\xEF\xBB\xBF");
    std::vector<CsvRecord> all;
    while (!left_.empty()) {
      CsvRecord record = {field()};
      while (next_is(",")) record.push_back((take(","), field()));
      take("\r\n");
      if (!all.empty() && record.size() != all.front().size()) throw std::runtime_error("uneven record");
      all.push_back(std::move(record));
    }
    return all;
  }

  std::string field() {
    take("\"");
    std::string value;
    while (!next_is("\"") || next_is("\"\"")) {
      if (left_.empty()) throw std::runtime_error("a field is not closed");
      if (next_is("\"\"")) left_.remove_prefix(1);
      value += left_.front();
      left_.remove_prefix(1);
    }
    take("\"");
    return value;
  }

  bool next_is(std::string_view expected) const { return left_.substr(0, expected.size()) == expected; }
  void take(std::string_view expected) {
    if (!next_is(expected)) throw std::runtime_error("expected " + std::string(expected));
    left_.remove_prefix(expected.size());
  }

  std::string_view left_;
};

}  // namespace postbox::test
