#include "redact/vehicle_context.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "redact/letters.hpp"
#include "redact/one_of.hpp"
#include "redact/reading.hpp"
#include "redact/vehicle_words.hpp"
#include "redact/word_list.hpp"
#include "redact/words.hpp"

namespace postbox::redact {

bool VehicleContext::near_vehicle(std::size_t at, std::size_t end) const {
  constexpr std::size_t look_ahead_bytes = 40;
  const auto before = words_before(text_, at, 8);
  if (std::any_of(before.begin(), before.end(), speaks_of_vehicle)) return true;
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
  return std::any_of(before.begin(), before.end(), speaks_of_vehicle);
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
