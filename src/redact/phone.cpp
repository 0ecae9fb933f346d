#include "redact/phone.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "redact/letters.hpp"
#include "redact/nhs_number.hpp"
#include "redact/one_of.hpp"
#include "redact/reading.hpp"
#include "redact/word_list.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t digits_max = 15;  // ITU-T E.164

// The number as dialled inside the country; empty when it is not of this country.
std::string national(std::string digits) {
  for (const std::string_view prefix : {"0044", "44"}) {
    if (!digits.starts_with(prefix)) continue;
    digits.erase(0, prefix.size());
    return digits.starts_with('0') ? digits : '0' + digits;
  }
  return digits.starts_with('0') ? digits : std::string{};
}

bool is_phone(const std::string& digits, bool plus) {
  const std::string dialled = national(digits);
  const std::size_t size = dialled.size();
  if (size >= 2) {
    const char kind = dialled[1];
    if (kind == '1' || kind == '2' || kind == '8') return size == 10 || size == 11;
    if (kind == '3' || kind == '5') return size == 11;
    if (kind == '7') return size == 11 || (size == 10 && digits.size() == 10);
  }
  // 00 before the number of a country is a plus.
  if (digits.starts_with("00") && dialled == digits) return size >= 11 && size <= digits_max;
  return plus && !digits.starts_with("44") && digits.size() >= 8 && digits.size() <= digits_max;
}

bool plus_before(std::string_view text, std::size_t begin) {
  return (begin > 0 && text[begin - 1] == '+') ||
         (begin > 1 && text[begin - 1] == ' ' && text[begin - 2] == '+');
}

// "tel 823456", "landline is 823 456": a local number, told by the word before it alone.
bool follows_phone_word(std::string_view text, std::size_t begin) {
  static constexpr WordList cues = {"tel",      "telephone", "phone",   "landline", "mobile", "mob",
                                    "fone",     "home",      "ring",    "call",     "txt",    "text",
                                    "whatsapp", "ph",        "telefon", "contact",  "cell",   "telefonu",
                                    "mobiel",   "phones",    "work",    "rang"};
  static constexpr WordList fillers = {"is", "no", "number", "on", "me", "us", "my", "nr"};
  const std::vector<std::string> before = words_before(text, begin, 3);
  const auto has = [&](std::string_view word) {
    return std::find(before.begin(), before.end(), word) != before.end();
  };
  if (has("number") && (has("my") || has("our"))) return true;
  for (const std::string& word : before) {
    if (cues.has(word)) return true;
    if (!fillers.has(word)) return false;
  }
  return false;
}

// "960417 is our landline"
bool precedes_phone_word(std::string_view text, std::size_t end) {
  constexpr std::size_t look_ahead_bytes = 40;
  std::size_t stop = std::min(text.size(), end + look_ahead_bytes);
  while (stop < text.size() && (static_cast<unsigned char>(text[stop]) & 0xC0U) == 0x80U) --stop;
  const Reading ahead(text.substr(end, stop - end));
  for (const Word& word : ahead.words()) {
    if (word.before >= Gap::sentence && word.span.begin > 1) return false;
    if (one_of({"landline", "mobile", "phone", "mob", "telephone"}, word.folded)) return true;
  }
  return false;
}

// 7700 900123, 1632 960123: typed without the 0, and not grouped as an NHS number is.
bool lacks_zero(const std::vector<DigitGroup>& groups, std::size_t first, std::size_t last) {
  const char kind = groups[first].digits[0];
  const std::size_t begins = groups[first].digits.size();
  const bool in_fours =
      begins == 4 && last == first + 2 && groups[last].digits.size() == 2;  // "7936 0542 86"
  return !in_fours && (kind == '7' || kind == '1') && joined_digits(groups, first, last).size() == 10 &&
         (begins == 4 || begins == 5) && last > first;
}

// "ext 42", ", extension 7", "x311" behind a number: one past its last figure; `at` for none. "x 2" is how
// often.
std::size_t after_extension(std::string_view text, std::size_t at) {
  constexpr std::size_t figures_max = 5;
  std::size_t begin = at;
  while (begin < text.size() && begin < at + 2 && (text[begin] == ' ' || text[begin] == ',')) ++begin;
  std::size_t word = begin;
  while (word < text.size() && is_ascii_letter(text[word])) ++word;
  const std::string_view cue = text.substr(begin, word - begin);
  const bool is_x = is_same_word(cue, "x");
  const std::string folded = fold(cue);
  if (!is_x && !one_of({"ext", "extn", "extension", "extention", "exten"}, folded)) return at;
  for (const std::string_view number : {" no", " number"}) {  // "ext no 214"
    if (is_same_word(text.substr(word, number.size()), number) &&
        !letter_starts_at(text, word + number.size())) {
      word += number.size();
      break;
    }
  }
  const std::size_t signs = word;
  while (word < text.size() && (text[word] == '.' || text[word] == ':' || text[word] == ' ') &&
         word < signs + 2) {
    ++word;
  }
  std::size_t end = word;
  while (end < text.size() && end < word + figures_max && is_digit(text[end])) ++end;
  const std::size_t least = is_x ? 2 : 1;
  return end >= word + least && !letter_starts_at(text, end) ? end : at;
}

