#include "redact/ni_number.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "redact/letters.hpp"
#include "redact/numbered_thing.hpp"
#include "redact/one_of.hpp"
#include "redact/places.hpp"
#include "redact/said.hpp"
#include "redact/spoken.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t letters_later = 1;

bool is_cue(std::string_view word) {
  return one_of({"ni", "nino", "insurance", "nin", "ninos", "insurence", "insurrance", "natins"}, word);
}

bool follows_insurance(std::string_view text, std::size_t begin) {
  constexpr std::size_t words_back = 8;
  const std::vector<std::string> before = words_before(text, begin, words_back);
  const auto has = [&](std::string_view word) {
    return std::find(before.begin(), before.end(), word) != before.end();
  };
  return std::any_of(before.begin(), before.end(), is_cue) || (has("n") && has("i")) ||
         (has("nat") && has("ins")) || (!before.empty() && before[0] == "ins") ||
         (has("ins") && (has("no") || has("number") || has("num")));
}

// "NI starts QQ 12", "the first half of my NI": only a part of it comes.
bool follows_part(std::string_view text, std::size_t begin) {
  constexpr std::size_t words_back = 8;
  const std::vector<std::string> before = words_before(text, begin, words_back);
  return std::any_of(before.begin(), before.end(), [](const std::string& word) {
    return one_of({"starts", "start", "started", "starting", "begins", "beginning", "first", "half", "part"},
                  word);
  });
}

// "on 12/03/26 a man came", "ref no 12 34 56": what begins with a word is no number, unless a letter is glued
// to its figures.
bool is_little_word(std::string_view letters) {
  return one_of({"to", "no", "do", "so", "go", "of", "is", "it", "in", "if", "us", "up", "on", "or",
                 "at", "as", "an", "am", "by", "my", "me", "we", "he", "be", "ot", "pa", "ta"},
                letters);
}

// Of these, what no number may begin with (D, F, I, Q, U, V; O second).
bool is_never_prefix(std::string_view letters) {
  return letters[1] == 'o' || std::string_view("dfiqu").find(letters[0]) != std::string_view::npos ||
         letters == "of" || letters == "if" || letters == "up";
}

// "PIP have it as QQ 12 34 56": whoever asks for the number.
bool follows_benefit(std::string_view text, std::size_t begin) {
  constexpr std::size_t words_back = 5;
  const std::vector<std::string> before = words_before(text, begin, words_back);
  return std::any_of(before.begin(), before.end(), [](const std::string& word) {
    return word == "pip" || word == "dwp" || word == "hmrc" || word == "uc" || word == "esa" ||
           word == "payslip" || word == "p60" || word == "jobcentre" || word == "dla" || word == "payroll" ||
           word == "pension" || word == "credit" || word == "allowance";
  });
}

// "QQ123456 is my NI number"
bool precedes_insurance(std::string_view text, std::size_t end) {
  constexpr std::size_t look_ahead_bytes = 40;
  constexpr std::size_t words_ahead = 5;
  std::size_t stop = std::min(text.size(), end + look_ahead_bytes);
  while (stop < text.size() && (static_cast<unsigned char>(text[stop]) & 0xC0U) == 0x80U) --stop;
  const Reading ahead(text.substr(end, stop - end));
  const std::vector<Word>& after = ahead.words();
  for (std::size_t i = 0; i < after.size() && i < words_ahead; ++i) {
    if (i > 0 && after[i].before >= Gap::sentence) return false;
    if (is_cue(after[i].folded)) return true;
  }
  return false;
}

