#include "redact/birth_context.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "redact/date_words.hpp"
#include "redact/letters.hpp"
#include "redact/mask.hpp"
#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

// What happens on a day, folded.
bool is_event(std::string_view word) {
  static constexpr WordList events = {
      "appointment", "appointments", "appt",       "meeting",      "meetings",  "met",         "review",
      "reviewed",    "reviews",      "letter",     "letters",      "dated",     "referred",    "referral",
      "seen",        "saw",          "assessed",   "assessment",   "deadline",  "due",         "closed",
      "started",     "starts",       "visit",      "visited",      "panel",     "tribunal",    "hearing",
      "term",        "holiday",      "annual",     "email",        "emailed",   "report",      "call",
      "called",      "rang",         "phoned",     "version",      "updated",   "expires",     "ended",
      "ends",        "incident",     "happened",   "booked",       "cancelled", "sent",        "received",
      "posted",      "wrote",        "minutes",    "plan",         "clinic",    "diagnosed",   "diagnosis",
      "last",        "lockdown",     "when",       "time",         "been",      "heard",       "spoke",
      "applied",     "application",  "decision",   "consultation", "since",     "issued",      "finalised",
      "excluded",    "operation",    "session",    "training",     "event",     "open",        "opens",
      "begins",      "signed",       "published",  "contract",     "moved",     "reply",       "nothing",
      "paid",        "bill",         "complaint",  "policy",       "score",     "scored",      "cheque",
      "log",         "between",      "invoice",    "response",     "stopped",   "still",       "ref",
      "code",        "bus",          "sat",        "section",      "clause",    "paragraph",   "para",
      "accident",    "surgery",      "op",         "funeral",      "died",      "death",       "seizure",
      "stroke",      "wedding",      "inspection", "ofsted",       "act",       "regulations", "judgment",
      "order",       "bulletin",     "statement",  "fire",         "flood",     "floods",      "storm",
      "crash"};
  // "ignored", "promised": what was done that day.
  constexpr std::size_t past_tense_min = 5;
  return events.has(word) || (word.size() >= past_tense_min && word.ends_with("ed"));
}

constexpr std::size_t words_near = 6;

bool is_mask_of(char c, Kind kind) { return c == mask_of(kind); }

bool is_separator(char c) {
  return is_ascii_space(c) || std::string_view(",.;:-/()[]\"'").find(c) != std::string_view::npos;
}

bool is_identifier(char c) {
  return is_mask_of(c, Kind::nhs_number) || is_mask_of(c, Kind::ni_number) || is_mask_of(c, Kind::postcode);
}

bool is_full_year(const Word& word) { return word.shape == Shape::number && word.folded.size() == 4; }

bool may_be_year(const Word& word) {
  return is_full_year(word) || (word.shape == Shape::number && word.folded.size() == 2);
}

}  // namespace

bool is_child_word(const Word& word) {
  static constexpr WordList children = {
      "baby",         "babies",     "newborn",       "twins",     "twin",    "lads",     "lad",
      "boys",         "girls",      "boy",           "girl",      "kids",    "children", "child",
      "son",          "sons",       "daughter",      "daughters", "pupil",   "hes",      "shes",
      "i'm",          "grandson",   "granddaughter", "triplets",  "nephew",  "niece",    "stepson",
      "stepdaughter", "grandchild", "brother",       "sister",    "toddler", "student",  "patient"};
  const bool pronoun = word.possessive && (word.folded == "he" || word.folded == "she");  // "he's"
  return pronoun || children.has(word.folded);
}

// Day, month and year, in figures only with a sign between: "3 4 15" may be anything.
bool BirthContext::is_whole(DatePlace date) const {
  if (date.after - date.first < 3 || words_[date.first].before == Gap::glued) return false;
  const Word& first = words_[date.first];
  const Word& last = words_[date.after - 1];
  if (!is_full_year(first) && !may_be_year(last)) return false;
  const std::string_view typed = text_.substr(first.span.begin, last.span.end - first.span.begin);
  const bool figures =
      std::all_of(typed.begin(), typed.end(), [](char c) { return is_digit(c) || is_ascii_space(c); });
  // "March 3rd": the last number is a day.
  const Word& before_last = words_[date.after - 2];
  const bool year_last = last.folded.size() == 4 || before_last.shape != Shape::lower ||
                         is_ordinal_ending(before_last.folded) || words_[date.first].shape == Shape::number;
  return !figures && year_last;
}

bool BirthContext::has_event_before(std::size_t first, std::size_t reach) const {
  for (std::size_t at = first; at > 0 && first - at < reach; --at) {
    // "self referral: [name], 03.03.09": what is headed so is a person.
    const bool heading = at < first && text_[words_[at - 1].span.end] == ':';
    if (heading || words_[at].before == Gap::sentence) break;
    if (is_event(words_[at - 1].folded)) return true;
  }
  return false;
}

// "17/08/2015: first meeting", "12 June 2015 was when we first asked", "3 September 2015 he started": what
// happened is told right after a colon, "was" or somebody who did it; not "17/08/2015, diagnosed at 3", nor
// "17/08/2015 waiting list since nursery", for a birth left in is worse than a date taken out.
bool BirthContext::has_event_after(std::size_t after) const {
  static constexpr WordList tellers = {"was", "is", "we", "he", "she", "they", "i", "it", "the"};
  constexpr std::size_t words_ahead = 4;
  bool told = false;
  for (std::size_t at = after; at < words_.size() && at < after + words_ahead; ++at) {
    const Gap gap = words_[at].before;
    const bool colon = at == after && gap == Gap::other && text_[words_[at - 1].span.end] == ':';
    if (gap > Gap::space && !colon) return false;
    told = told || colon || (at == after && tellers.has(words_[at].folded));
    if (!told) return false;
    if (is_event(words_[at].folded)) return true;
    if (one_of({"began", "came", "went", "lost", "asked", "got", "put", "told"}, words_[at].folded)) {
      return true;
    }
    // "was the day"
    if (words_[at].folded == "day" && words_[at - 1].folded == "the") return true;
  }
  return false;
}

