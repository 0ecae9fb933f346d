#include "redact/person_name.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "redact/name_cues.hpp"
#include "redact/name_words.hpp"

namespace postbox::redact {
namespace {

// How strongly the words before say that a name comes now.
enum class Cue {
  none,
  possible,  // "my", "dear": enough for a word that may be a name
  sure,      // "my son", "called", "her teacher is": enough for a word that nobody knows
};

class NameFinder {
 public:
  NameFinder(std::string_view text, const NameLists& lists, const WordSet& known)
      : text_(text), words_(text, lists, known) {}

  Spans find() {
    for (std::size_t first = 0; first < words_.size();) {
      const std::optional<Span> name = name_at(first);
      if (name) found_.push_back(*name);
      first = name ? std::max(after_, first + 1) : first + 1;
    }
    return std::move(found_);
  }

 private:
  // Sets after_, one past the last word of the name.
  std::optional<Span> name_at(std::size_t first) {
    for (const auto rule : {&NameFinder::titled, &NameFinder::initials, &NameFinder::plain}) {
      after_ = first;
      if ((this->*rule)(first)) return span_of(first, after_);
    }
    return std::nullopt;
  }

  Span span_of(std::size_t first, std::size_t after) const {
    Span span{words_.word(first).span.begin, words_.word(after - 1).span.end};
    const Word& last = words_.word(after - 1);
    // The dot of "K.M." goes with the initials; that of "Mr Bell." ends the sentence.
    if (last.shape == Shape::initial && last.dot_after && words_.word(first).dot_after) ++span.end;
    if (last.shape == Shape::initial && last.dot_after && after - first > 1) span.end = last.span.end + 1;
    last_name_after_ = after;
    return span;
  }

  // --- "Mrs Tindall", "Dr. J. Smith", "Mr and Mrs Tolson" ---

  bool titled(std::size_t first) {
    if (!cue::is_title(words_.folded(first)) || !title_counts(first)) return false;
    std::size_t at = first + 1;
    if ((words_.folded(at) == "and" || ampersand_before(at)) && joins(at)) {
      const std::size_t second = words_.folded(at) == "and" ? at + 1 : at;
      if (cue::is_title(words_.folded(second))) at = second + 1;
    }
    while (words_.has(at) && words_.word(at).shape == Shape::initial && after_title_gap(at)) ++at;
    if (!words_.has(at) || !after_title_gap(at) || !name_after_title(first, at)) return false;
    if (words_.sense(first).phrase && words_.sense(at).phrase) return false;
    after_ = extend(at + 1, at);
    return true;
  }

  bool ampersand_before(std::size_t at) const {
    if (!words_.has(at) || at == 0) return false;
    const std::size_t end = words_.word(at - 1).span.end;
    const std::string_view between = text_.substr(end, words_.word(at).span.begin - end);
    return between == " & " || between == "&";
  }

  bool joins(std::size_t at) const { return words_.gap(at) == Gap::space || ampersand_before(at); }

  bool after_title_gap(std::size_t at) const {
    return words_.gap(at) == Gap::space || words_.word(at - 1).dot_after;
  }

  // "miss", "sister", "sir" and "pan" in small letters are words; "my sister" is a relative.
  bool title_counts(std::size_t at) const {
    if (cue::is_sure_title(words_.folded(at))) return true;
    const Shape shape = words_.word(at).shape;
    if (cue::is_owner(words_.before(at))) return false;
    const bool miss = words_.folded(at) == "miss" || words_.folded(at) == "ms";
    const Sense* next = words_.has(at + 1) ? &words_.sense(at + 1) : nullptr;
    if (shape == Shape::lower)
      return miss && next != nullptr && (next->given || next->family) && !next->common;
    return true;
  }

