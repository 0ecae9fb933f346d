#include "redact/digit_groups.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "redact/digit_words.hpp"
#include "redact/letters.hpp"

namespace postbox::redact {
namespace {

// A digit in another script, as 0-9; 0 where there is none.
char digit_of(char32_t c) {
  for (const char32_t zero : {U'0', U'\u0660', U'\u06F0', U'\uFF10', U'\u0966'}) {
    if (c >= zero && c <= zero + 9) return static_cast<char>('0' + (c - zero));
  }
  return 0;
}

class GroupReader {
 public:
  explicit GroupReader(const Reading& reading)
      : text_(reading.text()),
        words_(reading.words()),
        code_words_(reading.code_words()),
        other_figures_(reading.has_other_figures()) {}

  std::vector<DigitGroup> read() {
    while (at_ < text_.size()) {
      if (broken_ && !other_figures_) pass_words();
      if (at_ == text_.size()) break;
      if (!read_numerals() && !read_spoken() && !pass_word()) step_between();
    }
    return std::move(groups_);
  }

 private:
  // Where no number goes on, to the next word that one may begin with; no step from within such a word.
  void pass_words() {
    while (next_word_ < words_.size() && words_[next_word_].span.begin < at_) ++next_word_;
    const bool at_word = next_word_ < words_.size() && words_[next_word_].span.begin == at_;
    if (!at_word && next_word_ > 0 && may_begin_in(next_word_ - 1)) return;
    std::size_t next = code_words_.next(next_word_);
    while (next < words_.size() && !may_begin_in(next)) next = code_words_.next(next + 1);
    next_word_ = std::min(next, words_.size());
    at_ = next_word_ < words_.size() ? words_[next_word_].span.begin : text_.size();
  }

  bool may_begin_in(std::size_t at) const {
    const Word& word = words_[at];
    if (word.shape == Shape::number || word.marks.has(Mark::said) || !word.plain) return true;
    // "noo7700", "l23": the last letter may be a figure.
    const char last = text_[word.span.end - 1];
    return may_be_slip(last) && word.span.end < text_.size() && is_digit(text_[word.span.end]);
  }

  utf8::Decoded here() const {
    const char first = text_[at_];
    if (is_ascii(first)) return {static_cast<unsigned char>(first), 1};
    return utf8::decode(text_.substr(at_));
  }

  bool letter_o_beside_digit() const {
    if (text_[at_] != 'O' && text_[at_] != 'o') return false;
    if (at_ > 0 && !in_numerals_ && is_ascii_letter(text_[at_ - 1]) && ascii_lower(text_[at_ - 1]) != 'o') {
      return false;  // "no9991234567"
    }
    const bool digit_next = at_ + 1 < text_.size() && is_digit(text_[at_ + 1]);
    const bool digit_last = at_ > 0 && is_digit(text_[at_ - 1]);
    return digit_next || digit_last || in_numerals_;
  }

  // "73Z4", "4Z5": a Z for a 2 behind a figure, in a run of three at least.
  bool is_two() const {
    constexpr std::size_t run_max = 12;
    constexpr std::size_t run_min = 3;
    if (text_[at_] != 'Z' || at_ == 0 || !is_digit(text_[at_ - 1])) return false;
    const auto fits = [&](std::size_t at) { return is_digit(text_[at]) || may_be_slip(text_[at]); };
    std::size_t begin = at_;
    while (begin > 0 && at_ - begin < run_max && fits(begin - 1)) --begin;
    std::size_t end = at_ + 1;
    while (end < text_.size() && end - at_ < run_max && fits(end)) ++end;
    return end - begin >= run_min && !letter_ends_at(text_, begin) && !letter_starts_at(text_, end);
  }

  static bool may_be_slip(char c) { return c == 'o' || c == 'O' || c == 'l' || c == 'I'; }

  // "OO9", "59l9": nothing but figures and letters that look like them, and a figure among them.
  bool is_slip_among_digits() const {
    constexpr std::size_t run_max = 12;
    const auto fits = [&](std::size_t at) { return is_digit(text_[at]) || may_be_slip(text_[at]); };
    std::size_t begin = at_;
    while (begin > 0 && at_ - begin < run_max && fits(begin - 1)) --begin;
    std::size_t end = at_ + 1;
    while (end < text_.size() && end - at_ < run_max && fits(end)) ++end;
    if (letter_ends_at(text_, begin) || letter_starts_at(text_, end)) return false;
    const std::string_view run = text_.substr(begin, end - begin);
    return std::any_of(run.begin(), run.end(), is_digit);
  }

  char numeral_here() const {
    const char typed = text_[at_];
    if (!is_ascii(typed)) return digit_of(here().code_point);
    if (is_digit(typed)) return typed;
    if (is_two()) return '2';
    if (!may_be_slip(typed)) return '\0';
    const bool nought = typed == 'o' || typed == 'O';
    if (nought && letter_o_beside_digit()) return '0';
    return is_slip_among_digits() ? (nought ? '0' : '1') : '\0';
  }

