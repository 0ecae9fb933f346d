#include "redact/address.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "redact/words.hpp"

namespace postbox::redact {
namespace {

template <std::size_t Count>
bool one_of(const std::array<std::string_view, Count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Kinds of street that mean nothing else, in any case of letters.
bool is_sure_street(std::string_view word) {
  constexpr std::array<std::string_view, 22> words = {
      "road",    "rd",       "street",  "lane",   "avenue", "ave",   "terrace", "crescent",
      "cres",    "cottages", "gardens", "grove",  "brow",   "mews",  "garth",   "croft",
      "cottage", "drive",    "close",   "avenue", "row",    "estate"};
  return one_of(words, word);
}

// Kinds of street that are everyday words as well: only with a capital, or where the words before speak of a
// home.
bool is_likely_street(std::string_view word) {
  constexpr std::array<std::string_view, 33> words = {
      "st",      "ln",     "cl",    "dr",    "way",    "rise",  "view",  "hill",  "park", "square", "sq",
      "walk",    "bank",   "green", "gate",  "fold",   "yard",  "place", "court", "ct",   "parade", "meadow",
      "meadows", "fields", "field", "mount", "bridge", "wharf", "quay",  "side",  "end",  "vale",   "beck"};
  return one_of(words, word);
}

bool is_farm(std::string_view word) {
  constexpr std::array<std::string_view, 5> words = {"farm", "cottage", "farmhouse", "barn", "bungalow"};
  return one_of(words, word);
}

bool is_house(std::string_view word) {
  constexpr std::array<std::string_view, 13> words = {"house",   "lodge",    "hall",  "mill",    "vicarage",
                                                      "rectory", "villa",    "croft", "cottage", "barns",
                                                      "farm",    "cottages", "view"};
  return one_of(words, word);
}

// After a number these are a distance or a time, not a street: "10 minute drive", "5 miles down the road".
bool is_measure(std::string_view word) {
  constexpr std::array<std::string_view, 24> words = {"minute", "minutes", "min",   "mins",   "mile", "miles",
                                                      "hour",   "hours",   "hr",    "hrs",    "day",  "days",
                                                      "week",   "weeks",   "month", "months", "year", "years",
                                                      "metre",  "metres",  "yard",  "yards",  "foot", "feet"};
  return one_of(words, word);
}

bool is_institution(std::string_view word) {
  constexpr std::array<std::string_view, 20> words = {"school", "primary", "infants", "infant",  "juniors",
                                                      "junior", "academy", "nursery", "college", "hospital",
                                                      "centre", "surgery", "clinic",  "church",  "hub",
                                                      "ward",   "unit",    "library", "medical", "health"};
  return one_of(words, word);
}

bool numbers_something_else(std::string_view word) {
  constexpr std::array<std::string_view, 18> words = {"year",  "yr",   "age",   "aged",  "section", "page",
                                                      "room",  "ward", "stage", "route", "bus",     "week",
                                                      "grade", "key",  "unit",  "class", "chapter", "form"};
  return one_of(words, word);
}

bool speaks_of_home(std::string_view word) {
  constexpr std::array<std::string_view, 14> words = {"live",     "lives", "living",  "lived", "address",
                                                      "home",     "moved", "staying", "stays", "resides",
                                                      "residing", "house", "we're",   "were"};
  return one_of(words, word);
}

class AddressFinder {
 public:
  AddressFinder(std::string_view text, const NameLists& lists)
      : text_(text), words_(read_words(text)), lists_(lists) {}

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

  // One past "14", "14a", "12-14", "Flat 2, 14"; `first` where no house number starts.
  std::size_t after_number(std::size_t first) const {
    std::size_t at = first;
    const std::string& word = folded(at);
    if (word == "flat" || word == "apartment" || word == "apt" || word == "no" || word == "number" ||
        word == "caravan" || word == "plot") {
      ++at;
    }
    const std::size_t digits = after_digits(at);
    if (digits == at) return first;
    // "Flat 2, 14 Duke Street"
    const bool second = has(digits) && words_[digits].shape == Shape::number && at > first;
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
    if (first > 0 && words_[first].before == Gap::space && numbers_something_else(folded(first - 1)))
      return first;
    if (words_[name].before != Gap::space && words_[name].before != Gap::comma) return first;
    return after_street(name, first);
  }

  // One past the kind of street, at most four words after `name`, all on the same stretch.
  std::size_t after_street(std::size_t name, std::size_t first) const {
    constexpr std::size_t words_max = 4;
    if (is_measure(folded(name))) return first;
    std::size_t after = first;
    for (std::size_t at = name; has(at) && at <= name + words_max; ++at) {
      if (at > name && !is_spaced(at) && !words_[at - 1].dot_after) break;
      if (words_[at].shape == Shape::number) break;
      if (at > name && is_institution(folded(at)) && is_capital(at)) return first;
      if (at > name && is_street(name, at, first)) after = at + 1;
      if (after == first && !may_name_street(name, at)) break;
    }
    return after;
  }

  bool may_name_street(std::size_t name, std::size_t at) const {
    if (is_capital(name))
      return is_capital(at) || folded(at) == "the" || folded(at) == "of" || folded(at) == "and";
    return !is_measure(folded(at)) && (!lists_.common_words.contains(folded(at)) || folded(at) == "the");
  }

  // A street in capitals, or in small letters with a name before it that is no everyday word.
  bool is_street(std::size_t name, std::size_t at, std::size_t first) const {
    const std::string& kind = folded(at);
    if (!is_sure_street(kind) && !is_likely_street(kind)) return false;
    const bool known = is_sure_street(kind) || follows_home(first);
    if (is_capital(name)) return is_capital(at) || known;
    for (std::size_t i = name; i < at; ++i) {
      if (lists_.common_words.contains(folded(i)) && !follows_home(first)) return false;
    }
    return known;
  }

  // "Low Beck Farm", and after "we live at" also "Dale House" and "Gillbeck Terrace".
  std::size_t named(std::size_t first) const {
    constexpr std::size_t words_max = 4;
    if (words_[first].shape != Shape::capital) return first;
    const bool home = follows_home(first);
    std::size_t after = first;
    for (std::size_t at = first; has(at) && at < first + words_max; ++at) {
      if (at > first && !is_spaced(at)) break;
      if (!is_capital(at)) break;
      if (at > first && is_institution(folded(at))) return first;
      const std::string& kind = folded(at);
      const bool street = home && (is_sure_street(kind) || is_likely_street(kind) || is_house(kind));
      if (at > first && (is_farm(kind) || street)) after = at + 1;
    }
    const bool article = after == first + 2 && (folded(first) == "the" || folded(first) == "a");
    return article && !home ? first : after;
  }

  std::string_view text_;
  std::vector<Word> words_;
  const NameLists& lists_;
  Spans found_;
};

}  // namespace

Spans find_addresses(std::string_view text, const NameLists& lists) {
  return AddressFinder(text, lists).find();
}

}  // namespace postbox::redact
