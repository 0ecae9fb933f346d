#include "trends/encoding.hpp"

#include <nlohmann/json.hpp>

#include "base/utf8.hpp"

namespace postbox::trends {
namespace {

using Json = nlohmann::json;  // its objects are std::map: keys come out in byte order

constexpr const char* format_name = "postbox-month-counts-1";
constexpr const char* no_area = "no-area";

Json counts_json(const Counts& counts) {
  Json tone = Json::object();
  for (std::size_t i = 0; i < tones.size(); ++i) tone[std::string(code_of(tones[i]))] = counts.tone[i];
  return {{"all", counts.all}, {"tone", tone}, {"answers", counts.answers}};
}

Counts read_counts(const Json& object) {
  Counts counts;
  counts.all = object.at("all").get<std::int64_t>();
  for (std::size_t i = 0; i < tones.size(); ++i) {
    counts.tone[i] = object.at("tone").at(std::string(code_of(tones[i]))).get<std::int64_t>();
  }
  counts.answers = object.at("answers").get<decltype(Counts::answers)>();
  return counts;
}

}  // namespace

std::string encode(const MonthCounts& counts, std::string_view pack) {
  Json areas = {{no_area, counts_json(counts.without_area)}};
  for (const ServiceArea area : service_areas) {
    areas[std::string(code_of(area))] = counts_json(counts.areas[index_of(area)]);
  }
  const Json object = {{"format", format_name},
                       {"pack", pack},
                       {"month", counts.month.text()},
                       {"whole", counts_json(counts.whole)},
                       {"areas", areas},
                       {"held", counts.held}};
  return object.dump();
}

std::optional<MonthCounts> decode(std::string_view bytes, std::string_view pack, Month month) {
  if (!utf8::is_valid(bytes)) return std::nullopt;
  try {
    const Json object = Json::parse(bytes);
    MonthCounts counts{.month = month};
    counts.whole = read_counts(object.at("whole"));
    const Json& areas = object.at("areas");
    counts.without_area = read_counts(areas.at(no_area));
    for (const ServiceArea area : service_areas) {
      counts.areas[index_of(area)] = read_counts(areas.at(std::string(code_of(area))));
    }
    counts.held = object.at("held").get<decltype(MonthCounts::held)>();
    // One form of bytes for the counts of one pack: another format, pack or month has other bytes.
    if (encode(counts, pack) != bytes) return std::nullopt;
    return counts;
  } catch (const std::exception&) {  // no such object
    return std::nullopt;
  }
}

}  // namespace postbox::trends