  bool name_after_title(std::size_t title, std::size_t at) const {
    const Sense& sense = words_.sense(at);
    const Shape shape = words_.word(at).shape;
    if (shape == Shape::number) return false;
    if (shape == Shape::capital) return !sense.common || sense.listed();
    if (shape == Shape::upper) {
      const bool same = words_.word(title).shape == Shape::upper || !sense.not_name;
      return same && (sense.listed() || (!sense.common && !sense.not_name));
    }
    if (shape == Shape::caseless) return true;
    if (shape == Shape::initial) return words_.word(at).dot_after;
    const bool sure = cue::is_sure_title(words_.folded(title));
    return (sure && !sense.common) || sense.given || (sure && sense.ambiguous);
  }

  // --- "K.M.", "J. Smith", "my son KM" ---

  bool initials(std::size_t first) {
    if (words_.word(first).shape == Shape::initial) return dotted_initials(first);
    const bool two_letters = words_.word(first).shape == Shape::upper && words_.folded(first).size() <= 3;
    if (!two_letters || words_.sense(first).shouted || cue::is_abbreviation(words_.folded(first)))
      return false;
    const Sense& sense = words_.sense(first);
    if (sense.not_name || sense.common || !follows_relative(first)) return false;
    after_ = first + 1;
    return ends_or_verb(after_);
  }

  bool dotted_initials(std::size_t first) {
    std::string letters = std::string(words_.folded(first));
    std::size_t at = first + 1;
    while (words_.has(at) && words_.word(at).shape == Shape::initial && at < first + 4 &&
           words_.word(at).span.begin == words_.word(at - 1).span.end + 1 && words_.word(at - 1).dot_after) {
      letters += words_.folded(at++);
    }
    const bool family = has_family_after(at);
    if (letters.size() == 1 && !family) return false;
    if (letters.size() > 1 && !family && cue::is_abbreviation(letters)) return false;
    after_ = family ? extend(at + 1, at) : at;
    return true;
  }

  // "J Pickthall", "J. Smith", but not "I Smith" or "a Smith".
  bool has_family_after(std::size_t at) const {
    if (!words_.is_capital(at) || !words_.sense(at).family || words_.sense(at).phrase) return false;
    const bool dotted = words_.word(at - 1).dot_after;
    if (!dotted && (words_.folded(at - 1) == "i" || words_.folded(at - 1) == "a")) return false;
    return dotted || words_.gap(at) == Gap::space;
  }

  // --- everything else ---

  bool plain(std::size_t first) {
    const Shape shape = words_.word(first).shape;
    if (shape == Shape::number || shape == Shape::initial) return false;
    if (!is_start(first)) return false;
    after_ = extend(first + 1, first);
    return !is_blocked(first, after_);
  }

  bool is_start(std::size_t at) const {
    const Sense& sense = words_.sense(at);
    if (sense.phrase || cue::is_title(words_.folded(at))) return false;
    if (sense.known && is_known_here(at)) return true;
    if (sense.given && !(sense.not_name && cue_before(at) != Cue::sure)) return true;
    if (sense.capitalised && is_capitalised_name(at)) return true;
    if (sense.ambiguous) return is_ambiguous_name(at);
    if (sense.family) return is_family_name(at);
    if (sense.capitalised) return cue_before(at) == Cue::sure && ends_or_verb(at + 1);
    return sense.unknown() && is_unknown_name(at);
  }

  bool is_known_here(std::size_t at) const {
    const Sense& sense = words_.sense(at);
    const Shape shape = words_.word(at).shape;
    if (sense.ambiguous) {
      if (shape != Shape::capital || (sense.calendar && near_date(at))) return false;
      return words_.gap(at) != Gap::sentence || !cue::is_base_follower(words_.folded(at + 1)) ||
             words_.gap(at + 1) > Gap::space;
    }
    if (shape == Shape::lower || sense.shouted) return !sense.common && !sense.capitalised && !sense.not_name;
    return !sense.not_name && (!sense.common || words_.gap(at) != Gap::sentence);
  }

