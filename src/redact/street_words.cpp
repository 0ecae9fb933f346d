#include "redact/street_words.hpp"

#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

constexpr WordList flats = {"flat",    "apartment", "apt",    "no",    "number",   "caravan",
                            "plot",    "unit",      "pitch",  "block", "rm",       "room",
                            "bedsit",  "studio",    "chalet", "lodge", "flt",      "berth",
                            "mooring", "house",     "static", "fl",    "bungalow", "barn"};
constexpr WordList floors = {"basement", "top",   "ground",       "first",      "second",
                             "third",    "upper", "lower",        "floor",      "garden",
                             "middle",   "attic", "ground-floor", "first-floor"};
constexpr WordList number_words = {
    "one",      "two",    "three",  "four",     "five",     "six",     "seven",   "eight",     "nine",
    "ten",      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty", "thirty", "forty",    "fifty",    "sixty",   "seventy", "eighty",    "ninety"};
constexpr WordList home_words = {"live",          "lives",     "living",  "lived",    "address",  "home",
                                 "moved",         "staying",   "stays",   "resides",  "residing", "house",
                                 "we're",         "were",      "moving",  "stay",     "foster",   "fostering",
                                 "post",          "posted",    "send",    "sending",  "deliver",  "delivered",
                                 "delivery",      "rent",      "renting", "flat",     "bungalow", "neighbour",
                                 "neighbours",    "semi",      "terrace", "terraced", "reside",   "stopping",
                                 "based",         "tenancy",   "tenants", "caravan",  "parents'", "resident",
                                 "door-to-door",  "collected", "home's",  "rehoused", "housed",   "rehomed",
                                 "accommodation", "evicted",   "homeless"};

}  // namespace

void mark_street_words(Lexicon& lexicon) {
  for (const std::string_view word : flats) lexicon.add(word, Mark::house);
  for (const std::string_view word : floors) lexicon.add(word, Mark::house);
  lexicon.add("nb", Mark::house);  // a narrowboat
  for (const std::string_view word : number_words) lexicon.add(word, Mark::house);
  for (const std::string_view word : home_words) lexicon.add(word, Mark::home);
}

bool is_sure_street(std::string_view word) {
  static constexpr WordList words = {
      "road",     "rd",      "street",  "lane",      "avenue", "ave",      "terrace", "crescent", "cres",
      "cottages", "gardens", "grove",   "brow",      "mews",   "garth",    "croft",   "cottage",  "drive",
      "close",    "row",     "estate",  "boulevard", "terr",   "gdns",     "crofts",  "villas",   "lonning",
      "cresent",  "crecent", "cresant", "crescant",  "cresc",  "terrance", "terace",  "avenu",    "streat",
      "steet",    "gardns",  "cotts",   "bungalows", "tce",    "trce",     "strt"};
  return words.has(word);
}

bool is_short_street(std::string_view word) {
  static constexpr WordList words = {"road",   "rd",   "street",  "st",    "lane",     "ln",
                                     "avenue", "ave",  "terrace", "terr",  "crescent", "cres",
                                     "grove",  "gdns", "gardens", "close", "drive"};
  return words.has(word);
}

bool is_likely_street(std::string_view word) {
  static constexpr WordList words = {
      "st",       "ln",       "cl",        "dr",        "way",       "rise",       "view",      "hill",
      "park",     "square",   "sq",        "walk",      "bank",      "green",      "gate",      "fold",
      "yard",     "place",    "court",     "ct",        "parade",    "meadow",     "mount",     "bridge",
      "meadows",  "fields",   "field",     "wharf",     "quay",      "side",       "end",       "vale",
      "beck",     "heights",  "loan",      "foot",      "gill",      "ghyll",      "ginnel",    "back",
      "lonning",  "lonnin",   "how",       "rigg",      "wynd",      "site",       "ings",      "nook",
      "brae",     "snicket",  "holme",     "esplanade", "promenade", "haven",      "intake",    "mead",
      "paddock",  "chase",    "leas",      "drove",     "maltings",  "orchard",    "lea",       "ridge",
      "banks",    "crag",     "cross",     "gait",      "lawn",      "link",       "links",     "loaning",
      "pastures", "pasture",  "point",     "reach",     "ride",      "riggs",      "scar",      "slack",
      "spinney",  "steps",    "top",       "villas",    "warren",    "woods",      "wood",      "copse",
      "dene",     "dell",     "dale",      "fell",      "fellside",  "garths",     "hollow",    "hey",
      "knoll",    "ley",      "mill",      "moor",      "moss",      "path",       "piece",     "quadrant",
      "rake",     "shaw",     "tarn",      "weir",      "wells",     "buildings",  "houses",    "bungalows",
      "arcade",   "approach", "alley",     "broadway",  "causeway",  "circle",     "circus",    "common",
      "cliff",    "cove",     "crofts",    "dock",      "glade",     "glebe",      "glen",      "grange",
      "lawns",    "marsh",    "mere",      "oval",      "pass",      "passage",    "pines",     "shore",
      "springs",  "strand",   "sands",     "steading",  "trees",     "vennel",     "towers",    "flats",
      "mansions", "cottage",  "riverside", "lakeside",  "gardens",   "pl",         "est",       "bldgs",
      "cott",     "prospect", "pde",       "barracks",  "villa",     "almshouses", "village",   "vw",
      "wy",       "av",       "gr",        "pk",        "mws",       "hts",        "edge",      "flatt",
      "flatts",   "ter",      "crest",     "downs",     "stead",     "bottom",     "hawthorns", "oaks",
      "elms",     "limes",    "poplars",   "willows",   "beeches",   "laurels",    "firs",      "larches",
      "birches",  "rowans",   "hollies",   "cedars",    "drift",     "wray",       "whins",     "gillbeck",
      "str",      "crt",      "cr",        "acre",      "acres",     "hse",        "brows",     "stile",
      "cottages"};
  return words.has(word);
}

