#include "redact/vehicle_context.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "redact/letters.hpp"
#include "redact/mask.hpp"
#include "redact/numbered_thing.hpp"
#include "redact/one_of.hpp"
#include "redact/reading.hpp"
#include "redact/vehicle_words.hpp"
#include "redact/word_list.hpp"
#include "redact/words.hpp"

namespace postbox::redact {

namespace {

bool is_plate_mask(char c) { return c == mask_of(Kind::vehicle); }

}  // namespace

// In the same sentence and a few words apart.
bool VehicleContext::near_plate(std::size_t at, std::size_t end) const {
  constexpr std::size_t look_bytes = 32;
  const std::size_t from = at > look_bytes ? at - look_bytes : 0;
  std::string_view before = text_.substr(from, at - from);
  before.remove_prefix(std::min(before.size(), before.find_last_of(".!?\n") + 1));
  std::string_view after = text_.substr(end, look_bytes);
  after = after.substr(0, after.find_first_of(".!?\n"));
  return std::any_of(before.begin(), before.end(), is_plate_mask) ||
         std::any_of(after.begin(), after.end(), is_plate_mask);
}

// "[vehicle] for", "[vehicle] and then".
bool VehicleContext::follows_plate_found(std::size_t at) const {
  static constexpr WordList between = {"and", "or",   "for", "to",  "then", "now",
                                       "by",  "with", "a",   "not", "the",  "usual"};
  constexpr std::size_t words_back = 3;
  constexpr std::size_t gap_max = 6;
  std::size_t begin = at;
  for (std::size_t word = 0; word < words_back; ++word) {
    std::size_t end = begin;
    while (end > 0 && begin - end < gap_max && !is_ascii_letter_or_digit(text_[end - 1])) {
      if (is_plate_mask(text_[--end])) return true;
    }
    begin = end;
    while (begin > 0 && is_ascii_letter(text_[begin - 1]) && end - begin < gap_max) --begin;
    if (!between.has(fold(text_.substr(begin, end - begin)))) return false;
  }
  return false;
}

bool VehicleContext::near_vehicle(std::size_t at, std::size_t end) const {
  constexpr std::size_t look_ahead_bytes = 40;
  const auto before = words_before(text_, at, 8);
  if (std::any_of(before.begin(), before.end(), speaks_of_vehicle) || near_plate(at, end)) return true;
  std::size_t stop = std::min(text_.size(), end + look_ahead_bytes);
  while (stop < text_.size() && (static_cast<unsigned char>(text_[stop]) & 0xC0U) == 0x80U) --stop;
  const Reading after(text_.substr(end, stop - end));
  return std::any_of(after.words().begin(), after.words().end(),
                     [](const Word& word) { return speaks_of_vehicle(word.folded); });
}

bool VehicleContext::is_among_small_letters(std::size_t begin, std::size_t end) const {
  constexpr std::size_t look_bytes = 16;
  const std::size_t from = begin > look_bytes ? begin - look_bytes : 0;
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  const std::string_view before = text_.substr(from, begin - from);
  const std::string_view after = text_.substr(end, look_bytes);
  return std::any_of(before.begin(), before.end(), small) || std::any_of(after.begin(), after.end(), small);
}

bool VehicleContext::after_plate(std::size_t at) const {
  const auto before = words_before(text_, at, 3);
  return std::any_of(before.begin(), before.end(), speaks_of_plate);
}

bool VehicleContext::is_right_behind_plate(std::size_t at) const {
  const auto before = words_before(text_, at, 2);
  const std::size_t step = one_of({"is", "was"}, word_at(before, 0)) ? 1 : 0;
  return speaks_of_plate(word_at(before, step));
}

bool VehicleContext::ends_at(std::size_t end) const {
  return end >= text_.size() || std::string_view(".,;:!?)\"\n").find(text_[end]) != std::string_view::npos;
}

bool VehicleContext::stands_apart(std::size_t at, std::size_t end) const {
  if (!ends_at(end) || at == 0) return false;
  const std::size_t sign = text_[at - 1] == ' ' && at > 1 ? at - 2 : at - 1;
  return std::string_view(":,(.;").find(text_[sign]) != std::string_view::npos;
}

bool VehicleContext::before_plate(std::size_t end) const {
  constexpr std::size_t look_ahead_bytes = 28;
  std::size_t stop = std::min(text_.size(), end + look_ahead_bytes);
  while (stop < text_.size() && (static_cast<unsigned char>(text_[stop]) & 0xC0U) == 0x80U) --stop;
  const Reading after(text_.substr(end, stop - end));
  return std::any_of(after.words().begin(), after.words().end(), [](const Word& word) {
    return word.before != Gap::sentence && speaks_of_plate(word.folded);
  });
}

bool VehicleContext::directly_before_plate(std::size_t end) const {
  constexpr std::string_view words = " private plate";
  return fold(text_.substr(end, words.size())) == words;
}

bool VehicleContext::directly_after_plate(std::size_t at) const {
  static constexpr WordList between = {
      "is",      "was",   "no",   "number", "started", "starts", "starting",  "begins", "began",
      "with",    "begin", "like", "ending", "ends",    "ended",  "something", "said",   "on",
      "it",      "the",   "back", "front",  "of",      "read",   "reads",     "looks",  "looked",
      "looking", "think", "i",    "its",    "it's",    "mark",   "now",       "still",  "a",
      "mine",    "ours",  "his",  "her",    "my",      "our",    "says"};
  constexpr std::size_t words_back = 8;
  for (const std::string& word : words_before(text_, at, words_back)) {
    if (speaks_of_plate(word)) return true;
    if (!between.has(word)) return false;
  }
  return false;
}

bool VehicleContext::follows_plate_and_is(std::size_t at) const {
  constexpr std::size_t words_back = 10;
  const auto before = words_before(text_, at, words_back);
  if (before.size() < 2 || !one_of({"is", "was"}, before[0]) || before[1] == "it") return false;
  return std::any_of(before.begin(), before.end(), speaks_of_plate);
}

bool VehicleContext::follows_vehicle(std::size_t at) const {
  const auto before = words_before(text_, at, 3);
  return std::any_of(before.begin(), before.end(), speaks_of_vehicle) || follows_plate_found(at);
}

bool VehicleContext::directly_follows_vehicle(std::size_t at) const {
  const auto before = words_before(text_, at, 1);
  return !before.empty() && speaks_of_vehicle(before[0]) && at > 0 && text_[at - 1] == ' ';
}

bool VehicleContext::is_in_brackets_behind_vehicle(std::size_t at, std::size_t end) const {
  const bool alone = at > 1 && text_[at - 1] == '(' && end < text_.size() && text_[end] == ')';
  if (!alone) return false;
  const auto before = words_before(text_, at - 1, 1);
  return !before.empty() && speaks_of_vehicle(before[0]);
}

bool VehicleContext::is_sat_in(std::size_t at) const {
  const auto before = words_before(text_, at, 1);
  return !before.empty() && at > 0 && text_[at - 1] == ' ' &&
         one_of({"in", "of", "driving", "drives", "drove"}, before[0]);
}

bool VehicleContext::near_journey(std::size_t at, std::size_t end) const {
  static constexpr WordList journeys = {"miles", "mile",   "dash",  "dashboard", "passenger",
                                        "boot",  "lift",   "lifts", "backseat",  "booster",
                                        "drive", "petrol", "ride",  "journey",   "journeys"};
  constexpr std::size_t words_near = 5;
  const auto before = words_before(text_, at, words_near);
  if (std::any_of(before.begin(), before.end(), [](const std::string& word) { return journeys.has(word); })) {
    return true;
  }
  const auto after = words_behind(end);
  return std::any_of(after.begin(), after.end(), [](const std::string& word) { return journeys.has(word); });
}

std::vector<std::string> VehicleContext::words_behind(std::size_t end) const {
  constexpr std::size_t look_ahead_bytes = 40;
  std::size_t stop = std::min(text_.size(), end + look_ahead_bytes);
  while (stop < text_.size() && (static_cast<unsigned char>(text_[stop]) & 0xC0U) == 0x80U) --stop;
  std::string_view ahead = text_.substr(end, stop - end);
  ahead = ahead.substr(0, ahead.find_first_of(".!?\n"));
  const Reading after(ahead);
  std::vector<std::string> words;
  for (const Word& word : after.words()) words.emplace_back(word.folded);
  return words;
}

bool VehicleContext::precedes_what_cars_do(std::size_t end) const {
  static constexpr WordList verbs = {"comes",   "came",    "turns",  "turned",   "pulls",     "pulled",
                                     "arrives", "arrived", "parks",  "collects", "collected", "waits",
                                     "waited",  "beeps",   "beeped", "blocks",   "blocked",   "honks"};
  const auto after = words_behind(end);
  const bool that = !after.empty() && one_of({"that", "who", "which", "always", "never", "just"}, after[0]);
  return verbs.has(word_at(after, that ? 1 : 0));
}

bool VehicleContext::follows_other_thing(std::size_t at) const {
  static constexpr WordList things = {"room",  "page",    "section",  "level",    "class", "unit",
                                      "group", "band",    "route",    "junction", "grade", "key",
                                      "stage", "version", "document", "leaflet",  "stop",  "park"};
  const auto before = words_before(text_, at, 2);
  const bool number = !before.empty() && one_of({"no", "number", "code"}, before[0]);
  const std::string_view thing = word_at(before, number ? 1 : 0);
  return is_numbered_thing(thing) || things.has(thing);
}

bool VehicleContext::follows_ending(std::size_t at) const {
  constexpr std::size_t words_back = 6;
  constexpr std::size_t words_beside = 2;
  const auto before = words_before(text_, at, words_back);
  const auto beside = before.begin() + static_cast<std::ptrdiff_t>(std::min(before.size(), words_beside));
  constexpr std::size_t letters = 3;
  // "the last three letters were"
  const auto letters_said = std::find(before.begin(), beside, "letters");
  const bool last_letters =
      letters_said != beside && std::find(letters_said, before.end(), "last") != before.end();
  if (last_letters) return true;
  return std::any_of(before.begin(), beside, speaks_of_ending) &&
         (std::any_of(before.begin(), before.end(), speaks_of_vehicle) || before_plate(at + letters));
}

}  // namespace postbox::redact