  bool is_capitalised_name(std::size_t at) const {
    const Shape shape = words_.word(at).shape;
    return shape == Shape::capital || (shape == Shape::upper && !words_.sense(at).shouted);
  }

  bool is_ambiguous_name(std::size_t at) const {
    const Sense& sense = words_.sense(at);
    const Cue before = cue_before(at);
    if (!words_.is_capital(at)) {
      return before == Cue::sure && verb_after(at + 1) && words_.folded(at + 1) != "never" &&
             words_.folded(at + 1) != "always" && words_.folded(at + 1) != "still";
    }
    if (sense.calendar && near_date(at)) return false;
    if (before != Cue::none && words_.gap(at) != Gap::sentence) return true;
    if (signs_off(at) || role_after(at + 1) || age_after(at + 1) || and_name_after(at + 1)) return true;
    if (words_.is_capital(at + 1) && words_.gap(at + 1) == Gap::space && words_.sense(at + 1).family)
      return true;
    if (sense.calendar) return cue::is_person_verb(words_.folded(at + 1)) || words_.folded(at + 1) == "who";
    const bool possessive = words_.word(at).possessive;
    if (words_.gap(at) == Gap::sentence) return possessive || starts_sentence_as_name(at);
    if (words_.before(at) == "in" || words_.before(at) == "the" || words_.before(at) == "a") return false;
    return !in_title_case(at);
  }

  // "Will is 18", "Mark from the office", but not "Will you" and "Mark it".
  bool starts_sentence_as_name(std::size_t at) const {
    const std::string_view next = words_.folded(at + 1);
    if (words_.gap(at + 1) > Gap::space) return words_.gap(at + 1) == Gap::comma && role_after(at + 1);
    if (next == "from") return true;
    const bool two_capitals = words_.is_capital(at + 1) && words_.sense(at + 1).unknown();
    return two_capitals || (cue::is_third_person(next) && !cue::is_base_follower(next));
  }

  // "What Grace Needs": capitals all round say nothing.
  bool in_title_case(std::size_t at) const {
    const bool last = at > 0 && words_.is_capital(at - 1) && words_.gap(at - 1) != Gap::sentence &&
                      words_.gap(at) == Gap::space && !words_.sense(at - 1).listed();
    const bool next =
        words_.is_capital(at + 1) && words_.gap(at + 1) == Gap::space && !words_.sense(at + 1).listed();
    return last || (next && !words_.sense(at + 1).unknown());
  }

  bool is_family_name(std::size_t at) const {
    const Sense& sense = words_.sense(at);
    const Shape shape = words_.word(at).shape;
    if (sense.common || sense.not_name)
      return words_.is_capital(at) && cue_before(at) == Cue::sure && !sense.not_name;
    if (shape == Shape::capital) return true;
    return shape == Shape::upper && !cue::is_place_word(words_.before(at));
  }

  // A word in no list: only with something around it that speaks of a person.
  bool is_unknown_name(std::size_t at) const {
    const Shape shape = words_.word(at).shape;
    const Cue before = cue_before(at);
    if (shape == Shape::caseless) return false;
    if (shape == Shape::lower || (shape == Shape::upper && words_.sense(at).shouted)) {
      const bool cued = follows_naming(at) || follows_relative(at);
      const bool contraction = words_.folded(at).find('\'') != std::string_view::npos;  // "my son who'd been"
      return before == Cue::sure && cued && !contraction && words_.folded(at).size() > 2 &&
             person_follows(at + 1);
    }
    if (shape == Shape::upper)
      return before == Cue::sure && words_.folded(at).size() > 3 && ends_or_verb(at + 1);
    if (before == Cue::sure) return true;
    if (before == Cue::possible && (ends_or_verb(at + 1) || words_.word(at).possessive)) return true;
    if (signs_off(at) || age_after(at + 1) || role_after(at + 1) || follows_name_and(at)) return true;
    if (words_.is_capital(at + 1) && words_.gap(at + 1) == Gap::space && words_.sense(at + 1).family &&
        !words_.sense(at + 1).not_name) {
      return true;
    }
    return cue::is_person_verb(words_.folded(at + 1)) && words_.gap(at + 1) == Gap::space &&
           words_.gap(at) != Gap::sentence && !cue::is_place_word(words_.before(at));
  }

