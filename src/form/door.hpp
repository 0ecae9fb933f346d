// Where a formal complaint or an appeal belongs, which this box cannot take: read from config/doors.toml.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "feedback/service_area.hpp"

namespace postbox::form {

struct Door {
  std::string id;  // lower case, digits, hyphens
  std::string name;
  std::string what;   // what it does for a family, or how to find it
  std::string phone;  // "" for none
  std::string url;    // https, or ""
  bool complaint = false;
  bool appeal = false;
  AreaList areas;                      // the services it is about; empty: any
  std::vector<std::string> districts;  // values of the question `district`; empty: any
  std::chrono::year_month_day checked_on{};
};

// What a post asks for beside being heard.
struct Purpose {
  bool complaint = false;
  bool appeal = false;

  bool any() const { return complaint || appeal; }
};

// The doors for one of the purposes that fit one of the services and the district, in their order. Where no
// service or no district is known, all that could fit.
std::vector<Door> fitting(const std::vector<Door>& all, const Purpose& purpose, const AreaList& areas,
                          std::string_view district);

}  // namespace postbox::form