// "01539 496 0112": a figure too many, in its last group.
bool is_one_too_long(const std::string& digits, const DigitGroup& last) {
  constexpr std::size_t digits_of_slip = 12;
  return digits.size() == digits_of_slip && (digits.starts_with("01") || digits.starts_with("07")) &&
         last.digits.size() > 2;
}

class PhoneFinder {
 public:
  PhoneFinder(std::string_view text, const std::vector<DigitGroup>& groups) : text_(text), groups_(groups) {}

  Spans find() {
    for (std::size_t first = 0; first < groups_.size();) {
      const std::size_t after = end_of_phone(first);
      if (after > first) add(first, after - 1);
      first = std::max(after, first + 1);
    }
    return std::move(found_);
  }

 private:
  // One past the last group of the longest number that starts at `first`; `first` itself for none.
  std::size_t end_of_phone(std::size_t first) const {
    if (is_within_date(first)) return first;
    const bool plus = plus_before(text_, groups_[first].span.begin);
    std::string digits;
    std::size_t after = first;
    for (std::size_t i = first; i < groups_.size() && (i == first || groups_[i].joined); ++i) {
      if (i > first && groups_[i].slashed && is_written_date(groups_, i - 1)) break;
      digits += groups_[i].digits;
      if (digits.size() > digits_max) break;
      if (digits.size() == 10 && follows_nhs(text_, groups_[first].span.begin)) continue;
      const bool cued =
          digits.size() == 10 && digits[0] == '7' && follows_phone_word(text_, groups_[first].span.begin);
      const bool counts = is_phone(digits, plus) || cued || lacks_zero(groups_, first, i);
      if (counts || is_one_too_long(digits, groups_[i])) after = i + 1;
    }
    return after == first ? end_of_local_number(first) : after;
  }

  // At its day, or at its month or year with slashes: two dates beside each other are no number.
  bool is_within_date(std::size_t at) const {
    if (is_written_date(groups_, at)) return true;
    for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
      if (groups_[at].slashed && is_written_date(groups_, at - back)) return true;
    }
    return false;
  }

  std::size_t end_of_local_number(std::size_t first) const {
    std::size_t last = first;
    std::size_t digits = groups_[first].digits.size();
    while (digits < 6 && last + 1 < groups_.size() && groups_[last + 1].joined) {
      digits += groups_[++last].digits.size();
    }
    if (is_range(first, last)) return first;
    const bool whole = digits == 6 && (last + 1 == groups_.size() || !groups_[last + 1].joined);
    const bool told = whole && (follows_phone_word(text_, groups_[first].span.begin) ||
                                precedes_phone_word(text_, groups_[last].span.end));
    return told ? last + 1 : first;
  }

  // "120-122 Botchergate", "120-150 hours"
  bool is_range(std::size_t first, std::size_t last) const {
    constexpr int more_max = 99;
    if (last != first + 1 || groups_[first].digits.size() != groups_[last].digits.size()) return false;
    const std::size_t end = groups_[first].span.end;
    const int more = number_of(groups_[last].digits) - number_of(groups_[first].digits);
    return text_.substr(end, groups_[last].span.begin - end) == "-" && more > 0 && more <= more_max;
  }

  void add(std::size_t first, std::size_t last) {
    Span span{groups_[first].span.begin, groups_[last].span.end};
    while (span.begin > 0 && (text_[span.begin - 1] == '+' || text_[span.begin - 1] == ' ') &&
           plus_before(text_, span.begin)) {
      --span.begin;
    }
    const bool bracket = span.begin > 0 && (text_[span.begin - 1] == '(' || text_[span.begin - 1] == '[');
    const std::string_view inside = text_.substr(span.begin, span.end - span.begin);
    if (bracket && inside.find_first_of(")]") != std::string_view::npos) --span.begin;
    span.end = after_extension(text_, span.end);
    found_.push_back(span);
  }

  std::string_view text_;
  const std::vector<DigitGroup>& groups_;
  Spans found_;
};

}  // namespace

Spans find_phones(std::string_view text, const std::vector<DigitGroup>& groups) {
  return PhoneFinder(text, groups).find();
}

}  // namespace postbox::redact
