#include "config/doors_file.hpp"

#include <fmt/format.h>

#include <set>

namespace postbox::config {
namespace {

using form::Door;

classify::Phrases read_phrases(const Node& list) {
  classify::Phrases phrases;
  for (const Node& item : list.items()) {
    if (const auto fault = classify::fault_in(item.text(), {})) {
      item.refuse(fmt::format("\"{}\": {}", item.text(), *fault),
                  "phrases.toml tells how phrases are written");
    }
    phrases.push_back(item.text());
  }
  return phrases;
}

ServiceArea read_area(const Node& node) {
  if (const auto area = area_of_code(node.text())) return *area;
  node.refuse(fmt::format("\"{}\" is not one of the twelve service areas", node.text()));
}

std::string text_or_nothing(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found == nullptr ? std::string{} : found->text();
}

void read_purposes(const Node& list, Door& door) {
  for (const Node& item : list.items()) {
    if (item.text() == "complaint") {
      door.complaint = true;
    } else if (item.text() == "appeal") {
      door.appeal = true;
    } else {
      item.refuse(R"(expected "complaint" or "appeal")");
    }
  }
  if (!door.complaint && !door.appeal) list.refuse("say what the door is for: complaint, appeal or both");
}

Door read_door(const Node& node) {
  node.only({"id", "name", "what", "phone", "url", "for", "areas", "districts", "checked_on"});
  Door door;
  door.id = node.at("id").text();
  door.name = node.at("name").text();
  door.what = node.at("what").text();
  door.phone = text_or_nothing(node, "phone");
  door.url = text_or_nothing(node, "url");
  door.checked_on = node.at("checked_on").date();
  read_purposes(node.at("for"), door);
  if (const Node* areas = node.find("areas")) {
    for (const Node& area : areas->items()) door.areas.push_back(read_area(area));
  }
  if (const Node* districts = node.find("districts")) door.districts = districts->texts();
  if (door.name.empty()) node.at("name").refuse("a door needs a name");
  if (!door.url.empty() && !door.url.starts_with("https://")) {
    node.at("url").refuse("a url starts with https://");
  }
  if (door.phone.find_first_not_of("0123456789 +") != std::string::npos) {
    node.at("phone").refuse("a phone number has digits and spaces", "say the rest under `what`");
  }
  return door;
}

}  // namespace

Doors read_doors(const FileSystem& files, const House& house) {
  const Node file = read_config(files, house, "doors.toml");
  file.only({"complaint", "appeal", "neither", "door"});
  Doors doors;
  doors.words.complaint = read_phrases(file.at("complaint"));
  doors.words.appeal = read_phrases(file.at("appeal"));
  doors.words.neither = read_phrases(file.at("neither"));
  std::set<std::string> ids;
  for (const Node& node : file.at("door").items()) {
    doors.doors.push_back(read_door(node));
    if (!ids.insert(doors.doors.back().id).second) node.at("id").refuse("another door has this id");
  }
  return doors;
}

}  // namespace postbox::config
