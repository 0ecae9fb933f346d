#include "redact/said.hpp"

#include <algorithm>
#include <array>

#include "redact/ascii_set.hpp"
#include "redact/letters.hpp"
#include "redact/spoken.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

struct Number {
  std::string_view word;
  std::string_view digits;
};

constexpr std::array<Number, 18> tens_and_teens = {{{"ten", "10"},
                                                    {"eleven", "11"},
                                                    {"twelve", "12"},
                                                    {"thirteen", "13"},
                                                    {"fourteen", "14"},
                                                    {"fifteen", "15"},
                                                    {"sixteen", "16"},
                                                    {"seventeen", "17"},
                                                    {"eighteen", "18"},
                                                    {"nineteen", "19"},
                                                    {"twenty", "20"},
                                                    {"thirty", "30"},
                                                    {"forty", "40"},
                                                    {"fifty", "50"},
                                                    {"sixty", "60"},
                                                    {"seventy", "70"},
                                                    {"eighty", "80"},
                                                    {"ninety", "90"}}};

constexpr Outline tens_outline = [] {
  Outline outline;
  for (const Number& number : tens_and_teens) outline.add(number.word);
  return outline;
}();

constexpr AsciiSet separators(".-/_,():");

// Whether the letters from `at` to `end` may be a word for a letter, a figure or a number.
bool is_said_like(std::string_view text, std::size_t at, std::size_t end) {
  return tens_outline.may_hold(text[at], end - at) || may_be_spoken(text[at], end - at);
}

bool is_slip(char c) { return ascii_lower(c) == 'o' || ascii_lower(c) == 'i'; }

// Whether behind one or two letters, which end at `end`, a letter, a figure or a slip for one may stand.
bool may_go_on(std::string_view text, std::size_t end, std::size_t letters, std::size_t later) {
  constexpr std::size_t separators_max = 3;
  std::size_t next = end;
  while (next < text.size() && next < end + separators_max &&
         (is_ascii_space(text[next]) || separators.has(text[next]))) {
    ++next;
  }
  if (next >= text.size()) return false;
  if (!is_ascii(text[next]) || is_digit(text[next])) return true;
  const std::size_t more = end_of_letters(text, next) - next;
  if (more < 2) return more == 1;
  if (is_said_like(text, next, next + more)) return true;
  return more <= later && (is_slip(text[next]) || (letters == 1 && is_slip(text[next + 1])));
}

bool fits(char c, char form) {
  if (is_digit(c)) return form != 'A' && (form == '9' || c == '0');
  return form != '9' || c == 'O' || c == 'I';
}

}  // namespace

class SaidReader {
 public:
  SaidReader(std::string_view text, LetterRuns runs, std::size_t most, std::string_view form)
      : text_(text), runs_(runs), most_(most), form_(form) {}

  Said read(std::size_t begin) {
    for (std::size_t at = begin; at < text_.size() && said_.size_ < most_;) {
      const std::size_t end = read_piece(at);
      if (!fits_) return {};
      if (end == at) break;
      at = after_separators(text_, end);
    }
    return said_;
  }

 private:
  void add(char c, std::size_t end) {
    fits_ = fits_ && (said_.size_ >= form_.size() || fits(c, form_[said_.size_]));
    said_.characters_[said_.size_] = c;
    said_.ends_[said_.size_++] = end;
  }

  // Where the piece at `at` ends; `at` where none starts.
  std::size_t read_piece(std::size_t at) {
    if (is_digit(text_[at])) {
      add(text_[at], at + 1);
      return at + 1;
    }
    const std::size_t end = end_of_letters(text_, at);
    const bool first = said_.size_ == 0;
    if (end == at + 1) {
      if (const std::size_t word = after_letter_and_word(text_, at); word > at) {
        said_.spoken_ = true;
        add(ascii_upper(text_[at]), word);
        return word;
      }
    }
    if (end - at > 1 && !first) {
      if (const std::size_t word = read_word(at, end); word > at) return word;  // "oh", "six"
    }
    if (end - at > (first ? runs_.first : runs_.later)) return read_word(at, end);
    for (; at < end; ++at) add(ascii_upper(text_[at]), at + 1);
    return end;
  }

  std::size_t read_word(std::size_t at, std::size_t end) {
    constexpr std::size_t word_max = 9;
    if (end - at > word_max) return at;
    const SpokenCharacter spoken = spoken_character_at(text_, at);
    for (std::size_t times = 0; times < spoken.times; ++times) add(spoken.character, spoken.end);
    if (spoken.times > 0) {
      said_.spoken_ = true;
      return spoken.end;
    }
    if (!tens_outline.may_hold(text_[at], end - at)) return at;
    const std::string_view typed = text_.substr(at, end - at);
    const auto* const number =
        std::find_if(tens_and_teens.begin(), tens_and_teens.end(),
                     [&](const Number& each) { return is_same_word(typed, each.word); });
    if (number == tens_and_teens.end()) return at;
    said_.spoken_ = true;
    add(number->digits[0], end);
    // "sixty-one": the nought gives way to the figure that follows.
    const std::size_t next = after_separators(text_, end);
    const bool unit = number->word.ends_with("ty") && next > end && is_unit_at(next);
    if (!unit) add(number->digits[1], end);
    return end;
  }

  bool is_unit_at(std::size_t at) const {
    if (at >= text_.size() || !is_ascii_letter(text_[at])) return false;
    const SpokenCharacter spoken = spoken_character_at(text_, at);
    return spoken.times == 1 && is_digit(spoken.character) && spoken.character != '0';
  }

  std::string_view text_;
  LetterRuns runs_;
  std::size_t most_;
  std::string_view form_;
  bool fits_ = true;
  Said said_;
};

std::size_t after_separators(std::string_view text, std::size_t at) {
  constexpr int separators_max = 3;
  for (int step = 0; step < separators_max && at < text.size(); ++step) {
    const std::string_view here = text.substr(at);
    if (const std::size_t space = space_at(text, at)) {
      at += space;
    } else if (here.starts_with("–") || here.starts_with("—")) {
      at += std::string_view("–").size();
    } else if (separators.has(text[at])) {
      ++at;
    }
  }
  return at;
}

bool has_figure_near(std::string_view text, std::size_t begin) {
  const std::string_view ahead = text.substr(begin, letters_before_figure_max);
  return std::any_of(ahead.begin(), ahead.end(), is_digit);
}

bool may_begin_code(std::string_view text, std::size_t begin, std::size_t later) {
  constexpr std::size_t letters_max = 3;  // "LAO 9ZZ", the last letters of a plate
  const std::size_t end = end_of_letters(text, begin);
  const std::size_t letters = end - begin;
  if (has_figure_near(text, begin)) return true;
  if (letters > letters_max) {
    return is_said_like(text, begin, end) || (end < text.size() && is_digit(text[end]));
  }
  const bool x_ray = letters == 1 && ascii_lower(text[begin]) == 'x';
  if (letters == 1 && after_letter_and_word(text, begin) > begin) return true;
  return letters == 0 || letters == letters_max || x_ray || may_go_on(text, end, letters, later);
}

void mark_said_tens(Lexicon& lexicon) {
  for (const Number& number : tens_and_teens) lexicon.add(number.word, Mark::said);
}

Said read_said(std::string_view text, std::size_t begin, LetterRuns runs, std::size_t most,
               std::string_view form) {
  return SaidReader(text, runs, most, form).read(begin);
}

}  // namespace postbox::redact
