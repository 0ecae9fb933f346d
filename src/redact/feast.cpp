#include "redact/feast.hpp"

#include "redact/mask.hpp"
#include "redact/one_of.hpp"

namespace postbox::redact {
namespace {

using Words = std::vector<Word>;

bool is_feast_word(std::string_view word) {
  return one_of(
      {"day", "eve", "year", "years", "night", "sunday", "monday", "friday", "fools", "fool", "fawkes"},
      word);
}

// Whether `named` ends a feast that begins with the word: "Good Friday" and no good day, "May Day", "Leap
// Day" and no leap year.
bool ends_feast(std::string_view word, std::string_view named) {
  if (word == "good") return named == "friday";
  if (word == "leap") return named == "day";
  const bool any_day = one_of({"may", "mothers", "mother", "fathers", "father", "remembrance"}, word);
  return !any_day || one_of({"day", "sunday"}, named);
}

// Whether its date was found behind it.
bool precedes_mask(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == ',')) ++at;
  return at < text.size() && is_mask(text[at]);
}

}  // namespace

void mark_feasts(Lexicon& lexicon) {
  for (const std::string_view word :
       {"christmas", "boxing",    "valentine",  "valentines", "new",         "easter", "bonfire",
        "hogmanay",  "halloween", "hallowe'en", "midsummer",  "st",          "saint",  "leap",
        "pancake",   "april",     "xmas",       "xmass",      "crimbo",      "good",   "may",
        "mothers",   "mother's",  "fathers",    "father's",   "remembrance", "guy"}) {
    lexicon.add(word, Mark::feast);
  }
}

std::size_t end_of_feast(std::string_view text, const Words& words, std::size_t first) {
  constexpr std::size_t words_max = 3;
  if (!words[first].marks.has(Mark::feast)) return first;
  const std::string_view word = words[first].folded;
  const bool saint = word == "st" || word == "saint";
  std::size_t after = first + 1;
  while (after < words.size() && after < first + words_max && words[after].before == Gap::space &&
         (is_feast_word(words[after].folded) || (saint && after == first + 1))) {
    ++after;
  }
  const bool alone = one_of({"hogmanay", "halloween", "hallowe'en", "midsummer"}, word);
  if (after == first + 1 && !alone) return first;
  const std::string_view named = words[after - 1].folded;
  // "the lunar new year", "since the new year"
  const bool year = word == "new" && one_of({"year", "years"}, named);
  if (year && first > 0 && words[first].before == Gap::space &&
      one_of({"lunar", "chinese", "academic", "school", "financial", "tax", "happy"},
             words[first - 1].folded)) {
    return first;
  }
  if (!ends_feast(word, named)) return first;
  if (saint && (after < first + 3 || named != "day")) return first;
  if (precedes_mask(text, words[after - 1].span.end)) return first;
  const bool number =
      after < words.size() && words[after].before <= Gap::comma && words[after].shape == Shape::number;
  if (number && words[after].folded.size() < 4) return first;  // "Christmas Day, 25/12/14"
  return number && words[after].folded.size() == 4 ? after + 1 : after;
}

}  // namespace postbox::redact