bool is_rare_street(std::string_view word) {
  return one_of({"entry", "raise", "wath", "howe", "loke", "opening", "staithe", "hythe", "batch", "thwaite"},
                word);
}

bool is_whole_street(std::string_view word) {
  return one_of({"esplanade", "promenade", "broadway", "quayside"}, word);
}

bool is_farm(std::string_view word) {
  static constexpr WordList words = {"farm", "cottage", "cottages", "farmhouse", "barn", "bungalow", "croft"};
  return words.has(word);
}

bool ends_like_house(std::string_view word) {
  return ends_with_one_of(
      {"side", "view", "bank", "lea", "lands", "croft", "holme", "mount", "garth", "haven"}, word);
}

bool is_house(std::string_view word) {
  static constexpr WordList words = {
      "house",   "lodge",    "hall",     "mill",     "vicarage",    "rectory",  "villa", "croft",
      "cottage", "barns",    "farm",     "cottages", "view",        "bungalow", "barn",  "court",
      "manse",   "villas",   "mansions", "flats",    "apartments",  "towers",   "tower", "steading",
      "grange",  "priory",   "stables",  "chapel",   "schoolhouse", "brewery",  "forge", "smithy",
      "marina",  "moorings", "boatyard", "foyer"};
  return words.has(word);
}

bool is_side_of_farm(std::string_view word) {
  static constexpr WordList words = {"high", "low", "nether", "over", "upper", "lower", "far", "near", "old"};
  return words.has(word);
}

bool is_flat(std::string_view word) { return flats.has(word); }

bool is_measure(std::string_view word) {
  static constexpr WordList words = {
      "minute", "minutes", "min",   "mins",  "mile",   "miles",  "hour",  "hours", "hr",     "hrs",  "day",
      "days",   "week",    "weeks", "month", "months", "year",   "years", "metre", "metres", "yard", "yards",
      "foot",   "feet",    "or",    "in",    "and",    "seater", "door",  "litre", "pint",   "pack"};
  return words.has(word);
}

bool is_public_building(std::string_view word) {
  static constexpr WordList words = {
      "school",  "primary",  "infants", "infant",  "juniors",     "junior",  "academy",    "nursery",
      "college", "hospital", "centre",  "surgery", "clinic",      "church",  "hub",        "ward",
      "unit",    "library",  "medical", "health",  "hostel",      "station", "hotel",      "museum",
      "theatre", "stadium",  "office",  "offices", "court-house", "council", "university", "campus"};
  return words.has(word);
}

bool numbers_something_else(std::string_view word) {
  static constexpr WordList words = {
      "year",  "yr",    "age",    "aged",      "section",  "page",    "room",  "ward",  "stage",    "route",
      "bus",   "week",  "grade",  "key",       "class",    "chapter", "form",  "level", "tier",     "ks",
      "phase", "band",  "unit",   "clinic",    "step",     "version", "part",  "item",  "question", "figure",
      "team",  "group", "lesson", "reception", "platform", "gate",    "table", "bay",   "bed",      "desk"};
  return words.has(word);
}

bool is_living(std::string_view word) {
  static constexpr WordList words = {"live", "lives", "living", "lived", "home", "homes", "live-in"};
  return words.has(word);
}

bool is_room(std::string_view word) {
  return word == "rm" || word == "room" || word == "house" || word == "lodge";
}

bool is_floor(std::string_view word) { return floors.has(word); }

bool is_number_word(std::string_view word) { return number_words.has(word.substr(0, word.find('-'))); }

}  // namespace postbox::redact
