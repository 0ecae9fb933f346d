#include "redact/name_of_thing.hpp"

#include "redact/name_of_room.hpp"
#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

// "Prince Albert", "Storm Desmond", "Lake Louise", "Isle of Skye"; but "my queen Mary", and "Prince" alone is
// a child.
bool is_royal(const NameWords& words, std::size_t first) {
  const bool isle = words.before(first) == "of" && one_of({"isle", "isles"}, words.before(first, 2));
  if (isle && words.gap(first) == Gap::space) return true;
  if (first == 0 || words.gap(first) != Gap::space || !words.is_capital(first - 1)) return false;
  return one_of({"king", "queen", "prophet", "prince", "princess", "pope", "emperor", "storm", "hurricane",
                 "lake", "mount", "cape", "port", "loch", "fort"},
                words.before(first)) &&
         !words.is_before(first, Mark::owner, 2);
}

// Makes and models that are also names of people.
bool is_car(std::string_view word) {
  static constexpr WordList cars = {
      "octavia",   "zoe",     "clio",     "mercedes", "alfa",   "fabia",  "astra",   "leon",    "giulia",
      "kia",       "austin",  "morris",   "bentley",  "aston",  "lancia", "felicia", "xantia",  "elise",
      "giulietta", "royce",   "ibiza",    "mini",     "vivaro", "zafira", "scenic",  "carlton", "cortina",
      "sierra",    "granada", "maverick", "ranger",   "stanza", "silvia", "cedric",  "gloria",  "marina",
      "allegro",   "maxi",    "minor",    "seat",     "lexus",  "tesla"};
  return cars.has(word);
}

// "a blue Octavia", "silver octavia": a make of car, whatever else is called so.
bool is_coloured(const NameWords& words, std::size_t first) {
  const bool colour =
      words.gap(first) == Gap::space &&
      one_of({"blue", "red", "silver", "white", "black", "grey", "gray", "green", "gold", "yellow", "orange"},
             words.before(first));
  if (!colour) return false;
  return is_car(words.folded(first)) ||
         (words.is_capital(first) && one_of({"a", "the", "his", "her", "that"}, words.before(first, 2)));
}

// "sings Elvis and", "sang Adele all day", but "sings Mary to sleep" and "sings. Adele".
bool is_sung(const NameWords& words, std::size_t first, std::size_t after) {
  return words.gap(first) == Gap::space && words.is_capital(first) && words.in_clause(after) != "to" &&
         one_of({"sings", "sang", "singing", "sing"}, words.before(first)) &&
         !words.is_possessive(after - 1) && !words.sense(first).known;
}

// "Call it River or Ivy", "rename the room Poppy": what it may be called; not "I would call it Yasmin and
// Rob".
bool is_what_it_is_called(const NameWords& words, std::size_t first) {
  std::size_t at = first;
  const bool second = at >= 2 && words.gap(at) == Gap::space && words.before(at) == "or";
  if (second && words.is_capital(at - 2)) at -= 2;
  if (words.gap(at) != Gap::space || !words.is_capital(at)) return false;
  const bool thing =
      one_of({"the", "that", "this"}, words.before(at, 2)) && words.is_before(at, Mark::named_thing);
  if (!thing && words.before(at) != "it") return false;
  const std::size_t steps = thing ? 3 : 2;
  if (at < steps) return false;
  const std::string_view verb = words.before(at, steps);
  if (one_of({"rename", "renamed", "renaming"}, verb)) return true;
  return one_of({"call", "name"}, verb) && words.starts_sentence(at - steps);
}

// "Henry VIII"
bool is_numbered(const NameWords& words, std::size_t after) {
  if (!words.is_shape(after, Shape::upper) || words.gap(after) != Gap::space) return false;
  const std::string_view numeral = words.folded(after);
  const bool fluids = numeral == "iv" && words.gap(after + 1) == Gap::space && words.has(after + 1) &&
                      words.is_shape(after + 1, Shape::lower);  // "gave Callum IV antibiotics"
  return numeral.find_first_not_of("ivx") == std::string_view::npos && !fluids;
}

