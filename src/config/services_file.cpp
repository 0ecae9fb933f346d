#include "config/services_file.hpp"

#include "config/house.hpp"

namespace postbox::config {
namespace {

ServiceWords read_words(const Node& node) {
  node.only({"name", "hint"});
  const Node* hint = node.find("hint");
  ServiceWords words{node.at("name").text(), hint == nullptr ? "" : hint->text()};
  if (words.name.empty()) node.at("name").refuse("a service needs a name that families know");
  return words;
}

}  // namespace

PerArea<ServiceWords> read_services(const FileSystem& files, const House& house) {
  const Node file = read_config(files, house, "services.toml");
  for (const auto& [code, node] : file.members()) {
    if (!area_of_code(code)) node.refuse("\"" + code + "\" is not one of the twelve service areas");
  }
  PerArea<ServiceWords> services;
  for (const ServiceArea area : service_areas) {
    services[index_of(area)] = read_words(file.at(code_of(area)));
  }
  return services;
}

}  // namespace postbox::config
