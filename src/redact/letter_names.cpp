#include "redact/letter_names.hpp"

#include <array>
#include <string>

#include "redact/digit_words.hpp"
#include "redact/letters.hpp"
#include "redact/one_of.hpp"
#include "redact/plate.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

struct LetterName {
  std::string_view name;
  char letter;
};
constexpr std::array<LetterName, 36> letter_names = {
    {{"ay", 'A'},     {"bee", 'B'}, {"be", 'B'},  {"cee", 'C'}, {"see", 'C'},   {"sea", 'C'},
     {"dee", 'D'},    {"ee", 'E'},  {"eff", 'F'}, {"ef", 'F'},  {"gee", 'G'},   {"aitch", 'H'},
     {"haitch", 'H'}, {"jay", 'J'}, {"kay", 'K'}, {"ell", 'L'}, {"el", 'L'},    {"em", 'M'},
     {"en", 'N'},     {"oh", 'O'},  {"pee", 'P'}, {"cue", 'Q'}, {"queue", 'Q'}, {"ar", 'R'},
     {"are", 'R'},    {"ess", 'S'}, {"es", 'S'},  {"tee", 'T'}, {"tea", 'T'},   {"you", 'U'},
     {"yoo", 'U'},    {"vee", 'V'}, {"ex", 'X'},  {"why", 'Y'}, {"wye", 'Y'},   {"zed", 'Z'}}};

// Of those, what is no other word: these begin one and make it sure.
constexpr std::array<std::string_view, 22> sure_words = {
    "bee", "cee", "dee", "ee",  "eff", "gee", "aitch", "haitch", "jay", "kay", "ell",
    "el",  "em",  "en",  "pee", "cue", "ess", "tee",   "vee",    "ex",  "wye", "zed"};
constexpr Outline sure_outline = [] {
  Outline outline;
  for (const std::string_view name : sure_words) outline.add(name);
  return outline;
}();

char letter_named(std::string_view word) {
  for (const LetterName& each : letter_names) {
    if (each.name == word) return each.letter;
  }
  return 0;
}

std::size_t after_gap(std::string_view text, std::size_t at) {
  constexpr int signs_max = 3;
  for (int sign = 0; sign < signs_max && at < text.size(); ++sign) {
    if (text[at] == ',' || text[at] == '-') {
      ++at;
    } else {
      at += space_at(text, at);
    }
  }
  return at;
}

// Reads the seven characters of a current plate, each as figure or letter by its place.
class NameReader {
 public:
  NameReader(std::string_view text, std::size_t begin) : text_(text), at_(begin), end_(begin) {}

  bool read() {
    constexpr std::size_t characters = 7;
    while (typed_.size() < characters && at_ < text_.size()) {
      if (!read_piece()) return false;
      end_ = at_;
      at_ = after_gap(text_, at_);
    }
    return typed_.size() == characters && !letter_starts_at(text_, end_);
  }
  const std::string& typed() const { return typed_; }
  std::size_t sure() const { return sure_; }
  std::size_t end() const { return end_; }

 private:
  bool wants_figure() const { return typed_.size() == 2 || typed_.size() == 3; }

  bool read_piece() {
    if (is_digit(text_[at_])) {
      if (!wants_figure()) return false;
      typed_ += text_[at_++];
      return true;
    }
    const std::size_t end = end_of_letters(text_, at_);
    if (end == at_) return false;
    const std::string word = fold(text_.substr(at_, end - at_));
    at_ = end;
    if (wants_figure()) return add(spoken_digit(word));
    if (const char letter = letter_named(word); letter != 0) {
      sure_ += one_of(sure_words, word) ? 1 : 0;
      return add(letter);
    }
    // "mk six two": two letters as they are typed
    const std::size_t letters_wanted = typed_.size() < 2 ? 2 - typed_.size() : 7 - typed_.size();
    if (word.size() > letters_wanted) return false;
    for (const char letter : word) typed_ += ascii_upper(letter);
    return true;
  }

  bool add(char c) {
    if (c != 0) typed_ += c;
    return c != 0;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
  std::string typed_;
  std::size_t sure_ = 0;
};

// Whether the first word is a sure name, or two letters before a figure: nearly none is.
bool may_begin(std::string_view text, std::size_t begin) {
  const std::size_t end = end_of_letters(text, begin);
  const std::size_t letters = end - begin;
  if (letters < 2 || (letters > 2 && !sure_outline.may_hold(text[begin], letters))) return false;
  if (letters > 2) return one_of(sure_words, fold(text.substr(begin, letters)));
  // "mk six two", "oh vee"
  const std::size_t next = after_gap(text, end);
  if (next == end || next >= text.size()) return false;
  const std::size_t next_letters = end_of_letters(text, next) - next;
  return sure_outline.may_hold(text[next], next_letters) || may_say_figure(text.substr(next, next_letters));
}

}  // namespace

void mark_letter_names(Lexicon& lexicon) {
  for (const std::string_view name : sure_words) lexicon.add(name, Mark::said);
}

std::size_t end_of_letter_names(std::string_view text, std::size_t begin) {
  constexpr std::size_t sure_min = 2;
  if (!may_begin(text, begin)) return begin;
  NameReader reader(text, begin);
  if (!reader.read() || reader.sure() < sure_min) return begin;
  return is_age_mark(reader.typed().substr(2, 2)) ? reader.end() : begin;
}

}  // namespace postbox::redact
