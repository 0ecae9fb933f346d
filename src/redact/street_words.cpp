#include "redact/street_words.hpp"

#include <algorithm>
#include <array>

namespace postbox::redact {
namespace {

template <std::size_t Count>
bool one_of(const std::array<std::string_view, Count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool is_sure_street(std::string_view word) {
  constexpr std::array<std::string_view, 24> words = {
      "road",    "rd",       "street",  "lane",  "avenue", "ave",       "terrace", "crescent",
      "cres",    "cottages", "gardens", "grove", "brow",   "mews",      "garth",   "croft",
      "cottage", "drive",    "close",   "row",   "estate", "boulevard", "terr",    "gdns"};
  return one_of(words, word);
}

bool is_short_street(std::string_view word) {
  constexpr std::array<std::string_view, 17> words = {
      "road", "rd",       "street", "st",    "lane", "ln",      "avenue", "ave",  "terrace",
      "terr", "crescent", "cres",   "grove", "gdns", "gardens", "close",  "drive"};
  return one_of(words, word);
}

bool is_likely_street(std::string_view word) {
  constexpr std::array<std::string_view, 62> words = {
      "st",     "ln",    "cl",      "dr",     "way",     "rise",   "view",      "hill",      "park",
      "square", "sq",    "walk",    "bank",   "green",   "gate",   "fold",      "yard",      "place",
      "court",  "ct",    "parade",  "meadow", "mount",   "bridge", "meadows",   "fields",    "field",
      "wharf",  "quay",  "side",    "end",    "vale",    "beck",   "heights",   "loan",      "foot",
      "gill",   "ghyll", "ginnel",  "back",   "lonning", "lonnin", "how",       "rigg",      "wynd",
      "site",   "ings",  "nook",    "brae",   "snicket", "holme",  "esplanade", "promenade", "haven",
      "intake", "mead",  "paddock", "chase",  "leas",    "drove",  "maltings",  "orchard"};
  return one_of(words, word);
}

bool is_farm(std::string_view word) {
  constexpr std::array<std::string_view, 6> words = {"farm", "cottage",  "farmhouse",
                                                     "barn", "bungalow", "croft"};
  return one_of(words, word);
}

bool is_house(std::string_view word) {
  constexpr std::array<std::string_view, 17> words = {
      "house", "lodge", "hall",     "mill", "vicarage", "rectory", "villa", "croft", "cottage",
      "barns", "farm",  "cottages", "view", "bungalow", "barn",    "court", "manse"};
  return one_of(words, word);
}

bool is_flat(std::string_view word) {
  constexpr std::array<std::string_view, 10> words = {"flat",    "apartment", "apt",  "no",    "number",
                                                      "caravan", "plot",      "unit", "pitch", "block"};
  return one_of(words, word);
}

bool is_measure(std::string_view word) {
  constexpr std::array<std::string_view, 27> words = {
      "minute", "minutes", "min",  "mins",  "mile",  "miles", "hour",   "hours", "hr",
      "hrs",    "day",     "days", "week",  "weeks", "month", "months", "year",  "years",
      "metre",  "metres",  "yard", "yards", "foot",  "feet",  "or",     "in",    "and"};
  return one_of(words, word);
}

bool is_public_building(std::string_view word) {
  constexpr std::array<std::string_view, 20> words = {"school", "primary", "infants", "infant",  "juniors",
                                                      "junior", "academy", "nursery", "college", "hospital",
                                                      "centre", "surgery", "clinic",  "church",  "hub",
                                                      "ward",   "unit",    "library", "medical", "health"};
  return one_of(words, word);
}

bool numbers_something_else(std::string_view word) {
  constexpr std::array<std::string_view, 17> words = {"year",  "yr",   "age",   "aged",    "section", "page",
                                                      "room",  "ward", "stage", "route",   "bus",     "week",
                                                      "grade", "key",  "class", "chapter", "form"};
  return one_of(words, word);
}

bool speaks_of_home(std::string_view word) {
  constexpr std::array<std::string_view, 16> words = {
      "live",  "lives",   "living",   "lived", "address", "home", "moved",  "staying",
      "stays", "resides", "residing", "house", "we're",   "were", "moving", "stay"};
  return one_of(words, word);
}

}  // namespace postbox::redact
