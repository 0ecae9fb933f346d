#include "training/labelled.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace postbox::training {
namespace {

using Json = nlohmann::json;

Tone tone_of(const std::string& code) {
  const auto* found =
      std::find_if(tones.begin(), tones.end(), [&](Tone tone) { return code_of(tone) == code; });
  if (found == tones.end()) throw std::out_of_range("unknown tone " + code);
  return *found;
}

Labelled labelled(const Json& line) {
  Labelled item;
  item.id = line.at("id").get<std::string>();
  item.text = line.at("text").get<std::string>();
  for (const Json& code : line.at("areas")) {
    item.areas.push_back(area_of_code(code.get<std::string>()).value());
  }
  item.tone = tone_of(line.at("tone").get<std::string>());
  item.urgent = line.at("urgent").get<bool>();
  return item;
}

}  // namespace

std::vector<Labelled> read_labelled(std::string_view lines, const std::string& file_name) {
  std::vector<Labelled> items;
  for (std::size_t number = 1; !lines.empty(); ++number) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    try {
      if (end > 0) items.push_back(labelled(Json::parse(lines.substr(0, end))));
    } catch (const std::exception& fault) {
      throw Error(Fault::data, fmt::format("{}:{}: {}", file_name, number, fault.what()),
                  "a labelled line has id, text, areas, tone and urgent");
    }
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return items;
}

}  // namespace postbox::training
