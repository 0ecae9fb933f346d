// Who receives what: service area x district x date -> recipients, read from config/routes.toml.
//
// A month's feedback goes where the routes of that month's first day say, so that an old month emptied again
// gives the old answer. Pure.
#pragma once

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/month.hpp"
#include "feedback/service_area.hpp"

namespace postbox::deliver {

struct Recipient {
  std::string id;    // folder name of its pack: lower case, digits, hyphens
  std::string name;  // "Cumberland Council, SEN team"
};

struct Route {
  ServiceArea area = ServiceArea::camhs;
  std::set<std::string> districts;  // option values of the district question
  std::chrono::year_month_day from;
  std::optional<std::chrono::year_month_day> until;  // the last day; nothing: still holds
  std::string recipient;
  std::string where;  // "routes.toml:12", for `check`
};

struct Destination {
  std::string recipient;
  bool district_known = true;  // false: the county-wide or first-named recipient of that area
};

class Routes {
 public:
  Routes(std::vector<Recipient> recipients, std::vector<Route> routes);

  // Ascending by recipient id, each once. Empty: nobody is named for any of these areas then.
  std::vector<Destination> destinations(const AreaList& areas, std::string_view district, Month month) const;

  const Recipient* find(std::string_view id) const;
  const std::vector<Recipient>& recipients() const { return recipients_; }

  // Gaps and overlaps, each named with its line, area, district and dates. Empty: every area of every
  // district in `districts` has exactly one recipient on every day from the first day of the earliest route.
  std::vector<std::string> problems(const std::set<std::string>& districts) const;

 private:
  std::vector<Recipient> recipients_;
  std::vector<Route> routes_;
};

}  // namespace postbox::deliver