// The end of a number as it is printed, with its last letter: nothing else is written so.
std::optional<std::size_t> end_of_printed(std::string_view text, std::size_t begin) {
  constexpr std::size_t letters = 2;
  constexpr int digits = 6;
  constexpr int figures_min = 3;
  bool capitals = true;
  int figures = 0;
  std::size_t at = begin;
  for (std::size_t letter = 0; letter < letters; ++letter) {
    if (letter > 0) at = after_separators(text, at);
    if (at >= text.size() || !is_ascii_letter(text[at])) return std::nullopt;
    capitals = capitals && is_ascii_upper(text[at]);
    ++at;
  }
  std::size_t end = at;
  for (int digit = 0; digit < digits; ++digit) {
    at = after_separators(text, end);
    if (at >= text.size()) return std::nullopt;
    // "6I 2O 43", "l6 20 43"
    const bool slip = capitals && (text[at] == 'O' || text[at] == 'I' || text[at] == 'l');
    if (!is_digit(text[at]) && !slip) return std::nullopt;
    figures += is_digit(text[at]) ? 1 : 0;
    end = at + 1;
  }
  if (figures < figures_min) return std::nullopt;
  at = after_separators(text, end);
  if (at >= text.size() || !is_ascii_letter(text[at]) || letter_starts_at(text, at + 1)) return std::nullopt;
  if (!capitals && at > end && is_little_word(fold(text.substr(begin, letters)))) return std::nullopt;
  const bool usual = ascii_upper(text[at]) <= 'D';
  return usual || (capitals && is_ascii_upper(text[at])) ? std::optional(at + 1) : std::nullopt;
}

// "form AB 12 34 56": what is numbered in its own way.
bool follows_other_number(std::string_view text, std::size_t begin) {
  constexpr std::size_t words_back = 3;
  const std::vector<std::string> before = words_before(text, begin, words_back);
  return std::any_of(before.begin(), before.end(), [](const std::string& word) {
    return is_numbered_thing(word) || one_of({"code", "case", "booking", "batch", "lot", "serial", "model",
                                              "item", "receipt", "account"},
                                             word);
  });
}

// "QQ 80 17 55 (can't read the last letter)": in capitals and by pairs, as it is printed, without its end.
std::optional<std::size_t> end_of_pairs(std::string_view text, std::size_t begin) {
  constexpr std::size_t letters = 2;
  constexpr std::size_t pair = 3;  // with its space
  constexpr std::size_t size = letters + 3 * pair;
  if (begin + size > text.size()) return std::nullopt;
  const std::string_view number = text.substr(begin, size);
  if (!is_ascii_upper(number[0]) || !is_ascii_upper(number[1])) return std::nullopt;
  for (std::size_t at = letters; at < size; at += pair) {
    if (number[at] != ' ' || !is_digit(number[at + 1]) || !is_digit(number[at + 2])) return std::nullopt;
  }
  const bool more =
      letter_starts_at(text, begin + size) ||
      (begin + size + 1 < text.size() && text[begin + size] == ' ' && is_digit(text[begin + size + 1]));
  const std::string prefix = fold(number.substr(0, letters));
  const bool never = prefix != "qq" && is_never_prefix(prefix);
  return more || never || is_little_word(prefix) || follows_other_number(text, begin)
             ? std::nullopt
             : std::optional(begin + size);
}

// "alpha bravo nine eight 76 54 delta", "a for apple b for bat 98 76 54 d": nothing else is two words of the
// spelling alphabet, six figures and a letter that ends a number.
bool is_spelled(std::string_view text, std::size_t begin, std::string_view characters) {
  constexpr std::size_t size = 9;
  const bool form = characters.size() == size && characters.back() >= 'A' && characters.back() <= 'D' &&
                    std::all_of(characters.begin() + 2, characters.end() - 1, is_digit);
  return form && (after_letter_and_word(text, begin) > begin ||
                  read_spoken(text, begin).characters.starts_with(characters.substr(0, 2)));
}

