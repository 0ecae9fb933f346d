#include "redact/vehicle_words.hpp"

#include <array>

#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {

bool is_plate_like_unit(std::string_view word) {
  static constexpr WordList words = {"min", "kgs", "mls", "mgs", "hrs", "yrs", "yr",  "ks", "pg",
                                     "wks", "cms", "mms", "lbs", "pcs", "yds", "mth", "hr", "ish"};
  return words.has(word);
}

bool speaks_of_plate(std::string_view word) {
  static constexpr WordList words = {"reg",          "registration", "plate",         "plates",
                                     "rego",         "numberplate",  "regs",          "vrn",
                                     "vrm",          "numberplates", "registrations", "registation",
                                     "regestration", "platenumber",  "cherished",     "personalised"};
  return words.has(word);
}

bool speaks_of_vehicle(std::string_view word) {
  static constexpr WordList words = {
      "car",       "van",         "taxi",       "minibus",   "bus",       "cab",        "vehicle",
      "motor",     "ford",        "skoda",      "vauxhall",  "fiesta",    "caddy",      "transit",
      "audi",      "toyota",      "nissan",     "vw",        "bmw",       "kia",        "peugeot",
      "renault",   "fiat",        "seat",       "citroen",   "mercedes",  "merc",       "parks",
      "parking",   "bay",         "drives",     "drove",     "tyres",     "dacia",      "hyundai",
      "honda",     "volvo",       "rover",      "golf",      "corsa",     "astra",      "galaxy",
      "sharan",    "driver",      "parked",     "hatchback", "estate",    "motability", "mini",
      "clio",      "polo",        "passat",     "qashqai",   "berlingo",  "zafira",     "vivaro",
      "trafic",    "sprinter",    "picasso",    "octavia",   "fabia",     "kuga",       "mondeo",
      "yaris",     "micra",       "juke",       "duster",    "sandero",   "tiguan",     "touran",
      "caravelle", "kangoo",      "doblo",      "rifter",    "tourneo",   "defender",   "freelander",
      "landrover", "jeep",        "subaru",     "suzuki",    "mazda",     "mitsubishi", "tesla",
      "lexus",     "jaguar",      "porsche",    "saab",      "iveco",     "minicab",    "lorry",
      "truck",     "pickup",      "coach",      "tractor",   "motorbike", "moped",      "ambulance",
      "saloon",    "wav",         "cars",       "vans",      "taxis",     "lorries",    "trailer",
      "caravan",   "campervan",   "scooter",    "quad",      "mpv",       "suv",        "insignia",
      "meriva",    "vehicles",    "i10",        "hiace",     "scudo",     "ducato",     "movano",
      "crafter",   "transporter", "proace",     "tucson",    "sportage",  "picanto",    "aygo",
      "corolla",   "civic",       "mokka",      "vito",      "leon",      "ateca",      "karoq",
      "kodiaq",    "captur",      "megane",     "scenic",    "twingo",    "hgv",        "motorhome",
      "sped",      "speeding",    "overtook",   "tailgated", "mot",       "dvla",       "insured",
      "lease",     "leased",      "registered", "reg'd",     "clamped",   "towed",      "seatbelt",
      "bonnet",    "bumper",      "windscreen", "dashcam",   "silver",    "grey",       "hackney",
      "e-niro",    "niro",        "zoe",        "ioniq",     "roomster",  "enyaq",      "primastar",
      "nv200",     "townstar",    "alhambra",   "s-max",     "c-max",     "ecosport",   "hilux",
      "navara",    "l200",        "evoque",     "berlingos", "zafiras",   "vivaros",    "horsebox",
      "trike",     "focus",       "beetle",     "yeti",      "rav",       "quashqai",   "landcruiser",
      "bailiff",   "morris",      "landy",      "hire",      "vintage",   "landrovers", "rolls",
      "clocked",   "auris",       "avensis",    "prius",     "taurus",    "lotus",      "seatbelts",
      "minibuses"};
  return speaks_of_plate(word) || words.has(word);
}

bool speaks_of_ending(std::string_view word) {
  return one_of({"ends", "ending", "ended", "last", "letters", "finishes"}, word);
}

}  // namespace postbox::redact
