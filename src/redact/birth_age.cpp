#include "redact/birth_age.hpp"

#include <array>

#include "redact/birth_context.hpp"
#include "redact/date_words.hpp"
#include "redact/letters.hpp"
#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

using Words = std::vector<Word>;

bool is_age(const Word& word) {
  static constexpr WordList ages = {
      "one",       "two",      "three",    "four",   "five",       "six",        "seven",   "eight",
      "nine",      "ten",      "eleven",   "twelve", "thirteen",   "fourteen",   "fifteen", "sixteen",
      "seventeen", "eighteen", "nineteen", "twenty", "twenty-one", "twenty-five"};
  return (word.shape == Shape::number && word.folded.size() <= 2) || ages.has(word.folded);
}

// Between an age and its day: "turned 5 on Saturday the", "turned 5 yesterday,", "is 5 a week on Friday,".
bool is_day_word(std::string_view word) {
  return one_of({"on", "the", "a", "yesterday", "today", "tomorrow", "last", "next", "this", "week", "month",
                 "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
                word);
}

// "18 on 3 March and no plan"
bool is_coming_of_age(const Word& word) {
  return word.before == Gap::sentence &&
         one_of({"16", "17", "18", "19", "21", "sixteen", "eighteen", "nineteen"}, word.folded);
}

// "his 18th is", "my sixteenth is on": the day comes next.
bool follows_ordinal(const Words& words, std::size_t first) {
  std::size_t at = first;
  while (at > 0 && first - at < 4 && words[at].before == Gap::space &&
         one_of({"is", "was", "on", "the", "falls"}, words[at - 1].folded)) {
    --at;
  }
  if (at == first || at < 2) return false;
  const auto owned = [&](std::size_t owner) {
    return one_of({"his", "her", "their", "my"}, words[owner].folded);
  };
  if (one_of({"sixteenth", "eighteenth", "thirteenth", "twenty-first"}, words[at - 1].folded)) {
    return owned(at - 2);
  }
  return at > 2 && words[at - 1].before == Gap::glued && is_ordinal_ending(words[at - 1].folded) &&
         one_of({"13", "16", "18", "21", "25"}, words[at - 2].folded) && owned(at - 3);
}

// "10th", "tenth"
std::size_t after_ordinal(const Words& words, std::size_t at) {
  if (at >= words.size()) return at;
  if (words[at].marks.has(Mark::spoken_day)) return at + 1;
  const bool ending =
      at + 1 < words.size() && words[at + 1].before == Gap::glued && is_ordinal_ending(words[at + 1].folded);
  return is_age(words[at]) && ending ? at + 2 : at;
}

// "when", "is when"
std::size_t after_when(const Words& words, std::size_t at) {
  const bool is = one_of({"is", "was"}, words[at].folded) && at + 1 < words.size();
  if (is && words[at + 1].folded == "when") return at + 2;
  return words[at].folded == "when" ? at + 1 : at;
}

// "she'll be 5", "he will be 18", and nothing is counted by it.
bool will_be_of_age(const Words& words, std::size_t at) {
  const auto word = [&](std::size_t i) {
    const bool joined = i < words.size() && (i == at || words[i].before == Gap::space);
    return joined ? std::string_view(words[i].folded) : std::string_view{};
  };
  const bool in_one = one_of({"he'll", "she'll", "they'll", "i'll"}, word(at)) && word(at + 1) == "be";
  const bool in_two =
      one_of({"he", "she", "they", "i"}, word(at)) && word(at + 1) == "will" && word(at + 2) == "be";
  const std::size_t age = at + (in_one ? 2 : 3);
  if (!(in_one || in_two) || word(age).empty() || !is_age(words[age])) return false;
  return age + 1 >= words.size() || words[age + 1].before > Gap::space;
}

}  // namespace

// "[date] was his 10th", "is her 7th and", "will be our lad's 3rd birthday": of a birthday, and of nothing
// else that is counted.
bool precedes_ordinal(const Words& words, std::size_t after) {
  constexpr std::size_t words_between_max = 6;
  std::size_t at = after;
  const auto is_here = [&](std::initializer_list<std::string_view> among) {
    return at < words.size() && words[at].before <= Gap::space && one_of(among, words[at].folded);
  };
  if (!is_here({"is", "was", "will", "would", "it's", "its", "marks", "marked"})) return false;
  while (at < after + words_between_max && is_here({"is", "was", "will", "would", "be", "have", "been",
                                                    "it's", "its", "marks", "marked", "actually", "also"})) {
    ++at;
  }
  if (!is_here({"his", "her", "their", "my", "our"})) return false;
  while (++at < words.size() && at < after + words_between_max && words[at].before == Gap::space &&
         words[at].possessive) {
  }
  const std::size_t count = at;
  at = after_ordinal(words, count);
  if (at == count) return false;
  return at >= words.size() || words[at].before >= Gap::comma ||
         one_of({"birthday", "bday", "b-day", "and", "so", "but"}, words[at].folded);
}