// "Winston's Wish", "Martha's Rule": with a capital, for a child has friends and a place too.
bool is_body_called_after(const NameWords& words, std::size_t after) {
  if (!words.is_possessive(after - 1) || words.gap(after) != Gap::space) return false;
  if (one_of({"disease", "syndrome", "palsy", "chorea", "lymphoma", "anaemia", "reflex", "encephalopathy"},
             words.folded(after))) {
    return true;
  }
  // "martyn's law", "Peggy's pantry"
  if (one_of({"law", "rule", "pantry", "bakery", "bazaar", "castle", "dale"}, words.folded(after))) {
    return true;
  }
  return words.is_capital(after) &&
         one_of({"law",     "rule",    "wish",   "place",   "fund",    "friends", "foundation", "trust",
                 "charity", "hospice", "legacy", "dream",   "kitchen", "ark",     "appeal",     "army",
                 "angels",  "garden",  "cafe",   "bar",     "pizza",   "world",   "adventures", "kingdom",
                 "house",   "cross",   "nest",   "barn",    "den",     "corner",  "cabin",      "gym",
                 "gang",    "diner",   "deli",   "farm",    "wood",    "meadow",  "yard",       "shed",
                 "hut",     "loft",    "lodge",  "cottage", "stables", "nursery", "playhouse",  "fountain",
                 "angel",   "voice",   "story"},
                words.folded(after));
}

// "the new unit at Hartsbrook is called Kingfisher": what it is said of stands before the place.
bool is_thing_further_back(const NameWords& words, std::size_t first) {
  constexpr std::size_t words_back = 6;
  if (!words.is_before(first, Mark::being, 2)) return false;
  for (std::size_t step = 3; step <= words_back && step <= first; ++step) {
    const std::size_t at = first - step;
    if (words.is(at, Mark::relative) || words.is(at, Mark::role)) return false;
    if (words.is(at, Mark::named_thing)) {
      return step > 3 && one_of({"at", "in", "on", "by"}, words.folded(at + 1));
    }
    if (words.gap(at) != Gap::space) return false;
  }
  return false;
}

// "a bus called Daisy", "his iPad is called Bob", "boat named Sally"; but "the lad on the bus called Jack".
bool is_thing_called(const NameWords& words, std::size_t first) {
  if (!words.is_before(first, Mark::naming) || words.gap(first) > Gap::bracket) return false;
  if (is_thing_further_back(words, first)) return true;
  const std::size_t thing = words.is_before(first, Mark::being, 2) ? 3 : 2;
  if (!words.is_before(first, Mark::named_thing, thing)) return false;
  const bool starts = first == thing || words.gap(first - thing) == Gap::sentence;
  const std::string_view last = words.before(first, thing + 1);
  if (starts || last == "a" || last == "an") return true;
  const bool led =
      words.is_before(first, Mark::place_word, thing + 2) || words.before(first, thing + 2) == "on";
  return !led && (last == "the" || words.is_before(first, Mark::owner, thing + 1));
}

bool is_family_word(std::string_view word) {
  return one_of({"family", "families", "household", "clan", "kids", "children", "siblings", "lot"}, word);
}

bool is_met_somewhere(const NameWords& words, std::size_t article) {
  return one_of({"at", "in", "to", "near", "outside", "behind", "above", "opposite", "past", "down", "up",
                 "over", "inside", "round", "via"},
                words.before(article));
}

// "in the Lord Nelson", "the Griffiths", "a Phillips": an article stands before no single person, but
// "the Hargreaves family", "the Sarah who rang", "spoke to a Gavin".
bool is_after_article(const NameWords& words, std::size_t first, std::size_t after) {
  const std::string_view article = words.before(first);
  const std::string_view next = words.folded(after);
  if (words.gap(first) != Gap::space) return false;
  // "the Ivy's loo", but not "the Sarah's"
  const bool soft = article == "the" && !words.sense(first).has(Mark::given) && after - first == 1 &&
                    !words.sense(first).bare_possessive;  // "the Robinsons"
  if (words.is_possessive(after - 1) && !soft) return false;
  if (one_of({"who", "i", "we", "that", "she", "he"}, next) || is_family_word(next)) return false;
  if (words.gap(after) == Gap::space && (words.is(after, Mark::relative) || words.is(after, Mark::role))) {
    return false;
  }
  const bool hard = words.sense(first).has(Mark::given);
  if (words.sense(first).known) return false;
  if (article == "the") {
    if (words.is_shape(first, Shape::lower)) return false;
    return !hard || is_met_somewhere(words, first - 1);  // not "the Callum Smith situation"
  }
  if (article != "a" && article != "an") return false;
  const bool person = one_of({"to", "by", "from", "with", "called", "for", "named"}, words.before(first, 2));
  return after - first == 1 && !hard && !person && !words.is_shape(first, Shape::lower);
}

