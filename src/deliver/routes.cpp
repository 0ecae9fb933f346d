#include "deliver/routes.hpp"

#include <algorithm>

namespace postbox::deliver {
namespace {

constexpr std::size_t id_characters_max = 64;

bool holds_on(const Route& route, std::chrono::sys_days day) {
  return std::chrono::sys_days{route.from} <= day &&
         (!route.until || day <= std::chrono::sys_days{*route.until});
}

bool is_lower_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

bool is_recipient_id(std::string_view id) {
  if (id.empty() || id.size() > id_characters_max || id == "board" || id == "unsorted") return false;
  return is_lower_letter_or_digit(id.front()) &&
         std::all_of(id.begin(), id.end(), [](char c) { return is_lower_letter_or_digit(c) || c == '-'; });
}

Routes::Routes(std::vector<Recipient> recipients, std::vector<Route> routes, std::set<std::string> elsewhere)
    : recipients_(std::move(recipients)), routes_(std::move(routes)), elsewhere_(std::move(elsewhere)) {
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    named_districts_.insert(routes_[i].districts.begin(), routes_[i].districts.end());
    routes_of_[index_of(routes_[i].area)].push_back(i);
  }
}

const Recipient* Routes::find(std::string_view id) const {
  const auto found = std::find_if(recipients_.begin(), recipients_.end(),
                                  [id](const Recipient& recipient) { return recipient.id == id; });
  return found == recipients_.end() ? nullptr : &*found;
}

bool Routes::names(std::string_view district) const {
  return named_districts_.find(district) != named_districts_.end();
}

PerArea<const std::string*> Routes::by_area(std::string_view district, Month month) const {
  const std::string wanted(district);
  const bool any_district = !names(district);
  const std::chrono::sys_days day = month.first_day();
  PerArea<const std::string*> recipients{};
  for (const ServiceArea area : service_areas) {
    for (const std::size_t number : routes_of_[index_of(area)]) {
      const Route& route = routes_[number];
      if (!holds_on(route, day) || !(any_district || route.districts.contains(wanted))) continue;
      recipients[index_of(area)] = &route.recipient;
      break;
    }
  }
  return recipients;
}

std::vector<Destination> Routes::destinations(const AreaList& areas, std::string_view district,
                                              Month month) const {
  if (areas.empty()) return {};
  const auto recipient_of = by_area(district, month);
  std::set<std::string_view> recipients;
  for (const ServiceArea area : areas) {
    if (const std::string* recipient = recipient_of[index_of(area)]) recipients.insert(*recipient);
  }
  std::vector<Destination> destinations;
  destinations.reserve(recipients.size());
  const bool known = names(district);
  for (const std::string_view recipient : recipients) destinations.push_back({std::string(recipient), known});
  return destinations;
}

std::string Routes::commissioner_of(std::string_view recipient, Month month) const {
  std::string names;
  std::set<std::string_view> seen;
  for (const Route& route : routes_) {
    if (route.recipient != recipient || !holds_on(route, month.first_day())) continue;
    if (route.commissioner.empty() || !seen.insert(route.commissioner).second) continue;
    if (!names.empty()) names += " and ";
    names += route.commissioner;
  }
  return names;
}

}  // namespace postbox::deliver
