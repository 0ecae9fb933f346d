#include "report/jsonl.hpp"

#include <nlohmann/json.hpp>

namespace postbox::report {
namespace {

using Json = nlohmann::ordered_json;

Json list_of(const AreaList& areas) {
  Json list = Json::array();
  for (const ServiceArea area : areas) list.push_back(code_of(area));
  return list;
}

}  // namespace

void JsonlWriter::add(const DeliveredRow& row) {
  std::vector<std::string> cells = columns_.cells(row);
  Json line = Json::object();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string& header = columns_.headers()[i];
    line[header] = header == "areas" ? list_of(row.areas) : Json(std::move(cells[i]));
  }
  file_.write(line.dump());
  file_.write("\n");
}

}  // namespace postbox::report
