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
  for (const Route& route : routes_) named_districts_.insert(route.districts.begin(), route.districts.end());
}

const Recipient* Routes::find(std::string_view id) const {
  const auto found = std::find_if(recipients_.begin(), recipients_.end(),
                                  [id](const Recipient& recipient) { return recipient.id == id; });
  return found == recipients_.end() ? nullptr : &*found;
}

bool Routes::names(std::string_view district) const {
  return named_districts_.find(district) != named_districts_.end();
}

const Route* Routes::route_for(ServiceArea area, std::string_view district, std::chrono::sys_days day) const {
  const bool any_district = !names(district);
  const std::string wanted(district);
  const auto found = std::find_if(routes_.begin(), routes_.end(), [&](const Route& route) {
    return route.area == area && holds_on(route, day) && (any_district || route.districts.contains(wanted));
  });
  return found == routes_.end() ? nullptr : &*found;
}

std::vector<Destination> Routes::destinations(const AreaList& areas, std::string_view district,
                                              Month month) const {
  std::set<std::string> recipients;
  for (const ServiceArea area : areas) {
    if (const Route* route = route_for(area, district, month.first_day())) {
      recipients.insert(route->recipient);
    }
  }
  std::vector<Destination> destinations;
  destinations.reserve(recipients.size());
  for (const std::string& recipient : recipients) destinations.push_back({recipient, names(district)});
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
