#include "redact/name_of_room.hpp"

#include "redact/one_of.hpp"

namespace postbox::redact {
namespace {

// One past "Hazel and", "Hazel," where another name with a capital follows.
std::size_t after_joint(const NameWords& words, std::size_t at) {
  const bool joined = words.folded(at) == "and" && words.gap(at) <= Gap::comma;
  const std::size_t next = joined ? at + 1 : at;
  const bool listed =
      joined ? words.gap(next) == Gap::space : words.gap(next) == Gap::comma || words.ampersand_before(next);
  return listed && words.is_capital(next) ? next + 1 : at;
}

}  // namespace

bool is_like_a_room(std::string_view word) {
  return one_of({"class",  "classroom", "room",  "rooms", "group",    "suite",   "wing",  "unit",
                 "base",   "building",  "block", "zone",  "corridor", "cluster", "table", "band",
                 "bands",  "flats",     "pub",   "inn",   "hotel",    "lodge",   "hub",   "house",
                 "houses", "flat",      "bay",   "level", "bungalow"},
                word);
}

bool is_one_of_rooms(const NameWords& words, std::size_t after) {
  constexpr std::size_t more_max = 5;
  std::size_t at = after;
  for (std::size_t step = 0; step < more_max; ++step) {
    const std::size_t next = after_joint(words, at);
    if (next == at) break;
    at = next;
  }
  // "Pegasus, Phoenix and Griffin: year groups"
  const bool listed = at > after || (after >= 2 && words.folded(after - 2) == "and");
  const bool colon = listed && words.gap(at) == Gap::other;
  if (!colon && !one_of({"are", "were", "being"}, words.folded(at))) return false;
  if (colon && words.is(at, Mark::owner)) return false;
  for (std::size_t step = 1; step <= 4 && words.gap(at + step) == Gap::space; ++step) {
    if (one_of({"bases", "tables",    "groups", "classes",  "houses",     "rooms",  "bands",   "wards",
                "sets",  "teams",     "units",  "flats",    "colours",    "forms",  "bays",    "zones",
                "wings", "corridors", "lodges", "cottages", "classrooms", "levels", "streams", "pods"},
               words.folded(at + step))) {
      return true;
    }
  }
  return false;
}

bool is_room(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  return words.is_capital(at) && sense.listed() && !sense.known && !sense.has(Mark::given) &&
         !words.is_possessive(at) &&
         one_of({"class", "ward", "base", "group", "house", "unit", "suite"}, words.in_clause(at + 1));
}

}  // namespace postbox::redact
