#include "form/door.hpp"

#include <algorithm>
#include <iterator>

namespace postbox::form {
namespace {

bool is_about(const Door& door, const AreaList& areas) {
  return door.areas.empty() || areas.empty() ||
         std::find_first_of(door.areas.begin(), door.areas.end(), areas.begin(), areas.end()) !=
             door.areas.end();
}

bool is_near(const Door& door, std::string_view district) {
  return door.districts.empty() || district.empty() ||
         std::find(door.districts.begin(), door.districts.end(), district) != door.districts.end();
}

}  // namespace

std::vector<Door> fitting(const std::vector<Door>& all, const Purpose& purpose, const AreaList& areas,
                          std::string_view district) {
  std::vector<Door> found;
  std::copy_if(all.begin(), all.end(), std::back_inserter(found), [&](const Door& door) {
    const bool wanted = (door.complaint && purpose.complaint) || (door.appeal && purpose.appeal);
    return wanted && is_about(door, areas) && is_near(door, district);
  });
  return found;
}

}  // namespace postbox::form
