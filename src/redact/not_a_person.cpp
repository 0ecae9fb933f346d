#include "redact/not_a_person.hpp"

#include <algorithm>
#include <array>

#include "redact/name_after.hpp"
#include "redact/name_before.hpp"
#include "redact/name_of_thing.hpp"
#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

// "Thomas Gray school": what a name may stand before in small letters too.
bool is_institution_in_any_case(std::string_view word) {
  static constexpr WordList institutions = {"school",   "primary", "academy", "ward",   "house",
                                            "syndrome", "disease", "college", "centre", "hospital",
                                            "nursery",  "chapel",  "hotel",   "pub"};
  return institutions.has(word);
}

bool is_of_institution(const NameWords& words, std::size_t after) {
  if (words.gap(after) != Gap::space || words.is_possessive(after - 1)) return false;
  if (!words.is(after, Mark::institution) || words.is_shape(after - 1, Shape::lower)) return false;
  return words.is_capital(after) || words.is_shape(after - 1, Shape::upper) ||
         is_institution_in_any_case(words.folded(after));
}

// "James Cook Hospital": another word with a capital between.
bool is_of_named_institution(const NameWords& words, std::size_t after) {
  static constexpr WordList kinds = {"hospital", "school",    "academy",    "primary",
                                     "college",  "infirmary", "university", "trust"};
  const auto capital = [&](std::size_t at) { return words.gap(at) == Gap::space && words.is_capital(at); };
  return capital(after) && capital(after + 1) && !words.is_possessive(after - 1) &&
         kinds.has(words.folded(after + 1));
}

bool is_saint(std::string_view word) {
  return word == "st" || word == "saint" || word == "saints" || word == "ss";
}

// "our dog Max", "the hamster, Dave", "a greyhound called Bella", "the tortoise is Sid".
bool is_animal_before(const NameWords& words, std::size_t first) {
  if (first == 0 || words.gap(first) > Gap::bracket || words.sense(first - 1).phrase) return false;
  if (words.is_before(first, Mark::animal)) return true;
  const bool named = words.is_before(first, Mark::naming) || words.is_before(first, Mark::being);
  const std::size_t subject = words.is_before(first, Mark::being, 2) ? 3 : 2;
  return named && words.is_before(first, Mark::animal, subject);
}

bool is_device(std::string_view word) {
  return one_of({"ventilator", "wheelchair", "hoist",   "walker",  "pump",     "talker", "minibus",
                 "teddy",      "tube",       "stander", "octopus", "robot",    "bot",    "chatbot",
                 "puppet",     "movie",      "channel", "engine",  "musical",  "app",    "caterpillar",
                 "giraffe",    "elephant",   "penguin", "lion",    "machine",  "tram",   "train",
                 "bus",        "tractor",    "digger",  "dragon",  "dinosaur", "doll"},
                word);
}

// "gertrude the ventilator", "Logan the movie", "Cora, the chat bot", "Dave the TV channel"
bool is_the_thing(const NameWords& words, std::size_t after) {
  constexpr std::size_t words_between_max = 1;
  if (words.folded(after) != "the" || words.gap(after) > Gap::comma) return false;
  for (std::size_t at = after + 1; at <= after + 1 + words_between_max; ++at) {
    if (words.gap(at) != Gap::space) return false;
    if (is_device(words.folded(at))) return !words.is(at + 1, Mark::role);  // not "Stu the bus driver"
  }
  return false;
}

// "Max the dog", "Max, our dog", "Max (my hamster)", "Toby Dog"; but "Leo Lamb" is a family name.
bool is_animal_after(const NameWords& words, std::size_t after) {
  if (words.gap(after) == Gap::space && words.is_capital(after) && words.is(after, Mark::animal)) {
    return !words.sense(after).listed();
  }
  // "Max is our dog", "gertrude the ventilator"
  if (words.is(after, Mark::being) && words.gap(after) == Gap::space &&
      one_of({"our", "my", "his", "her", "the"}, words.folded(after + 1)) &&
      words.gap(after + 2) == Gap::space && words.is(after + 2, Mark::animal)) {
    return true;
  }
  // "Bentley is a spaniel", but not "Ruby is a horse rider"
  if (words.in_clause(after) == "is" && one_of({"a", "an"}, words.in_clause(after + 1)) &&
      words.is(after + 2, Mark::animal) && words.gap(after + 2) == Gap::space &&
      (words.gap(after + 3) > Gap::space || words.folded(after + 3) == "and")) {
    return true;
  }
  const std::string_view next = words.folded(after);
  if (is_the_thing(words, after)) return true;
  const bool article = next == "the" || next == "our" || next == "a" || words.is(after, Mark::owner);
  // "Max the therapy dog"
  const bool working = one_of({"therapy", "school", "class", "assistance", "guide", "reading", "family",
                               "pet", "old", "little", "big", "new", "neighbour's", "wonder"},
                              words.folded(after + 1));
  const std::size_t animal = working && words.gap(after + 2) == Gap::space ? after + 2 : after + 1;
  return article && words.gap(after) <= Gap::bracket && words.gap(after + 1) == Gap::space &&
         words.is(animal, Mark::animal);
}

