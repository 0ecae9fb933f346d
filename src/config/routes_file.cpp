#include "config/routes_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace postbox::config {
namespace {

using deliver::Recipient;
using deliver::Route;

std::vector<Recipient> read_recipients(const Node& table) {
  std::vector<Recipient> recipients;
  for (const auto& [id, name] : table.members()) {
    if (!deliver::is_recipient_id(id)) {
      name.refuse(fmt::format("\"{}\" cannot be the folder of a pack", id),
                  "use up to 64 lower-case letters, digits and hyphens; not board, not unsorted");
    }
    if (name.text().empty()) name.refuse(fmt::format("the recipient {} has no name", id));
    recipients.push_back({id, name.text()});
  }
  return recipients;
}

std::set<std::string> read_districts(const Node& list) {
  std::set<std::string> districts;
  for (const Node& item : list.items()) {
    if (item.text().empty()) item.refuse("a district has no name");
    if (!districts.insert(item.text()).second) {
      item.refuse(fmt::format("the district \"{}\" stands here twice", item.text()));
    }
  }
  return districts;
}

// What the routes of one block have in common.
Route read_common(const Node& block, const std::set<std::string>& elsewhere) {
  Route common;
  common.districts = read_districts(block.at("districts"));
  if (common.districts.empty()) block.at("districts").refuse("a route needs at least one district");
  for (const std::string& district : common.districts) {
    if (!elsewhere.contains(district)) continue;
    block.at("districts")
        .refuse(fmt::format("\"{}\" has a route and stands under elsewhere too", district),
                "take it out of one of the two");
  }
  common.from = block.at("from").date();
  if (const Node* until = block.find("until")) {
    common.until = until->date();
    if (*common.until < common.from) until->refuse("this last day lies before the first day, `from`");
  }
  if (const Node* commissioner = block.find("commissioner")) common.commissioner = commissioner->text();
  return common;
}

void check_recipient(const Node& id, const std::vector<Recipient>& recipients) {
  if (std::any_of(recipients.begin(), recipients.end(),
                  [&id](const Recipient& known) { return known.id == id.text(); })) {
    return;
  }
  id.refuse(fmt::format("\"{}\" is not a recipient", id.text()),
            "list it under [recipients], or mend its spelling");
}

void read_block(const Node& block, const std::vector<Recipient>& recipients,
                const std::set<std::string>& elsewhere, std::vector<Route>& routes) {
  block.only({"districts", "from", "until", "commissioner", "to"});
  const Route common = read_common(block, elsewhere);
  if (block.at("to").members().empty()) block.at("to").refuse("a route needs at least one service area");
  for (const auto& [code, recipient] : block.at("to").members()) {
    const auto area = area_of_code(code);
    if (!area) recipient.refuse(fmt::format("\"{}\" is not a service area", code));
    check_recipient(recipient, recipients);
    Route route = common;
    route.area = *area;
    route.recipient = recipient.text();
    route.where = recipient.where();
    routes.push_back(std::move(route));
  }
}

}  // namespace

deliver::Routes routes_from(const Node& document) {
  document.only({"elsewhere", "recipients", "routes"});
  const std::vector<Recipient> recipients = read_recipients(document.at("recipients"));
  std::set<std::string> elsewhere;
  if (const Node* list = document.find("elsewhere")) elsewhere = read_districts(*list);
  std::vector<Route> routes;
  for (const Node& block : document.at("routes").items()) read_block(block, recipients, elsewhere, routes);
  return {recipients, std::move(routes), std::move(elsewhere)};
}

deliver::Routes read_routes(const FileSystem& files, const House& house) {
  return routes_from(read_config(files, house, "routes.toml"));
}

}  // namespace postbox::config
