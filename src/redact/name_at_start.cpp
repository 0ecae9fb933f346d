#include "redact/name_at_start.hpp"

#include <string_view>

#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

// How people feel, and what is done to them; neither "lost" nor "given", as hope and chances are.
bool is_state_of_somebody(std::string_view word) {
  static constexpr WordList states = {
      "sent",       "told",     "moved",   "assessed", "promised",    "discharged", "bitten",
      "invited",    "punished", "blamed",  "ignored",  "locked",      "stuck",      "coping",
      "screaming",  "crying",   "asleep",  "poorly",   "ill",         "unwell",     "terrified",
      "scared",     "upset",    "anxious", "hungry",   "petrified",   "exhausted",  "struggling",
      "distraught", "hurt",     "injured", "waiting",  "misgendered", "hit",        "teased",
      "picked",     "verbal",   "tired",   "sick",     "allergic",    "vomiting",   "shouting",
      "sobbing",    "sleeping", "fifteen", "sedated",  "cornered",    "grabbed",    "dragged",
      "pinned",     "isolated"};
  return states.has(word);
}

bool is_being(std::string_view word) {
  return one_of({"is", "was", "isn't", "isnt", "wasn't", "wasnt", "got", "gets"}, word);
}

// "Duke lost his coat", "Kit needs his kit": what follows belongs to whoever the sentence is about.
bool has_own(const NameWords& words, std::size_t at) {
  static constexpr WordList verbs = {"did",   "does",  "needs",  "has",    "had",   "lost",   "loses", "wore",
                                     "wears", "loves", "loved",  "hates",  "wants", "broke",  "hurt",  "ate",
                                     "eats",  "uses",  "missed", "misses", "threw", "throws", "hit"};
  if (!verbs.has(words.in_clause(at)) || !one_of({"his", "her", "their"}, words.in_clause(at + 1))) {
    return false;
  }
  const std::string_view owned = words.in_clause(at + 2);
  return !owned.empty() && !words.is(at + 2, Mark::base_follower) && !one_of({"that", "so", "to"}, owned);
}

bool is_workplace(std::string_view word) {
  static constexpr WordList places = {
      "reception", "desk",      "office", "hub",      "switchboard", "kitchen", "gate",    "counter",
      "phones",    "transport", "gym",    "cafe",     "canteen",     "library", "admin",   "nursery",
      "surgery",   "portage",   "camhs",  "sendiass", "door",        "council", "minibus", "club"};
  return places.has(word);
}

// "Mark marked him absent", "Grace carried her out"; but "Joy filled us all", and "Hope kept him going".
bool does_to_somebody(const NameWords& words, std::size_t at) {
  const std::string_view verb = words.in_clause(at);
  constexpr std::size_t letters_min = 5;
  return verb.size() >= letters_min && verb.ends_with("ed") && words.sense(at).ordinary() &&
         one_of({"him", "her", "me"}, words.in_clause(at + 1)) &&
         !one_of({"filled", "failed", "saved"}, verb);
}

// "did the moulds", "made us a timetable", "came out to us", "sat with him": what people do at work; hope and
// faith "got us through" and "gave us strength".
bool works_as_somebody(const NameWords& words, std::size_t at) {
  static constexpr WordList verbs = {
      "drew",     "signed",     "explained", "listened",  "sorted", "fitted",  "measured", "chased",
      "wrote",    "apologised", "promised",  "arranged",  "booked", "visited", "checked",  "knows",
      "answered", "organised",  "noticed",   "suggested", "showed", "taught",  "referred", "remembered"};
  const std::string_view verb = words.in_clause(at);
  const std::string_view next = words.in_clause(at + 1);
  const std::string_view third = words.in_clause(at + 2);
  if (verbs.has(verb)) return true;
  if (verb == "did") return one_of({"the", "his", "her", "my", "our", "their"}, next);
  if (verb == "made") return one_of({"him", "her", "me", "us"}, next) && one_of({"a", "the", "some"}, third);
  if (verb == "came") return (next == "out" && third == "to") || (next == "to" && third == "see");
  if (one_of({"sat", "stayed", "sits", "stays"}, verb)) return one_of({"with", "beside"}, next);
  return false;
}

}  // namespace

bool goes_on_as_somebody(const NameWords& words, std::size_t at) {
  const bool may_do = !words.is(at, Mark::calendar) && !words.is(at, Mark::not_name);
  if (may_do && does_to_somebody(words, at + 1)) return true;
  const std::string_view verb = words.in_clause(at + 1);
  if (is_being(verb) && is_state_of_somebody(words.in_clause(at + 2))) return true;
  // "has been waiting"
  if (one_of({"has", "had"}, verb) && words.in_clause(at + 2) == "been") {
    return is_state_of_somebody(words.in_clause(at + 3));
  }
  return has_own(words, at + 1);
}

// "Dawn on reception", but not "Hope in the office" and not "June at the hub".
bool works_somewhere(const NameWords& words, std::size_t at) {
  constexpr std::size_t words_between_max = 3;  // "at the front desk"
  const std::string_view joint = words.in_clause(at + 1);
  if (!one_of({"at", "on", "in", "from"}, joint)) return false;
  if (words.is(at, Mark::calendar) && joint != "on") return false;
  if (one_of({"faith", "hope", "joy", "peace", "trust", "welcome", "happy", "comfort", "harmony", "patience"},
             words.folded(at))) {
    return false;
  }
  for (std::size_t place = at + 2; place <= at + 2 + words_between_max; ++place) {
    if (words.in_clause(place).empty()) return false;
    if (is_workplace(words.folded(place))) return words.gap(place + 1) == Gap::space;
  }
  return false;
}

bool owns_as_somebody(const NameWords& words, std::size_t at) {
  static constexpr WordList things = {"chair",     "wheelchair", "splints", "glasses", "hearing", "speech",
                                      "hair",      "behaviour",  "feeds",   "meds",    "autism",  "adhd",
                                      "epilepsy",  "seizures",   "tube",    "anxiety", "buggy",   "walker",
                                      "meltdowns", "medication", "frame",   "nappy",   "coat",    "shoes",
                                      "taxi",      "ehcp",       "bag",     "lunchbox"};
  if (!words.is_possessive(at)) return false;
  return things.has(words.in_clause(at + 1)) ||
         (words.gap(at + 1) == Gap::space &&
          (words.is(at + 1, Mark::relative) || words.is(at + 1, Mark::role)));
}

bool does_as_somebody(const NameWords& words, std::size_t at) {
  static constexpr WordList verbs = {
      "says",   "said",   "told",     "tells",  "cried",  "cries",   "screamed", "screams",
      "wore",   "wears",  "threw",    "loves",  "hates",  "wants",   "hid",      "asked",
      "thinks", "misses", "waits",    "rang",   "phoned", "emailed", "laughs",   "laughed",
      "smiled", "sleeps", "slept",    "eats",   "ate",    "sobbed",  "refuses",  "refused",
      "kicked", "panics", "panicked", "texted", "drives", "drove",   "rings",    "sits"};
  return verbs.has(words.in_clause(at + 1)) || works_as_somebody(words, at + 1);
}

}  // namespace postbox::redact