// "Minecraft Steve", "Disney Belle"
bool is_of_game(const NameWords& words, std::size_t first) {
  return words.gap(first) == Gap::space && words.is_capital(first - 1) &&
         one_of({"minecraft", "roblox", "fortnite", "disney", "marvel", "pokemon", "lego", "pixar"},
                words.before(first));
}

// "Wednesday on Netflix"
bool is_on_screen(const NameWords& words, std::size_t after) {
  return words.folded(after) == "on" && words.gap(after) == Gap::space &&
         words.gap(after + 1) == Gap::space &&
         one_of({"telly", "tv", "netflix", "disney", "cbeebies", "cbbc", "iplayer"}, words.folded(after + 1));
}

bool is_joint(const NameWords& words, std::size_t at) {
  return (words.folded(at) == "and" || words.folded(at) == "or") && words.gap(at) == Gap::space;
}

// "Harry Potter, Ron and Hermione": one more of them; but "Harry Potter, Ron said".
bool is_listed_with_figure(const NameWords& words, std::size_t first, std::size_t after) {
  const bool ends = !verb_after(words, after);
  if (words.sense(first).known) return false;
  if (words.gap(first) == Gap::space && first >= 2 && is_joint(words, first - 1)) {
    // "our dog Max and Callum": one dog has one name.
    const bool one_pet = words.is_before(first - 2, Mark::animal) && !words.before(first - 2).ends_with('s');
    return ends && words.sense(first - 2).figure && !one_pet;
  }
  if (ends && first > 0 && (words.gap(first) == Gap::comma || words.ampersand_before(first))) {
    return words.sense(first - 1).figure;
  }
  const std::size_t next = is_joint(words, after) ? after + 1 : after;
  const bool joined = next > after || words.gap(next) == Gap::comma || words.ampersand_before(next);
  return joined && words.has(next) && words.sense(next).figure;
}

}  // namespace

bool is_titled_animal(const NameWords& words, std::size_t first, std::size_t after) {
  if (is_animal_after(words, after)) return true;
  // "a dog called Sister. Mr Hodge"
  if (is_title(words.sense(first + 1).marks) || !is_animal_before(words, first)) return false;
  // "the lady with the dog is called Mrs Penrose"
  constexpr std::size_t words_back = 7;
  for (std::size_t step = 2; step <= words_back && step <= first; ++step) {
    if (words.is_before(first, Mark::role, step) || words.is_before(first, Mark::relative, step)) {
      return false;
    }
    if (words.gap(first - step) == Gap::sentence) break;
  }
  return true;
}

bool is_not_a_person(const NameWords& words, std::size_t first, std::size_t after) {
  // "back to Blessed Dominic's"
  const bool blessed = first > 0 && words.gap(first) == Gap::space && words.before(first) == "blessed" &&
                       words.is_capital(first - 1) && words.is_possessive(after - 1);
  if (blessed) return true;
  if (is_saint(words.before(first)) && words.gap(first) <= Gap::sentence) return true;
  if (words.gap(first) == Gap::glued) return true;
  if (is_of_institution(words, after) || is_of_named_institution(words, after) ||
      is_name_of_thing(words, first, after)) {
    return true;
  }
  return words.is(after, Mark::character_word) && words.gap(after) == Gap::space;
}

bool is_figure(const NameWords& words, std::size_t first, std::size_t after) {
  if (follows_relative(words, first) && !words.is_before(first, Mark::animal)) return false;
  if (is_animal_before(words, first) || is_animal_after(words, after)) return true;
  if (is_of_game(words, first) || is_on_screen(words, after)) return true;
  const bool later = words.is_figure_before(first) && !words.sense(first).known;
  return later || is_listed_with_figure(words, first, after);
}

}  // namespace postbox::redact
