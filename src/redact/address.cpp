#include "redact/address.hpp"

#include <algorithm>
#include <string>

#include "redact/street_words.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

// "North" of "Loop Road North", "Caravan Site" of "Green Lane Caravan Site".
bool is_side(std::string_view word) {
  return word == "north" || word == "south" || word == "east" || word == "west";
}

class AddressFinder {
 public:
  AddressFinder(std::string_view text, const std::vector<Word>& words, const Lexicon& lexicon)
      : text_(text), words_(words), lexicon_(lexicon) {}

  Spans find() {
    for (std::size_t first = 0; first < words_.size();) {
      std::size_t after = numbered(first);
      if (after == first) after = named(first);
      if (after > first) found_.push_back({words_[first].span.begin, end_of(after - 1)});
      first = std::max(after, first + 1);
    }
    return std::move(found_);
  }

 private:
  bool has(std::size_t at) const { return at < words_.size(); }
  const std::string& folded(std::size_t at) const { return words_[at].folded; }
  bool is_spaced(std::size_t at) const { return has(at) && words_[at].before == Gap::space; }
  bool is_capital(std::size_t at) const {
    const Shape shape = words_[at].shape;
    return shape == Shape::capital || shape == Shape::upper || shape == Shape::initial;
  }
  // "St.", where no new sentence starts after it.
  std::size_t end_of(std::size_t at) const { return words_[at].span.end; }

  // Whether one of the few words before says that somebody lives here.
  bool follows_home(std::size_t first) const {
    for (std::size_t step = 1; step <= 5 && step <= first; ++step) {
      const Word& word = words_[first - step];
      if (speaks_of_home(word.folded)) return true;
      const Gap gap = words_[first - step + 1].before;
      if (gap == Gap::sentence || gap == Gap::masked) return false;
    }
    return false;
  }

  // One past "14", "14a", "12-14", "Flat 2, 14", "Block C, 14"; `first` where no house number starts.
  std::size_t after_number(std::size_t first) const {
    const bool flat = is_flat(folded(first));
    const std::size_t at = flat ? first + 1 : first;
    std::size_t digits = after_digits(at);
    const bool lettered = flat && digits == at && has(at) && words_[at].shape == Shape::initial;
    if (lettered) ++digits;
    if (digits == at) return first;
    // "Flat 2, 14 Duke Street"
    const bool second = has(digits) && words_[digits].shape == Shape::number && at > first;
    if (lettered && !second) return first;
    return second ? std::max(after_digits(digits), digits) : digits;
  }

  std::size_t after_digits(std::size_t at) const {
    if (!has(at)) return at;
    const Word& number = words_[at];
    if (number.shape != Shape::number || number.folded.size() > 4 || number.folded[0] == '0') return at;
    if (!has(at + 1)) return at;
    const Word& next = words_[at + 1];
    if (next.before == Gap::glued) return next.folded.size() == 1 ? at + 2 : at;
    const std::string_view between = text_.substr(number.span.end, next.span.begin - number.span.end);
    const bool range = next.shape == Shape::number && (between == "-" || between == "/" || between == "–");
    return range ? at + 2 : at + 1;
  }

  std::size_t numbered(std::size_t first) const {
    const std::size_t name = after_number(first);
    if (name == first || !has(name)) return first;
    if (first > 0 && words_[first].before == Gap::space && numbers_something_else(folded(first - 1))) {
      return first;
    }
    if (words_[name].before != Gap::space && words_[name].before != Gap::comma) return first;
    const std::size_t street = after_street(name, first);
    const std::size_t building = is_flat(folded(first)) ? after_building(name, first) : first;
    if (street > first && street >= building) return with_site(street);
    return is_street_by_its_ending(name) ? name + 1 : building;
  }

  // "10 Kirkgate", where nothing goes on after it: "2 Sandgate pupils" are none.
  bool is_street_by_its_ending(std::size_t name) const {
    const std::string& word = folded(name);
    const bool ending = word.ends_with("gate") || word.ends_with("garth") || word.ends_with("croft");
    return ending && word.size() > 6 && words_[name].shape == Shape::capital && is_named(name);
  }

  // "Apartment 12, Marina House", with its street where one follows.
  std::size_t after_building(std::size_t name, std::size_t first) const {
    const std::size_t house = after_house(name);
    if (house == name) return first;
    return std::max(house, after_comma_street(house));
  }

  // One past "Marina House", "The Old Vicarage"; `first` where no such name stands.
  std::size_t after_house(std::size_t first) const {
    constexpr std::size_t words_max = 4;
    std::size_t after = first;
    for (std::size_t at = first; has(at) && at < first + words_max && is_capital(at); ++at) {
      if (at > first && !is_spaced(at)) break;
      if (is_public_building(folded(at))) return first;
      if (at > first && is_house(folded(at))) after = at + 1;
    }
    return after;
  }

