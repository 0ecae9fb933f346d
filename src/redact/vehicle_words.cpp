#include "redact/vehicle_words.hpp"

#include <algorithm>
#include <array>

namespace postbox::redact {

bool is_plate_like_unit(std::string_view word) {
  constexpr std::array<std::string_view, 17> words = {"min", "kgs", "mls", "mgs", "hrs", "yrs",
                                                      "yr",  "ks",  "pg",  "wks", "cms", "mms",
                                                      "lbs", "pcs", "yds", "mth", "hr"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool speaks_of_plate(std::string_view word) {
  constexpr std::array<std::string_view, 7> words = {"reg",  "registration", "plate", "plates",
                                                     "rego", "numberplate",  "regs"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool speaks_of_vehicle(std::string_view word) {
  constexpr std::array<std::string_view, 48> words = {
      "car",     "van",      "taxi",     "minibus", "bus",     "cab",       "vehicle", "motor",
      "ford",    "skoda",    "vauxhall", "fiesta",  "caddy",   "transit",   "audi",    "toyota",
      "nissan",  "vw",       "bmw",      "kia",     "peugeot", "renault",   "fiat",    "seat",
      "citroen", "mercedes", "merc",     "parks",   "parking", "bay",       "drives",  "drove",
      "tyres",   "dacia",    "hyundai",  "honda",   "volvo",   "rover",     "golf",    "corsa",
      "astra",   "galaxy",   "sharan",   "driver",  "parked",  "hatchback", "estate",  "motability"};
  return speaks_of_plate(word) || std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace postbox::redact