  // --- what stands before ---

  Cue cue_before(std::size_t at) const {
    if (at == 0 || words_.gap(at) > Gap::other) return Cue::none;
    if (follows_naming(at)) return Cue::sure;
    if (follows_relative(at)) return Cue::sure;
    if (follows_role(at)) return Cue::sure;
    const std::string_view last = words_.before(at);
    const bool spaced = words_.gap(at) == Gap::space;
    if (spaced && (last == "our" || last == "my" || last == "wor" || last == "r")) return Cue::possible;
    if (cue::is_greeting(last) && words_.gap(at) <= Gap::comma) return Cue::possible;
    if (spaced && last == "you" && words_.before(at, 2) == "thank") return Cue::possible;
    if (spaced && last == "to" && (words_.before(at, 2) == "thanks" || words_.before(at, 2) == "out"))
      return Cue::possible;
    if (spaced && (last == "i'm" || last == "im"))
      return words_.sense(at).listed() ? Cue::possible : Cue::none;
    return Cue::none;
  }

  bool follows_naming(std::size_t at) const {
    const std::string_view last = words_.before(at);
    const bool name_is =
        (last == "is" || last == "was" || last == "name") && named_by_name(at, last == "name" ? 1 : 2);
    if (name_is) return true;
    if (last == "as" && words_.before(at, 2) == "known") return true;
    if (!cue::is_naming(last)) return false;
    for (std::size_t step = 2; step <= 3; ++step) {
      const std::string_view word = words_.before(at, step);
      if (cue::is_thing_that_is_called(word) || cue::is_animal(word)) return false;
      if (!cue::is_being(word)) break;
    }
    return true;
  }

  // "her name is", "name:", "TA name"; not "the name of", "brand name is".
  bool named_by_name(std::size_t at, std::size_t step) const {
    if (words_.before(at, step) != "name") return false;
    const std::string_view owner = words_.before(at, step + 1);
    return owner != "the" && owner != "a" && owner != "of" && owner != "brand" && owner != "by" &&
           owner != "school";
  }

  // "my son Kai", "our lad, Kai", "mum is Kai".
  bool follows_relative(std::size_t at) const {
    const std::string_view last = words_.before(at);
    if (cue::is_relative(last)) return !words_.word(at - 1).possessive && words_.gap(at) != Gap::other;
    return cue::is_being(last) && words_.gap(at) == Gap::space && cue::is_relative(words_.before(at, 2)) &&
           cue::is_owner(words_.before(at, 3));
  }

  // "her teacher is Kai", "caseworker Kai", "nurse (Kai)".
  bool follows_role(std::size_t at) const {
    const std::string_view last = words_.before(at);
    if (cue::is_role(last)) {
      return !words_.word(at - 1).possessive && words_.gap(at) != Gap::other &&
             !words_.word(at - 1).dot_after;
    }
    return cue::is_being(last) && words_.gap(at) == Gap::space && cue::is_role(words_.before(at, 2)) &&
           !words_.sense(at).ambiguous;
  }

  // "Garth and Moira", where the one before was a name.
  bool follows_name_and(std::size_t at) const {
    if (at < 2 || words_.gap(at) > Gap::space) return ampersand_before(at) && last_name_after_ == at;
    return words_.before(at) == "and" && last_name_after_ + 1 == at && last_name_after_ > 0;
  }