// "Shiv means nothing in Scots", but "Emma means well": of a word is told what it means.
bool is_word_with_meaning(const NameWords& words, std::size_t after) {
  return words.gap(after) == Gap::space && one_of({"means", "translates"}, words.folded(after)) &&
         !one_of({"well", "it", "business", "everything", "so", "the", "to", "that", "what"},
                 words.folded(after + 1));
}

// What may carry any name: "Thomas ward", "Sarah Cohen syndrome".
bool is_body(std::string_view word) {
  return one_of(
      {"foundation", "catheter",  "splint",  "splints",  "ltd",      "limited",   "plc",     "llp",
       "solicitors", "opticians", "coaches", "taxis",    "cabs",     "minibuses", "motors",  "butchers",
       "carvery",    "pharmacy",  "estates", "sons",     "protocol", "trike",     "tweed",   "tartan",
       "syndrome",   "potatoes",  "cushion", "cushions", "autos",    "lookalike", "airport", "arena"},
      word);
}

// "Robin Cars", "Martin Motors": with a capital, and read as the family's name or behind the name.
bool is_firm(const NameWords& words, std::size_t first, std::size_t after) {
  const auto trade = [&words](std::size_t at) {
    return words.is_capital(at) && words.gap(at) == Gap::space &&
           one_of({"cars", "motors", "minicabs", "taxis", "cabs", "travel", "minibuses", "coaches",
                   "transport", "cookies", "bakery", "records", "homes", "stores", "toys"},
                  words.folded(at));
  };
  return trade(after) || (after - first > 1 && trade(after - 1));
}

// What is called after whoever made it or did it: "Griffiths scale", "Fraser guidelines".
bool is_work(std::string_view word) {
  return one_of(
      {"trust",       "fund",       "theatre",   "law",        "inquiry",    "enquiry",       "training",
       "shop",        "poem",       "poems",     "review",     "cup",        "prize",         "scale",
       "scales",      "matrices",   "method",    "act",        "guidelines", "criteria",      "frame",
       "frames",      "walker",     "approach",  "award",      "awards",     "test",          "tests",
       "book",        "books",      "film",      "films",      "song",       "songs",         "concert",
       "museum",      "memorial",   "statue",    "score",      "index",      "knife",         "screwdriver",
       "charity",     "centre",     "clinic",    "hall",       "bridge",     "stand",         "poster",
       "documentary", "podcast",    "biography", "impression", "quote",      "collection",    "therapy",
       "technique",   "protocol",   "checklist", "profile",    "inventory",  "questionnaire", "assessment",
       "boots",       "brace",      "bed",       "seat",       "chair",      "buggy",         "harness",
       "sling",       "system",     "programme", "pen",        "bar",        "church",        "phenomenon",
       "position",    "shunt",      "line",      "tube",       "button",     "ring",          "plaster",
       "form",        "wheelchair", "lift",      "hoist",      "grant",      "grants",        "bursary",
       "scholarship", "trophy"},
      word);
}

// "Rowan berries", "Jasmine rice", "Max speed": what a flower, a tree or a stone stands before.
bool is_kind_of_thing(std::string_view word) {
  static constexpr WordList things = {
      "berries", "berry",      "falcon",   "tree",    "trees",     "bush",    "bushes",    "leaf",
      "leaves",  "petals",     "oil",      "tea",     "jam",       "jelly",   "wine",      "beer",
      "rice",    "pesto",      "sauce",    "speed",   "dose",      "doses",   "capacity",  "fever",
      "wood",    "stone",      "necklace", "pink",    "red",       "green",   "soap",      "candle",
      "candles", "spray",      "plant",    "plants",  "hedge",     "seeds",   "pollen",    "nuts",
      "syrup",   "ale",        "biscuits", "volume",  "blossom",   "bouquet", "wallpaper", "coloured",
      "scented", "sunglasses", "jeans",    "perfume", "flavoured", "shaped"};
  return things.has(word);
}

// "Lottie doll", "Jack Jones jumper": what is sold under a name.
bool is_wares(std::string_view word) {
  return one_of({"doll", "dolls", "jumper", "jumpers", "onesie", "dress", "dungarees", "trainers", "backpack",
                 "figurine"},
                word);
}