// Where the words around say what it is, a slip or a missing letter does not let it through: two letters (or
// a nought for an O), five to seven figures, perhaps a letter.
std::optional<std::size_t> end_of_named(std::string_view text, std::size_t begin) {
  constexpr std::size_t letters = 2;
  constexpr std::size_t digits_min = 5;
  constexpr std::size_t digits_of_part = 2;
  constexpr std::size_t digits_max = 7;
  constexpr std::size_t characters_max = 10;
  std::size_t word = begin;
  while (word < text.size() && is_ascii_letter(text[word])) ++word;
  if (word < text.size() && text[word] == '\'') return std::nullopt;  // "it's"
  const Said said =
      read_said(text, begin, {.first = letters, .later = letters_later}, characters_max, "aa99");
  const std::string_view characters = said.characters();
  const auto may_be_digit = [](char c) { return is_digit(c) || c == 'O' || c == 'I'; };
  if (characters.size() < letters + digits_of_part || (is_digit(characters[0]) && is_digit(characters[1]))) {
    return std::nullopt;
  }
  std::size_t after = letters;
  while (after < characters.size() && may_be_digit(characters[after])) ++after;
  if (after < letters + digits_of_part || after > letters + digits_max) return std::nullopt;
  if (after < letters + digits_min && !follows_part(text, begin)) return std::nullopt;
  const std::string first = fold(text.substr(begin, letters));
  const bool glued = after < characters.size() && said.end_of(after) == said.end_of(after - 1) + 1;
  if (!glued && word == begin + letters && is_little_word(first) && is_never_prefix(first)) {
    return std::nullopt;
  }
  if (after < characters.size() && !letter_starts_at(text, said.end_of(after))) ++after;
  const std::size_t end = said.end_of(after - 1);
  if (letter_starts_at(text, end)) return std::nullopt;
  if (is_spelled(text, begin, characters)) return end;
  if (after >= letters + 6 && is_ascii_upper(text[begin]) && follows_benefit(text, begin)) return end;
  if (!follows_insurance(text, begin) && !precedes_insurance(text, end)) return std::nullopt;
  return end;
}

// "niQQ123456C": the cue is glued to the number.
std::size_t after_glued_cue(std::string_view text, std::size_t at) {
  const bool cue = at + 4 < text.size() && ascii_lower(text[at]) == 'n' && ascii_lower(text[at + 1]) == 'i' &&
                   is_ascii_letter(text[at + 2]) && is_ascii_letter(text[at + 3]) && is_digit(text[at + 4]);
  return cue ? at + 2 : at;
}

// A word that reads as figures or as a slip for them: "12", "six", "O", "OI", "l".
bool may_be_figures(const std::vector<Word>& words, std::size_t at) {
  if (at >= words.size()) return false;
  const Word& word = words[at];
  return word.shape == Shape::number || word.marks.has(Mark::said) || !word.plain ||
         std::all_of(word.folded.begin(), word.folded.end(),
                     [](char c) { return c == 'o' || c == 'i' || c == 'l'; });
}

// Two letters or words for them, and figures behind: nearly all words end here.
bool may_begin_number(const std::vector<Word>& words, std::size_t at) {
  const Word& word = words[at];
  if (word.marks.has(Mark::said)) return true;
  if (word.shape == Shape::number) return word.folded == "0";
  if (word.folded.size() == 4) return word.folded.starts_with("ni");  // "niQQ123456C"
  if (word.folded.size() > 2 || at + 1 == words.size()) return false;
  const Word& next = words[at + 1];
  if (may_be_letter_and_word(words, at)) return true;
  const bool enough = !next.plain || (next.folded.size() > 1 && may_be_figures(words, at + 1));
  if (enough) return true;
  const bool second_letter = word.folded.size() == 1 || may_be_figures(words, at + 1);
  return next.folded.size() == 1 && second_letter && may_be_figures(words, at + 2);
}

}  // namespace

Spans find_ni_numbers(const Reading& reading) {
  const std::string_view text = reading.text();
  const auto find_at = [&](std::size_t at) -> std::optional<Span> {
    const bool may_start = is_ascii_letter(text[at]) || text[at] == '0';
    // Part of a handle where one of these stands before it.
    const bool inside = letter_ends_at(text, at) ||
                        (at > 0 && std::string_view("@_").find(text[at - 1]) != std::string_view::npos);
    // "d.o.b. 4.8.2005" before the word for the number
    const bool birth =
        at > 1 && text[at - 1] == '.' && ascii_lower(text[at - 2]) == 'd' && ascii_lower(text[at]) == 'o';
    if (!may_start || inside || birth) return std::nullopt;
    if (!may_begin_code(text, at, letters_later)) return std::nullopt;
    const std::size_t begin = after_glued_cue(text, at);
    std::optional<std::size_t> end = end_of_printed(text, begin);
    if (!end) end = end_of_named(text, begin);
    if (!end) end = end_of_pairs(text, begin);
    return end ? std::optional(Span{begin, *end}) : std::nullopt;
  };
  const auto may_begin = [&](std::size_t at) { return may_begin_number(reading.words(), at); };
  return find_at_code_words(reading, may_begin, find_at);
}

}  // namespace postbox::redact