bool BirthContext::has_event_near(DatePlace date) const {
  if (has_event_before(date.first, words_near)) return true;
  for (std::size_t at = date.after; at < words_.size() && at < date.after + words_near; ++at) {
    if (words_[at].before == Gap::sentence) break;
    if (is_event(words_[at].folded)) return true;
  }
  return false;
}

// "on 3/4/15", "until the 3rd of April 2015"
bool BirthContext::follows_preposition(std::size_t first) const {
  static constexpr WordList prepositions = {"on",  "by",      "until", "till", "from", "to",
                                            "of",  "before",  "after", "for",  "at",   "in",
                                            "w/c", "between", "back",  "til"};
  std::size_t at = first;
  if (at > 0 && words_[at - 1].folded == "the" && words_[at].before == Gap::space) --at;
  return at > 0 && words_[at].before == Gap::space && prepositions.has(words_[at - 1].folded);
}

// "[name] 07/09/2011 was refused", "[name], 7.9.11", where nothing before says that something was done.
bool BirthContext::follows_person(DatePlace date) const {
  std::size_t at = words_[date.first].span.begin;
  while (at > 0 && is_separator(text_[at - 1])) --at;
  return at > 0 && is_mask_of(text_[at - 1], Kind::person) && !has_event_before(date.first, words_near);
}

// "baby [name] 02/01/2024", "two lads, 27/6/11", "he's 28/2/2020"
bool BirthContext::follows_child(std::size_t first) const {
  constexpr std::size_t words_back = 3;
  for (std::size_t at = first; at > 0 && first - at < words_back; --at) {
    if (words_[at].before == Gap::sentence) return false;
    if (is_child_word(words_[at - 1])) return true;
  }
  return false;
}

// "shes 4 March 22, and", "he's 3/4/19.": a date that somebody is, and nothing more is said of it.
bool BirthContext::is_said_of_somebody(DatePlace date) const {
  if (date.first == 0 || words_[date.first].before != Gap::space || !is_before_years(date, 1)) return false;
  const Word& who = words_[date.first - 1];
  const bool is = one_of({"shes", "hes"}, who.folded) ||
                  (who.possessive && one_of({"he", "she"}, who.folded)) ||
                  one_of({"he's", "she's"}, who.folded);
  const bool ends = date.after == words_.size() || words_[date.after].before >= Gap::comma;
  return is && ends;
}

// Beside a removed NHS number, NI number or postcode, with "NHS" or "no" between at most.
bool BirthContext::is_beside_number(DatePlace date) const {
  std::size_t before = words_[date.first].span.begin;
  while (before > 0 && is_separator(text_[before - 1])) --before;
  if (before > 0 && is_identifier(text_[before - 1])) return true;
  static constexpr WordList labels = {"nhs", "no", "number", "ni", "nino", "num", "and"};
  constexpr std::size_t labels_max = 3;
  std::size_t at = date.after;
  std::size_t end = words_[at - 1].span.end;
  for (std::size_t step = 0; step < labels_max && at < words_.size() && labels.has(words_[at].folded);
       ++step) {
    if (words_[at].before == Gap::masked) break;
    end = words_[at++].span.end;
  }
  while (end < text_.size() && is_separator(text_[end])) ++end;
  return end < text_.size() && is_identifier(text_[end]);
}

// Two figures are of the century that lies behind: nobody is born after the text was written.
int BirthContext::year_of(const Word& word) const {
  constexpr int century = 100;
  const int year = number_of(word.folded);
  if (word.folded.size() == 4) return year;
  const int this_century = written_ - written_ % century;
  return this_century + year <= written_ ? this_century + year : this_century - century + year;
}

// The year of a pupil or an adult, not of what happened lately.
bool BirthContext::is_before_years(DatePlace date, int years) const {
  const Word& first = words_[date.first];
  return year_of(is_full_year(first) ? first : words_[date.after - 1]) <= written_ - years;
}

bool BirthContext::tells_birth(DatePlace date) const {
  if (!is_whole(date) || follows_preposition(date.first)) return false;
  if (is_beside_number(date) || follows_person(date) || is_said_of_somebody(date)) return true;
  constexpr int recent_years = 5;  // a case goes on for some years: letters of that age are still quoted
  constexpr int old_years = 9;     // of what happened then the words say so right beside the date
  constexpr std::size_t words_beside = 2;
  const bool child = follows_child(date.first);
  const bool told = has_event_before(date.first, words_beside) || (!child && has_event_after(date.after));
  if (is_before_years(date, old_years) && !told) return true;
  if (has_event_near(date)) return false;
  return is_before_years(date, recent_years) || child;
}

bool BirthContext::is_one_list(DatePlace before, DatePlace next) const {
  constexpr std::size_t bytes_between_max = 16;
  if (!is_whole(next)) return false;
  const std::size_t begin = words_[before.after - 1].span.end;
  const std::string_view between = text_.substr(begin, words_[next.first].span.begin - begin);
  if (between.size() > bytes_between_max) return false;
  const bool words = next.first > before.after + 1 ||
                     (next.first == before.after + 1 && words_[before.after].folded != "and");
  return !words;
}

}  // namespace postbox::redact
