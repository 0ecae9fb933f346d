#include "redact/name_before.hpp"

#include "redact/date_words.hpp"
#include "redact/one_of.hpp"

namespace postbox::redact {
namespace {

// "her name is", "name:", "TA name"; not "the name of", "brand name is".
bool named_by_name(const NameWords& words, std::size_t at, std::size_t step) {
  if (one_of({"surname", "forename"}, words.before(at, step))) return true;
  if (words.before(at, step) != "name") return false;
  const std::string_view owner = words.before(at, step + 1);
  return owner != "the" && owner != "a" && owner != "of" && owner != "brand" && owner != "by" &&
         owner != "school";
}

// "her teacher is Kai", "caseworker Kai", "nurse (Kai)".
bool follows_role(const NameWords& words, std::size_t at) {
  if (words.is_before(at, Mark::role)) {
    const Word& role = words.word(at - 1);
    return !words.is_possessive(at - 1) && words.gap(at) != Gap::other && !role.dot_after;
  }
  return words.is_before(at, Mark::being) && words.gap(at) == Gap::space &&
         words.is_before(at, Mark::role, 2) && (words.is_capital(at) || !words.sense(at).ambiguous());
}

// "thank you Kai", "thanks to Kai", "shout out to Kai".
bool follows_thanks(const NameWords& words, std::size_t at) {
  const std::string_view last = words.before(at);
  const std::string_view first = words.before(at, 2);
  if (last == "you" || last == "u") return first == "thank" || first == "bless";
  if (last == "to" && (first == "you" || first == "u") && words.before(at, 3) == "thank") return true;
  return last == "to" && (first == "thanks" || first == "out" || first == "shoutout" || first == "ta" ||
                          first == "grateful" || first == "thankyou");
}

// "I'm Kai", "this is Kai": a listed name only.
bool follows_introduction(const NameWords& words, std::size_t at) {
  if (!words.sense(at).listed()) return false;
  const std::string_view last = words.before(at);
  return last == "i'm" || last == "im" || (last == "am" && words.before(at, 2) == "i") ||
         (last == "is" && words.before(at, 2) == "this");
}

// "ask for Kai", "it was Kai who".
bool follows_request(const NameWords& words, std::size_t at) {
  if (!words.is_capital(at)) return false;
  if (words.before(at) == "for") return words.before(at, 2) == "ask" || words.before(at, 2) == "asked";
  const std::string_view next = words.folded(at + 1);
  return words.before(at) == "was" && words.before(at, 2) == "it" && (next == "who" || next == "on");
}

}  // namespace

bool follows_naming(const NameWords& words, std::size_t at) {
  const std::string_view last = words.before(at);
  const bool label = one_of({"name", "surname", "forename"}, last);
  const bool is = words.is_before(at, Mark::being) || label;
  // "mother of Bao"
  if (last == "of" && words.is_before(at, Mark::relative, 2) && words.gap(at) == Gap::space &&
      words.is_capital(at)) {
    return true;
  }
  if (is && named_by_name(words, at, label ? 1 : 2)) return true;
  if (last == "as" && words.before(at, 2) == "known") return true;
  if (last == "of" && words.before(at, 2) == "name" && words.before(at, 4) == "by") return true;
  // "we call him Bear"
  const bool called =
      words.before(at, 2) == "call" || words.before(at, 2) == "calls" || words.before(at, 2) == "called";
  if (called && (last == "him" || last == "her" || last == "them" || last == "me" || last == "us") &&
      words.is_capital(at)) {
    return true;
  }
  if (!words.is_before(at, Mark::naming)) return false;
  for (std::size_t step = 2; step <= 3; ++step) {
    if (words.is_before(at, Mark::named_thing, step) || words.is_before(at, Mark::animal, step)) return false;
    if (!words.is_before(at, Mark::being, step)) break;
  }
  return true;
}

bool follows_relative(const NameWords& words, std::size_t at) {
  if (words.is_before(at, Mark::relative)) {
    // "my sisters peg": a possessive without its apostrophe
    const bool owned = words.before(at).ends_with('s') && words.sense(at).ordinary() && !words.is_capital(at);
    return !words.is_possessive(at - 1) && words.gap(at) != Gap::other && !owned;
  }
  return words.is_before(at, Mark::being) && words.gap(at) == Gap::space &&
         words.is_before(at, Mark::relative, 2) && words.is_before(at, Mark::owner, 3);
}

Cue cue_before(const NameWords& words, std::size_t at) {
  if (at == 0 || words.gap(at) > Gap::other) return Cue::none;
  if (follows_naming(words, at) || follows_relative(words, at)) return Cue::sure;
  if (follows_role(words, at)) return Cue::role;
  if (words.is_before(at, Mark::greeting) && words.gap(at) <= Gap::comma) return Cue::possible;
  if (words.gap(at) != Gap::space) return Cue::none;
  const std::string_view last = words.before(at);
  const bool ours = last == "our" || last == "my" || last == "wor" || last == "r" || last == "little" ||
                    (last == "big" && words.is_capital(at));
  return ours || follows_request(words, at) || follows_thanks(words, at) || follows_introduction(words, at)
             ? Cue::possible
             : Cue::none;
}

bool follows_name(const NameWords& words, std::size_t at) {
  if (at == 0) return false;
  if (words.gap(at) == Gap::comma || words.ampersand_before(at)) return words.sense(at - 1).in_name;
  if (words.gap(at) != Gap::space || (words.before(at) != "and" && words.before(at) != "or")) return false;
  return words.gap(at - 1) == Gap::masked || (at >= 2 && words.sense(at - 2).in_name);
}

bool was_spoken_to(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  if (!sense.given() || sense.ambiguous() || sense.has(Mark::everyday) || sense.has(Mark::not_name)) {
    return false;
  }
  const std::string_view last = words.before(at);
  const bool spoke = (last == "to" || last == "with") &&
                     one_of({"spoke", "spoken", "speak", "talked", "speaking"}, words.before(at, 2));
  if (!spoke &&
      !one_of({"told", "asked", "rang", "phoned", "emailed", "texted", "met", "ask", "thank"}, last)) {
    return false;
  }
  return words.gap(at + 1) > Gap::space ||
         one_of({"about", "at",        "from",  "and",   "for",  "to",      "that",  "who",  "on",
                 "in",    "yesterday", "today", "again", "but",  "because", "if",    "he",   "she",
                 "we",    "i",         "twice", "last",  "this", "when",    "she's", "he's", "what"},
                words.folded(at + 1));
}

bool near_date(const NameWords& words, std::size_t at) {
  const bool number_before = at > 0 && words.is_shape(at - 1, Shape::number) && words.gap(at) <= Gap::space;
  const bool number_after = words.is_shape(at + 1, Shape::number) && words.gap(at + 1) <= Gap::space;
  if (number_before || number_after) return true;
  if (words.gap(at) == Gap::sentence || follows_thanks(words, at) || follows_name(words, at)) return false;
  const bool joined = words.before(at) == "and" && words.is(at + 1, Mark::person_verb);
  return is_ordinal_ending(words.before(at)) || (words.is_before(at, Mark::date_word) && !joined);
}

}  // namespace postbox::redact