  bool read_numerals() {
    const std::size_t begin = at_;
    const char first = text_[begin];
    const bool other = is_ascii_space(first) || (is_ascii_letter(first) && !may_be_slip(first));
    if (other) return false;
    const bool glued_before = letter_ends_at(text_, begin);
    DigitGroup group;
    while (at_ < text_.size()) {
      const char digit = numeral_here();
      if (digit == 0) break;
      in_numerals_ = true;
      group.digits += digit;
      at_ += here().size;
    }
    in_numerals_ = false;
    if (at_ == begin) return false;
    group.span = {begin, at_};
    // "Y6", "PX68", "12mg" are no part of a number; "mob07700900123" is long enough to be one, and of
    // "07700 900123or07700 900456" the glued halves are.
    const bool glued_after = letter_starts_at(text_, at_);
    const bool ends_number = !glued_before && !broken_ && group.digits.size() >= 5;
    const bool starts_number = !glued_after && group.digits.size() == 5 && group.digits.starts_with("07");
    if ((glued_before || glued_after) && group.digits.size() < 10 && !ends_number && !starts_number) {
      break_number();
    } else {
      add(std::move(group));
    }
    return true;
  }

  std::string_view word_here() const {
    std::size_t end = at_;
    while (end < text_.size() && is_ascii_letter(text_[end]) && end - at_ < 8) ++end;
    return letter_starts_at(text_, end) ? std::string_view{} : text_.substr(at_, end - at_);
  }

  bool read_spoken() {
    if (!is_ascii_letter(text_[at_]) || letter_ends_at(text_, at_)) return false;
    const std::size_t begin = at_;
    const std::string_view typed = word_here();
    if (!may_say_figure(typed)) return false;  // nearly every word
    const std::string first = fold(typed);
    const std::size_t times = repeats(first);
    if (times > 1) {
      at_ += first.size();
      if (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '-')) ++at_;
    }
    const std::string_view word = word_here();
    const bool numeral =
        times > 1 && at_ < text_.size() && is_digit(text_[at_]) && !letter_starts_at(text_, at_ + 1);
    // "seven hundred": two noughts after a figure that was said.
    if (times == 1 && says_hundred(first) && !groups_.empty() && groups_.back().spoken && !broken_) {
      at_ = begin + first.size();
      add({.span = {begin, at_}, .digits = "00", .spoken = true});
      return true;
    }
    const char digit = numeral ? text_[at_] : spoken_digit(fold(word));
    if (digit == 0) {
      at_ = begin;
      return false;
    }
    at_ += numeral ? 1 : word.size();
    add({.span = {begin, at_}, .digits = std::string(times, digit), .spoken = true});
    return true;
  }

  void add(DigitGroup group) {
    group.joined = !broken_ && !groups_.empty();
    if (comma_ && !comma_joins(group)) group.joined = false;
    group.slashed = slashed_;
    groups_.push_back(std::move(group));
    broken_ = false;
    comma_ = false;
    slashed_ = false;
    between_ = 0;
  }

  // "zero seven, seven zero" is one number, and so is "07700,900,123"; "1, 2" and "3,5" are not.
  bool comma_joins(const DigitGroup& group) const {
    if (!group.joined) return false;
    if (group.spoken && groups_.back().spoken) return true;
    return between_ == 1 && group.digits.size() >= 3 && groups_.back().digits.size() >= 3;
  }

  void break_number() { broken_ = true; }

  // The letters of a word that is no figure, at once; a letter O before a figure may be one.
  bool pass_word() {
    if (!is_ascii_letter(text_[at_])) return false;
    const auto may_be_zero = [&] {
      const bool o = text_[at_] == 'o' || text_[at_] == 'O';
      return o && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]);
    };
    do {
      ++at_;
    } while (at_ < text_.size() && is_ascii_letter(text_[at_]) && !may_be_zero());
    break_number();
    return true;
  }

  void step_between() {
    constexpr std::size_t between_max = 3;
    const utf8::Decoded next = here();
    const char32_t c = next.code_point;
    const bool dash = c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == U'.' || c == U'·' || c == U'_' ||
                      c == U'/' || c == U'*' || c == U'•';
    if (space_at(text_, at_) == 0) {
      if (dash) {
        slashed_ = slashed_ || c == U'/';
      } else if (c == U',') {
        comma_ = true;
      } else if (c != U'(' && c != U')' && c != U'[' && c != U']') {
        break_number();
      }
    }
    if (++between_ > between_max) break_number();
    at_ += next.size == 0 ? 1 : next.size;
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  const WordSet& code_words_;
  bool other_figures_;
  std::size_t at_ = 0;
  std::size_t next_word_ = 0;
  std::vector<DigitGroup> groups_;
  bool broken_ = true;
  bool comma_ = false;
  bool slashed_ = false;
  bool in_numerals_ = false;
  std::size_t between_ = 0;
};

}  // namespace

std::vector<DigitGroup> read_digit_groups(const Reading& reading) { return GroupReader(reading).read(); }

std::string joined_digits(const std::vector<DigitGroup>& groups, std::size_t first, std::size_t last) {
  std::string digits;
  for (std::size_t i = first; i <= last; ++i) digits += groups[i].digits;
  return digits;
}

bool is_written_date(const std::vector<DigitGroup>& groups, std::size_t first) {
  if (first + 2 >= groups.size()) return false;
  const DigitGroup& day = groups[first];
  const DigitGroup& month = groups[first + 1];
  const DigitGroup& year = groups[first + 2];
  if (!month.joined || !year.joined || day.spoken || month.spoken || year.spoken) return false;
  if (day.digits.size() > 2 || month.digits.size() > 2) return false;
  // 3/4/15: two figures are a year only after two slashes, or 07.70.09 would be one.
  if (year.digits.size() == 2) return month.slashed && year.slashed;
  if (year.digits.size() != 4) return false;
  const bool calendar = std::stoi(day.digits) <= 31 && std::stoi(month.digits) <= 12;
  return calendar && (year.digits.starts_with("19") || year.digits.starts_with("20"));
}

}  // namespace postbox::redact