  bool near_date(std::size_t at) const {
    const bool same_sentence = words_.gap(at) != Gap::sentence;
    const bool number_before =
        at > 0 && words_.word(at - 1).shape == Shape::number && words_.gap(at) <= Gap::space;
    const bool ordinal = words_.before(at) == "th" || words_.before(at) == "st" ||
                         words_.before(at) == "nd" || words_.before(at) == "rd";
    const bool number_after =
        words_.has(at + 1) && words_.word(at + 1).shape == Shape::number && words_.gap(at + 1) <= Gap::space;
    return number_before || number_after ||
           (same_sentence && (ordinal || cue::is_date_word(words_.before(at))));
  }

  // --- what stands after ---

  bool verb_after(std::size_t at) const {
    return words_.gap(at) == Gap::space && cue::is_third_person(words_.folded(at)) &&
           !cue::is_base_follower(words_.folded(at));
  }

  bool ends_or_verb(std::size_t at) const {
    return !words_.has(at) || words_.gap(at) > Gap::space || verb_after(at) || words_.folded(at) == "and";
  }

  bool person_follows(std::size_t at) const { return verb_after(at) || age_after(at) || role_after(at); }

  // "(15)", ", aged 7", ", 12,", "is 9".
  bool age_after(std::size_t at) const {
    const std::string_view word = words_.folded(at);
    if (word == "aged" && words_.gap(at) <= Gap::bracket) return true;
    const bool number = words_.has(at) && words_.word(at).shape == Shape::number && word.size() <= 2;
    if (!number) return false;
    const bool bracket = words_.gap(at) == Gap::bracket && words_.gap(at + 1) != Gap::glued;
    const bool comma = words_.gap(at) == Gap::comma && words_.gap(at + 1) >= Gap::comma;
    return bracket || comma;
  }

  // "the LD nurse", ", her teacher", "our caseworker".
  bool role_after(std::size_t at) const {
    const std::string_view word = words_.folded(at);
    const bool article =
        word == "the" || word == "our" || word == "her" || word == "his" || word == "my" || word == "their";
    if (!article || words_.gap(at) > Gap::bracket) return false;
    for (std::size_t step = 1; step <= 3 && words_.gap(at + step) == Gap::space; ++step) {
      if (cue::is_role(words_.folded(at + step)) || cue::is_relative(words_.folded(at + step))) return true;
    }
    return false;
  }

  bool and_name_after(std::size_t at) const {
    const bool joined =
        words_.folded(at) == "and" && words_.gap(at) == Gap::space && words_.gap(at + 1) == Gap::space;
    if (!joined || !words_.is_capital(at + 1)) return false;
    const Sense& next = words_.sense(at + 1);
    return next.given || next.capitalised;
  }

  // The last words of the text after "thanks," or on a line of their own.
  bool signs_off(std::size_t at) const {
    if (!words_.is_capital(at)) return false;
    std::size_t after = at + 1;
    while (after - at <= 3 && words_.gap(after) == Gap::space && words_.is_capital(after)) ++after;
    const bool ends = !words_.has(after) || words_.gap(after) == Gap::masked;
    const bool own_line =
        words_.word(at).line_start && at > 0 && words_.gap(at) >= Gap::space && after - at <= 3;
    const bool parting =
        cue::is_parting(words_.before(at)) && words_.gap(at) > Gap::glued && words_.before(at) != "from";
    return ends && after - at <= 3 &&
           (own_line || (parting && words_.gap(at) >= Gap::comma) ||
            (words_.before(at) == "from" && words_.before(at, 2) != "letter"));
  }

  // --- how far the name reaches ---

  // One past the last word of the name whose first words end before `at`; `last` is the word before.
  std::size_t extend(std::size_t at, std::size_t last) const {
    constexpr std::size_t more_words_max = 4;
    const std::size_t most = at + more_words_max;
    while (at < most && words_.has(at) && !words_.word(last).possessive) {
      const bool dotted = words_.word(last).dot_after && words_.word(last).shape == Shape::initial;
      if (words_.gap(at) != Gap::space && !dotted) break;
      const std::size_t next = cue::is_particle(words_.folded(at)) && words_.is_capital(at + 1) &&
                                       words_.gap(at + 1) == Gap::space && may_continue(at + 1, last)
                                   ? at + 2
                                   : at + 1;
      if (next == at + 1 && !may_continue(at, last)) break;
      last = next - 1;
      at = next;
    }
    return at;
  }