// "[date] he turns 18", "[date] when she is 16 and": nothing is counted by the age.
bool precedes_age(const Words& words, std::size_t after) {
  std::size_t at = after;
  const auto word = [&](std::size_t i) {
    return i < words.size() && (i == after || words[i].before == Gap::space)
               ? std::string_view(words[i].folded)
               : std::string_view{};
  };
  if (at >= words.size() || words[at].before > Gap::other) return false;
  at = after_when(words, at);
  if (will_be_of_age(words, at)) return true;
  // "our daughter becomes an adult"
  if (one_of({"our", "my"}, word(at)) && at + 1 < words.size() && is_child_word(words[at + 1])) {
    ++at;
  } else if (!one_of({"he", "she", "they", "i"}, word(at))) {
    return false;
  }
  const std::string_view verb = word(at + 1);
  if (!one_of({"turns", "turned", "turn", "is", "was", "becomes"}, verb)) return false;
  if (verb == "becomes" && word(at + 2) == "an" && word(at + 3) == "adult") return true;
  const std::size_t age = at + 2;
  if (word(age).empty() || !is_age(words[age])) return false;
  if (age + 1 < words.size() && words[age + 1].before <= Gap::space &&
      !one_of({"and", "so", "but", "it", "then", "there", "with", "or"}, words[age + 1].folded)) {
    return false;
  }
  return words[age].shape != Shape::number || number_of(words[age].folded) <= 25;
}

bool ends_in_age(const Words& words, std::size_t at) {
  static constexpr WordList verbs = {
      "turns", "turned", "turn", "turning", "be",   "was",  "is",  "became", "becomes", "shes",    "hes",
      "aged",  "age",    "im",   "are",     "year", "been", "i'm", "hits",   "hit",     "reaches", "reached"};
  if (at < 2 || !is_age(words[at - 1])) return false;
  std::size_t verb = at - 2;
  const bool about = one_of({"now", "nearly", "only", "almost", "just"}, words[verb].folded);
  if (about && verb > 0 && words[verb].before == Gap::space) --verb;  // "he's now twelve"
  if (verb > 0 && words[verb - 1].folded == "it") return false;       // "it was 12 on 5 June"
  return words[verb].possessive || verbs.has(words[verb].folded);
}

bool follows_age(const Words& words, std::size_t first) {
  if (follows_ordinal(words, first)) return true;
  // "on her 18th, 24.9.07"
  const bool apart = words[first].before == Gap::comma || words[first].before == Gap::bracket;
  const bool nth = first >= 2 && apart && words[first - 1].folded == "th" &&
                   words[first - 1].before == Gap::glued && words[first - 2].folded.size() == 2;
  if (nth && words[first - 2].shape == Shape::number) return true;
  std::size_t at = first;
  const auto is_led = [&] { return words[at].before <= Gap::bracket && is_day_word(words[at - 1].folded); };
  while (at > 0 && first - at < 4 && is_led()) --at;
  const std::string_view before_last = at > 1 ? std::string_view(words[at - 2].folded) : std::string_view{};
  if (at > 1 && words[at - 1].folded == "adult" && one_of({"an", "turns", "turn"}, before_last)) return true;
  if (at > 1 && words[at - 1].folded == "age" && words[at - 2].folded == "of") return true;
  if (at < first && at > 0 && is_coming_of_age(words[at - 1])) return true;
  // "his 16th on 3rd February"
  const bool his = at >= 3 && one_of({"his", "her", "their", "my", "our"}, words[at - 3].folded);
  if (his && words[at - 1].before == Gap::glued && is_ordinal_ending(words[at - 1].folded) &&
      is_age(words[at - 2]) && at < first) {
    return true;
  }
  // "3 year old, 4.7.23"
  if (at >= 3 && one_of({"old", "olds"}, words[at - 1].folded) && is_age(words[at - 3])) return true;
  if (!ends_in_age(words, at)) return false;
  const std::string_view verb = words[at - 2].folded;
  return at < first || verb == "turns" || verb == "turn" || verb == "turned" || verb == "turning" ||
         verb == "be";
}

}  // namespace postbox::redact