  // One past ", Church Lane" or ", 14 Church Lane"; `at` where no street follows.
  std::size_t after_comma_street(std::size_t at) const {
    constexpr std::size_t words_max = 4;
    if (!has(at) || words_[at].before != Gap::comma) return at;
    if (words_[at].shape == Shape::number) return std::max(numbered(at), at);
    for (std::size_t next = at; has(next) && next < at + words_max && is_capital(next); ++next) {
      if (next > at && !is_spaced(next)) break;
      if (next > at && (is_sure_street(folded(next)) || is_likely_street(folded(next)))) {
        return with_site(next + 1);
      }
    }
    return at;
  }

  // "Loop Road North", "Green Lane Caravan Site"
  std::size_t with_site(std::size_t after) const {
    if (is_spaced(after) && is_capital(after) && is_side(folded(after))) return after + 1;
    const bool site = is_spaced(after) && is_spaced(after + 1) && folded(after) == "caravan" &&
                      (folded(after + 1) == "site" || folded(after + 1) == "park");
    return site ? after + 2 : after;
  }

  // One past the kind of street, at most four words after `name`, all on the same stretch.
  std::size_t after_street(std::size_t name, std::size_t first) const {
    constexpr std::size_t words_max = 4;
    if (is_measure(folded(name))) return first;
    std::size_t after = first;
    for (std::size_t at = name; has(at) && at <= name + words_max; ++at) {
      // "St. John's Road", but no further than the end of a sentence.
      const bool shortened = words_[at - 1].dot_after && words_[at - 1].folded.size() == 2;
      if (at > name && !is_spaced(at) && !shortened) break;
      if (words_[at].shape == Shape::number) break;
      if (at > name && is_public_building(folded(at)) && is_capital(at)) return first;
      if (at > name && is_street(name, at, first)) after = at + 1;
      if (after == first && !may_name_street(name, at)) break;
    }
    return after;
  }

  bool may_name_street(std::size_t name, std::size_t at) const {
    if (is_capital(name)) {
      return is_capital(at) || folded(at) == "the" || folded(at) == "of" || folded(at) == "and";
    }
    return !is_measure(folded(at)) && (!lexicon_.has(folded(at), Mark::everyday) || folded(at) == "the");
  }

  // A street in capitals, or in small letters with a name before it that is no everyday word.
  bool is_street(std::size_t name, std::size_t at, std::size_t first) const {
    const std::string& kind = folded(at);
    if (!is_sure_street(kind) && !is_likely_street(kind)) return false;
    const bool known = is_sure_street(kind) || follows_home(first);
    if (is_capital(name)) return is_capital(at) || known;
    // "14 church lane" in small letters: one word before the kind of street, and no little one ("2 in a
    // row").
    const bool house = (words_[first].folded.size() <= 3 || is_flat(folded(first))) && at == name + 1 &&
                       is_short_street(kind);
    const bool little =
        lexicon_.has(folded(name), Mark::base_follower) || lexicon_.has(folded(name), Mark::place_word) ||
        lexicon_.has(folded(name), Mark::third_person) || folded(name) == "main" || folded(name) == "way";
    if (house && !little && !follows_home(first)) {
      return !lexicon_.has(folded(name), Mark::everyday) || is_named(at);
    }
    for (std::size_t i = name; i < at; ++i) {
      if (lexicon_.has(folded(i), Mark::everyday) && !follows_home(first)) return false;
    }
    return known;
  }

  // Whether a place or the end follows the street: "14 church lane, kendal".
  bool is_named(std::size_t kind) const { return !has(kind + 1) || words_[kind + 1].before >= Gap::comma; }

  // "Low Beck Farm"; "The Old Vicarage, Church Lane"; after "we live at" also "Dale House" and "Gillbeck
  // Terrace".
  std::size_t named(std::size_t first) const {
    constexpr std::size_t words_max = 4;
    if (words_[first].shape != Shape::capital) return first;
    // "The Beeches, 9 Church Lane"
    const bool the = folded(first) == "the" && is_spaced(first + 1) && is_capital(first + 1);
    const std::size_t house = the ? std::max(after_house(first), first + 2) : after_house(first);
    const std::size_t street = house > first ? after_comma_street(house) : house;
    if (street > house) return street;
    const bool home = follows_home(first);
    std::size_t after = first;
    for (std::size_t at = first; has(at) && at < first + words_max; ++at) {
      if (at > first && !is_spaced(at)) break;
      if (!is_capital(at)) break;
      if (at > first && is_public_building(folded(at))) return first;
      const std::string& kind = folded(at);
      const bool kind_of_home = home && (is_sure_street(kind) || is_likely_street(kind) || is_house(kind));
      if (at > first && (is_farm(kind) || kind_of_home)) after = at + 1;
    }
    const bool article = after == first + 2 && (folded(first) == "the" || folded(first) == "a");
    return article && !home ? first : after;
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  const Lexicon& lexicon_;
  Spans found_;
};

}  // namespace

Spans find_addresses(std::string_view text, const std::vector<Word>& words, const Lexicon& lexicon) {
  return AddressFinder(text, words, lexicon).find();
}

}  // namespace postbox::redact