  bool may_continue(std::size_t at, std::size_t last) const {
    const Sense& sense = words_.sense(at);
    const Shape shape = words_.word(at).shape;
    if (sense.phrase || cue::is_title(words_.folded(at))) return false;
    if (words_.word(last).shape == Shape::lower) {
      return shape == Shape::lower && sense.family && !sense.common && !sense.not_name;
    }
    if (shape == Shape::initial)
      return words_.folded(at) != "i" && (words_.folded(at) != "a" || words_.word(at).dot_after);
    if (shape == Shape::upper) {
      return words_.word(last).shape == Shape::upper && (sense.given || sense.family) && !sense.common &&
             !sense.not_name;
    }
    if (shape != Shape::capital) return false;
    if (sense.calendar) return false;
    if (words_.folded(at) == "will" || words_.folded(at) == "can") return false;
    if (sense.not_name) return sense.family && !cue::is_institution(words_.folded(at));
    return sense.listed() || !sense.common;
  }

  // --- what makes it no person after all ---

  bool is_blocked(std::size_t first, std::size_t after) const {
    const std::string_view last = words_.before(first);
    if (last == "st" || last == "saint" || last == "saints") return true;
    if (words_.gap(first) == Gap::glued) return true;
    if (is_of_institution(after) || is_animal(first, after)) return true;
    if (cue::is_character_word(words_.folded(after)) && words_.gap(after) == Gap::space) return true;
    return false;
  }

  bool is_of_institution(std::size_t after) const {
    if (words_.gap(after) != Gap::space || words_.word(after - 1).possessive) return false;
    const Shape shape = words_.word(after - 1).shape;
    if (!cue::is_institution(words_.folded(after)) || shape == Shape::lower) return false;
    const bool both = words_.is_capital(after) || shape == Shape::upper;
    return both || words_.folded(after) == "school" || words_.folded(after) == "primary" ||
           words_.folded(after) == "academy" || words_.folded(after) == "ward" ||
           words_.folded(after) == "house";
  }

  // "our dog Max", "the hamster, Dave", "a greyhound called Bella", "Max the dog".
  bool is_animal(std::size_t first, std::size_t after) const {
    const bool near = words_.gap(first) <= Gap::bracket;
    const std::string_view last = words_.before(first);
    if (near && cue::is_animal(last)) return true;
    const std::size_t subject = cue::is_being(words_.before(first, 2)) ? 3 : 2;
    if (near && cue::is_naming(last) && cue::is_animal(words_.before(first, subject))) return true;
    const std::string_view next = words_.folded(after);
    const bool article = next == "the" || next == "our" || next == "her" || next == "his" || next == "my";
    return article && words_.gap(after) <= Gap::comma && words_.gap(after + 1) == Gap::space &&
           cue::is_animal(words_.folded(after + 1));
  }

  std::string_view text_;
  NameWords words_;
  Spans found_;
  std::size_t after_ = 0;
  mutable std::size_t last_name_after_ = 0;
};

}  // namespace

Spans find_person_names(std::string_view text, const NameLists& lists, const WordSet& known) {
  return NameFinder(text, lists, known).find();
}

std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> kept;
  for (const Word& word : read_words(name)) {
    const bool stands_alone = word.shape != Shape::initial && word.shape != Shape::number &&
                              !cue::is_title(word.folded) && !cue::is_particle(word.folded) &&
                              word.folded != "and";
    if (stands_alone) kept.push_back(word.folded);
  }
  return kept;
}

}  // namespace postbox::redact
