#include "trends/encoding.hpp"

#include <nlohmann/json.hpp>

#include "base/utf8.hpp"

namespace postbox::trends {
namespace {

using Json = nlohmann::json;  // its objects are std::map: keys come out in byte order

constexpr const char* format_name = "postbox-month-counts-1";
constexpr const char* no_area = "no-area";

using Tones = std::array<std::int64_t, tones.size()>;

Json tones_json(const Tones& counts) {
  Json object = Json::object();
  for (std::size_t i = 0; i < tones.size(); ++i) object[std::string(code_of(tones[i]))] = counts[i];
  return object;
}

Tones read_tones(const Json& object) {
  Tones counts{};
  for (std::size_t i = 0; i < tones.size(); ++i) {
    counts[i] = object.at(std::string(code_of(tones[i]))).get<std::int64_t>();
  }
  return counts;
}

Json counts_json(const Counts& counts) {
  return {{"all", counts.all}, {"tone", tones_json(counts.tone)}, {"answers", counts.answers}};
}

Counts read_counts(const Json& object) {
  Counts counts;
  counts.all = object.at("all").get<std::int64_t>();
  counts.tone = read_tones(object.at("tone"));
  counts.answers = object.at("answers").get<decltype(Counts::answers)>();
  return counts;
}

Json pack_json(const PackCounts& counts) {
  Json areas = {{no_area, counts.without_area}};
  for (const ServiceArea area : service_areas) {
    areas[std::string(code_of(area))] = counts.areas[index_of(area)];
  }
  return {
      {"all", counts.all}, {"tone", tones_json(counts.tone)}, {"rating", counts.rating}, {"areas", areas}};
}

PackCounts read_pack(const Json& object) {
  PackCounts counts;
  counts.all = object.at("all").get<std::int64_t>();
  counts.tone = read_tones(object.at("tone"));
  counts.rating = object.at("rating").get<decltype(PackCounts::rating)>();
  const Json& areas = object.at("areas");
  counts.without_area = areas.at(no_area).get<std::int64_t>();
  for (const ServiceArea area : service_areas) {
    counts.areas[index_of(area)] = areas.at(std::string(code_of(area))).get<std::int64_t>();
  }
  return counts;
}

}  // namespace

std::string encode(const MonthCounts& counts, std::string_view pack) {
  Json areas = {{no_area, counts_json(counts.without_area)}};
  for (const ServiceArea area : service_areas) {
    areas[std::string(code_of(area))] = counts_json(counts.areas[index_of(area)]);
  }
  Json object = {{"format", format_name},
                 {"pack", pack},
                 {"month", counts.month.text()},
                 {"whole", counts_json(counts.whole)},
                 {"areas", areas},
                 {"held", counts.held}};
  // Left out where it is empty, so that counts from before packs were counted keep their bytes.
  for (const auto& [recipient, pack_counts] : counts.packs) {
    object["packs"][recipient] = pack_json(pack_counts);
  }
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
    if (const auto packs = object.find("packs"); packs != object.end()) {
      for (const auto& [recipient, of_pack] : packs->items()) counts.packs[recipient] = read_pack(of_pack);
    }
    // One form of bytes for the counts of one pack: another format, pack or month has other bytes.
    if (encode(counts, pack) != bytes) return std::nullopt;
    return counts;
  } catch (const std::exception&) {  // no such object
    return std::nullopt;
  }
}

}  // namespace postbox::trends
