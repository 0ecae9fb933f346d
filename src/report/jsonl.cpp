#include "report/jsonl.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "feedback/json_writer.hpp"

namespace postbox::report {
namespace {

std::vector<std::string_view> codes(const AreaList& areas) {
  std::vector<std::string_view> codes;
  codes.reserve(areas.size());
  for (const ServiceArea area : areas) codes.push_back(code_of(area));
  return codes;
}

}  // namespace

void JsonlWriter::add(const DeliveredRow& row) {
  const std::vector<std::string> cells = columns_.cells(row);
  JsonWriter line;
  const char* between = "{";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string& header = columns_.headers()[i];
    line.raw(std::exchange(between, ","));
    line.text(header);
    line.raw(":");
    if (header == "areas") {
      line.list(codes(row.areas));
    } else {
      line.text(cells[i]);
    }
  }
  line.raw("}\n");
  file_.write(line.take());
}

}  // namespace postbox::report