bool is_of_body(const NameWords& words, std::size_t first, std::size_t after) {
  if (words.gap(after) != Gap::space || words.is_possessive(after - 1)) return false;
  if (words.is_shape(first, Shape::lower) || is_title(words.sense(first).marks)) return false;
  const std::string_view next = words.folded(after);
  if (is_body(next) || is_wares(next)) return true;
  // "Callum Smith review is late", "Emma class": a child's own is typed without its possessive.
  const Sense& sense = words.sense(first);
  if (sense.known) return false;
  // "the Herbert form", "a Thomas plaster"
  const bool article = words.gap(first) == Gap::space && one_of({"the", "a", "an"}, words.before(first));
  if (sense.has(Mark::given)) return article && is_work(next);
  if (after - first == 1 && is_kind_of_thing(next)) return true;
  return is_like_a_room(next) || (is_work(next) && (after - first > 1 || sense.has(Mark::family)));
}

bool is_travel(std::string_view word) {
  return one_of({"move",     "moved",  "moving", "come",   "came",   "coming",    "drove",   "drive",
                 "train",    "trains", "flew",   "flight", "travel", "travelled", "trip",    "bus",
                 "back",     "went",   "live",   "lives",  "lived",  "living",    "born",    "refugees",
                 "families", "family", "far",    "way",    "miles",  "over",      "arrived", "fled"},
                word);
}

// "we moved from Kerry", "a trip to Florence", "Tyrone to Carlisle".
bool is_place(const NameWords& words, std::size_t first, std::size_t after) {
  if (after - first != 1 || !words.is(first, Mark::place_given)) return false;
  if (words.is_possessive(after - 1) || words.sense(first).known) return false;  // "in Georgia's plan"
  const bool space = words.gap(first) == Gap::space;
  const std::string_view last = words.before(first);
  if (space && last == "in") return is_travel(words.before(first, 2)) || is_travel(words.before(first, 3));
  const bool onwards = words.folded(after) == "to" && words.is_capital(after + 1);
  if (onwards && words.is(after + 1, Mark::not_name)) return true;
  if (!space || !one_of({"from", "to", "near", "outside", "via"}, last)) return false;
  return (onwards && last == "from") || is_travel(words.before(first, 2)) ||
         is_travel(words.before(first, 3));
}

}  // namespace

bool is_titled_thing(const NameWords& words, std::size_t first, std::size_t after) {
  if (words.is(first, Mark::sure_title)) return false;
  const bool house = words.gap(after) == Gap::space && words.is(after, Mark::institution) &&
                     !words.is(first, Mark::rank);  // "PC Short close to us"
  if (house && words.is_shape(first, Shape::capital)) return true;
  return words.gap(first) == Gap::space && words.before(first) == "the" &&
         one_of({"lord", "lady", "sir", "captain", "major", "colonel", "canon"}, words.folded(first));
}

namespace {

// "Penn is the residential school": what it is said to be.
bool is_said_to_be_a_body(const NameWords& words, std::size_t first, std::size_t after) {
  constexpr std::size_t words_between_max = 3;
  const bool fits = after - first == 1 && !words.sense(first).has(Mark::given) &&
                    !words.is_possessive(first) && words.gap(after) == Gap::space &&
                    one_of({"is", "was"}, words.folded(after));
  if (!fits || !one_of({"the", "a", "an", "our", "another"}, words.in_clause(after + 1))) return false;
  for (std::size_t at = after + 2; at <= after + 2 + words_between_max; ++at) {
    if (words.in_clause(at).empty() || words.is(at, Mark::role) || words.is(at, Mark::relative)) return false;
    if (words.is(at, Mark::institution)) {
      return words.gap(at + 1) > Gap::space || !words.is(at + 1, Mark::role);
    }
  }
  return false;
}

}  // namespace

bool is_name_of_thing(const NameWords& words, std::size_t first, std::size_t after) {
  if (is_coloured(words, first) || is_sung(words, first, after)) return true;
  if (is_what_it_is_called(words, first) || is_firm(words, first, after)) return true;
  if (is_royal(words, first) || is_numbered(words, after) || is_body_called_after(words, after)) return true;
  if (is_thing_called(words, first) || is_after_article(words, first, after)) return true;
  if (is_said_to_be_a_body(words, first, after)) return true;
  if (is_of_body(words, first, after) || is_word_with_meaning(words, after)) return true;
  const bool hard = words.sense(first).has(Mark::given);
  return (!hard && is_one_of_rooms(words, after)) || is_place(words, first, after);
}

}  // namespace postbox::redact
