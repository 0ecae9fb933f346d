#include "report/jsonl.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "feedback/json_writer.hpp"

namespace postbox::report {
namespace {

constexpr std::size_t line_bytes_expected = 1024;

std::vector<std::string_view> codes(const AreaList& areas) {
  std::vector<std::string_view> codes;
  codes.reserve(areas.size());
  for (const ServiceArea area : areas) codes.push_back(code_of(area));
  return codes;
}

}  // namespace

JsonlWriter::JsonlWriter(FileSystem& files, const Path& path, const Columns& columns) : file_(files, path) {
  const std::vector<std::string>& headers = columns.headers();
  areas_ = static_cast<std::size_t>(std::find(headers.begin(), headers.end(), "areas") - headers.begin());
  const char* between = "{";
  for (const std::string& header : headers) {
    JsonWriter head;
    head.raw(std::exchange(between, ","));
    head.text(header);
    head.raw(":");
    heads_.push_back(head.take());
  }
}

void JsonlWriter::add(const DeliveredRow& row, const RowCells& cells) {
  JsonWriter line;
  line.reserve(line_bytes_expected);
  for (std::size_t i = 0; i < heads_.size(); ++i) {
    line.raw(heads_[i]);
    if (i == areas_) {
      line.list(codes(row.areas));
    } else {
      line.text(cells.views()[i]);
    }
  }
  line.raw("}\n");
  file_.write(line.take());
}

}  // namespace postbox::report
