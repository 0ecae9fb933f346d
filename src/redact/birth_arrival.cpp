#include "redact/birth_arrival.hpp"

#include <string_view>

#include "redact/birth_context.hpp"
#include "redact/letters.hpp"
#include "redact/one_of.hpp"

namespace postbox::redact {
namespace {

using Words = std::vector<Word>;

// Before "on the".
std::size_t before_preposition(const Words& words, std::size_t first) {
  std::size_t at = first;
  while (at > 0 && first - at < 2 && words[at].before <= Gap::comma &&
         one_of({"on", "the"}, words[at - 1].folded)) {
    --at;
  }
  return at;
}

bool has_year(const Words& words, std::size_t first, std::size_t after) {
  return after >= first + 3 && words[after - 1].shape == Shape::number;
}

bool is_of_some_years_ago(const Words& words, std::size_t after, int written) {
  constexpr int years = 3;
  const std::string_view year = words[after - 1].folded;
  return year.size() == 4 && number_of(year) <= written - years;
}

// "six weeks early", "2 months premature"
bool is_early(const Words& words, std::size_t end) {
  if (end < 3) return false;
  const bool early = one_of({"early", "premature", "prem", "late"}, words[end - 1].folded);
  return early && one_of({"weeks", "months", "days"}, words[end - 2].folded);
}

// "[date] is when I had her", "[date] by emergency section"
bool is_told_as_arrival(const Words& words, std::size_t after) {
  const auto word = [&](std::size_t step) {
    const std::size_t at = after + step;
    return at < words.size() && words[at].before <= Gap::comma ? std::string_view(words[at].folded)
                                                               : std::string_view{};
  };
  if (one_of({"is", "was"}, word(0)) && word(1) == "when" && word(3) == "had") {
    return one_of({"him", "her", "them"}, word(4));
  }
  if (word(0) != "by") return false;
  for (std::size_t step = 1; step < 4; ++step) {
    if (one_of({"section", "caesarean", "c-section", "forceps", "ventouse"}, word(step))) return true;
  }
  return false;
}

}  // namespace

// "25 June 2014 at 28 weeks", "weighing 2lb"
bool precedes_arrival(const Words& words, std::size_t after) {
  constexpr int weeks_min = 22;
  constexpr int weeks_max = 42;
  if (after < words.size() && words[after].folded == "weighing" && words[after].before <= Gap::comma) {
    return true;
  }
  if (is_told_as_arrival(words, after)) return true;
  if (after + 2 >= words.size() || words[after].folded != "at" || words[after + 2].folded != "weeks") {
    return false;
  }
  const Word& number = words[after + 1];
  if (number.shape != Shape::number || number.folded.size() != 2) return false;
  return number_of(number.folded) >= weeks_min && number_of(number.folded) <= weeks_max;
}

bool follows_arrival(const Words& words, std::size_t first, std::size_t after, int written) {
  if (!has_year(words, first, after)) return false;
  std::size_t at = before_preposition(words, first);
  if (at < 2) return false;
  if (words[at - 1].folded == "induced") return true;
  // "I had my section on"
  const bool section = one_of({"section", "c-section", "caesarean"}, words[at - 1].folded);
  if (section && at > 2 && words[at - 3].folded == "had" && words[at - 2].folded == "my") return true;
  // "I had him on"
  if (words[at - 2].folded == "had" && one_of({"him", "her", "them"}, words[at - 1].folded)) return true;
  const bool early = is_early(words, at);
  if (early) at -= 3;
  if (at < 2) return false;
  std::size_t verb = at - 1;
  const bool along = words[verb].folded == "along" && verb > 1;
  if (along) --verb;
  if (!one_of({"arrived", "came", "arrives"}, words[verb].folded) || verb == 0) return false;
  const Word& who = words[verb - 1];
  if (early || along) return is_child_word(who) || one_of({"he", "she", "they"}, who.folded);
  if (one_of({"baby", "twins", "triplets"}, who.folded)) return true;
  return is_child_word(who) && is_of_some_years_ago(words, after, written);
}

}  // namespace postbox::redact
