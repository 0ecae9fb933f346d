#include "redact/postcode.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "redact/letters.hpp"
#include "redact/mask.hpp"
#include "redact/one_of.hpp"
#include "redact/places.hpp"
#include "redact/postcode_form.hpp"
#include "redact/postcode_letters.hpp"
#include "redact/reading.hpp"
#include "redact/said.hpp"
#include "redact/spoken.hpp"
#include "redact/word_list.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

// Behind the last character another one in capitals.
bool goes_on_spelled(std::string_view text, std::size_t end) {
  return end + 1 < text.size() && text[end] == ' ' && is_ascii_upper(text[end - 1]) &&
         is_ascii_upper(text[end + 1]) && text[end + 1] != 'I' && !letter_starts_at(text, end + 2);
}

// "C A 1 1 2 A B", typed or read out one by one: single characters with one space between, 5 to 7 of them.
std::optional<std::size_t> end_of_spelled(std::string_view text, std::size_t begin) {
  constexpr std::size_t characters_max = 7;
  std::string joined;
  const auto end_of = [&](std::size_t character) { return begin + 2 * character + 1; };
  for (std::size_t at = begin; at < text.size() && joined.size() < characters_max; at += 2) {
    if (!is_ascii_letter(text[at]) && !is_digit(text[at])) break;
    joined += text[at];
    if (letter_starts_at(text, at + 1) || at + 1 >= text.size() || text[at + 1] != ' ') break;
  }
  for (std::size_t size = joined.size(); size >= 5; --size) {
    if (letter_starts_at(text, end_of(size - 1))) continue;
    if (goes_on_spelled(text, end_of(size - 1))) continue;  // a plate
    if (end_of_postcode(joined.substr(0, size), 0) == size) return end_of(size - 1);
  }
  return std::nullopt;
}

constexpr std::size_t letters_later = 2;

bool follows_address_or_cue(std::string_view text, std::size_t begin) {
  constexpr std::size_t look_back_bytes = 48;
  const std::size_t from = begin > look_back_bytes ? begin - look_back_bytes : 0;
  const std::string_view before = text.substr(from, begin - from);
  const std::size_t address = before.rfind(mask_of(Kind::address));
  if (address != std::string_view::npos) {
    // "14 Duke Rd., CA25": the dot of the street ends no sentence.
    const std::string_view between = before.substr(address + 1);
    return between.starts_with(".,") || between.find_first_of(".!?;") == std::string_view::npos;
  }
  const std::vector<std::string> words = words_before(text, begin, 3);
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) {
                       return word == "postcode" || word == "postcodes" || word == "postal" || word == "pc";
                     }) ||
         (words.size() > 1 && words[0] == "code" && words[1] == "post");
}

// "CA12 [address]"
bool precedes_address(std::string_view text, const Outward& outward) {
  if (outward.area_size != 2 || outward.lower) return false;
  constexpr std::size_t gap_max = 2;
  const std::string_view ahead = text.substr(outward.end, gap_max + 1);
  const std::size_t at = ahead.find_first_not_of(", ");
  return at != 0 && at != std::string_view::npos && ahead[at] == mask_of(Kind::address);
}

// "we live in LA11", "the LA11 end": where somebody is, in capitals and with an area of two letters.
bool names_where(std::string_view text, std::size_t begin, const Outward& outward) {
  if (outward.area_size != 2 || outward.lower) return false;
  static constexpr WordList places = {"end", "area", "side", "postcode", "postcodes", "patch"};
  std::size_t after = outward.end;
  while (after < text.size() && after - outward.end < 10 &&
         (text[after] == ' ' || is_ascii_letter(text[after]))) {
    ++after;
  }
  const Reading next(text.substr(outward.end, after - outward.end));
  if (!next.words().empty() && places.has(next.words().front().folded)) return true;
  static constexpr WordList home = {"live",   "lives", "living", "lived", "moved",
                                    "moving", "based", "home",   "stay",  "we're"};
  const std::vector<std::string> words = words_before(text, begin, 3);
  const bool placed = !words.empty() && (words[0] == "in" || words[0] == "to" || words[0] == "from");
  return placed &&
         std::any_of(words.begin(), words.end(), [&](const std::string& word) { return home.has(word); });
}

// "CA 13 0AB", "LA.36.7QW": the area apart. In small letters only where a postcode was announced, or "so 1
// 2nd" would be one.
std::optional<std::size_t> end_of_split(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at < text.size() && is_ascii_letter(text[at]) && at - begin < 3) ++at;
  if (at - begin != 2 || at + 5 > text.size() || !is_digit(text[at + 1])) return std::nullopt;
  const bool dotted = text[at] == '.' && is_ascii_upper(text[begin]) && is_ascii_upper(text[begin + 1]);
  if (text[at] != ' ' && !dotted) return std::nullopt;
  std::string joined(text.substr(begin, 2));
  constexpr std::size_t rest_max = 7;
  joined += text.substr(at + 1, rest_max);
  const std::optional<std::size_t> end = end_of_postcode(joined, 0);
  if (!end || letter_starts_at(text, begin + 1 + *end)) return std::nullopt;
  const bool capitals = is_ascii_upper(text[begin]) && is_ascii_upper(text[begin + *end]);
  const bool lower = !is_ascii_upper(text[begin]) && !is_ascii_upper(text[begin + *end]);
  const bool area_is_word = ascii_upper(text[begin]) == 'S' && ascii_upper(text[begin + 1]) == 'O';
  const bool sure = capitals || follows_address_or_cue(text, begin) || (lower && begin == 0);
  return sure && !area_is_word ? std::optional(begin + 1 + *end) : std::nullopt;
}

// "LA14 2 xx", where a postcode was announced: the last half apart in small letters.
std::size_t end_of_split_half(std::string_view text, std::size_t figure) {
  constexpr std::size_t size = 4;  // with its space
  if (figure + size > text.size() || text[figure + 1] != ' ' || letter_starts_at(text, figure + size)) {
    return figure;
  }
  const std::string_view letters = text.substr(figure + 2, 2);
  const bool word = one_of({"we", "he", "at", "as", "an", "us", "by", "up", "ta"}, letters);
  return !word && ends_postcode(letters, 2, true) ? figure + size : figure;
}

// "CA7 0something": the first figure of the second half, where the rest was not known.
std::size_t with_first_figure(std::string_view text, std::size_t end) {
  if (end + 1 >= text.size() || text[end] != ' ' || !is_digit(text[end + 1])) return end;
  if (const std::size_t split = end_of_split_half(text, end + 1); split > end + 1) return split;
  const bool more = end + 2 < text.size() && (is_digit(text[end + 2]) || text[end + 2] == ' ');
  const bool letter =
      end + 2 < text.size() && is_ascii_letter(text[end + 2]) && !letter_starts_at(text, end + 3);
  return more ? end : end + (letter ? 3 : 2);  // "CA7 0A"
}

std::optional<std::size_t> end_of_half(std::string_view text, std::size_t begin) {
  for (const bool long_form : {true, false}) {
    const std::optional<Outward> outward = outward_at(text, begin, long_form);
    if (!outward || letter_starts_at(text, outward->end)) continue;
    if (follows_address_or_cue(text, begin)) return with_first_figure(text, outward->end);
    if (names_where(text, begin, *outward) || precedes_address(text, *outward)) return outward->end;
  }
  return std::nullopt;
}

// "postcode CA eleven 8ZZ", "c a one one, eight z z" where it is announced.
std::optional<std::size_t> end_of_said(std::string_view text, std::size_t begin) {
  constexpr std::size_t characters_min = 5;
  constexpr std::size_t characters_max = 7;
  const Said said = read_said(text, begin, {.first = 2, .later = letters_later}, characters_max, "A");
  for (std::size_t size = said.characters().size(); size >= characters_min; --size) {
    const std::string_view characters = said.characters().substr(0, size);
    const bool whole = !letter_starts_at(text, said.end_of(size - 1));
    if (whole && end_of_postcode(characters, 0) == size && follows_address_or_cue(text, begin)) {
      return said.end_of(size - 1);
    }
  }
  return std::nullopt;
}

// "la23 1 z b": the last half in single characters.
std::optional<std::size_t> end_of_spelled_half(std::string_view text, std::size_t begin) {
  constexpr std::size_t size = 6;  // with its spaces
  for (const bool long_form : {true, false}) {
    const std::optional<Outward> outward = outward_at(text, begin, long_form);
    if (!outward || outward->area_size != 2 || outward->end + size > text.size()) continue;
    const std::string_view half = text.substr(outward->end, size);
    const bool form = half[0] == ' ' && is_digit(half[1]) && half[2] == ' ' && half[4] == ' ';
    if (!form || letter_starts_at(text, outward->end + size)) continue;
    const std::array<char, 2> letters = {half[3], half[5]};
    if (ends_postcode(std::string_view(letters.data(), 2), 2, true)) return outward->end + size;
  }
  return std::nullopt;
}

// "postcode ends 7QQ": the last half alone.
std::optional<std::size_t> end_of_last_half(std::string_view text, std::size_t begin) {
  constexpr std::size_t words_back = 6;
  if (begin + 3 > text.size() || letter_starts_at(text, begin + 3)) return std::nullopt;
  const std::string_view inward = text.substr(begin, 3);
  if (!ends_postcode(inward.substr(1), 2, true) || is_ordinal(inward)) return std::nullopt;
  const std::vector<std::string> before = words_before(text, begin, words_back);
  const auto has = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(before.begin(), before.end(),
                       [&](const std::string& word) { return one_of(words, word); });
  };
  const bool told =
      has({"ends", "ending", "end", "last", "finishes"}) && has({"postcode", "postcodes", "code"});
  return told ? std::optional(begin + 3) : std::nullopt;
}

// "charlie alpha three three, eight november delta"
std::optional<std::size_t> end_of_spoken(std::string_view text, std::size_t begin) {
  constexpr std::size_t characters_min = 5;
  constexpr std::size_t characters_max = 7;
  const Spoken spoken = read_spoken(text, begin);
  for (std::size_t size = std::min(characters_max, spoken.characters.size()); size >= characters_min;
       --size) {
    if (end_of_postcode(std::string_view(spoken.characters).substr(0, size), 0) == size) {
      return spoken.ends[size - 1];
    }
  }
  return std::nullopt;
}

// "he's 81, he has": the end of a short form is no area.
bool ends_short_form(std::string_view text, std::size_t at) {
  return at > 1 && text[at - 1] == '\'' && letter_ends_at(text, at - 1);
}

// Nearly all words end here: an area has one or two letters and a figure behind, or is said.
bool may_begin_postcode(std::string_view text, const std::vector<Word>& words, std::size_t at) {
  const Word& word = words[at];
  if (word.marks.has(Mark::said)) return true;
  const std::size_t size = word.folded.size();
  if (word.shape == Shape::number) {  // "7QQ"
    return size == 1 && at + 1 < words.size() && words[at + 1].before == Gap::glued &&
           words[at + 1].folded.size() == 2;
  }
  if (size == 3) return is_postcode_slip(text[word.span.end - 1]) && is_ascii_upper(text[word.span.end - 2]);
  if (size > 2 || at + 1 == words.size()) return false;
  const Word& next = words[at + 1];
  // "C A 1 1", or a figure right behind, or behind a space, or one that is said.
  const bool spelled =
      (size == 1 && !letter_starts_at(text, next.span.begin + 1)) || next.marks.has(Mark::said);
  return next.span.begin <= word.span.end + 1 && (spelled || next.shape == Shape::number);
}

}  // namespace

Spans find_postcodes(const Reading& reading) {
  const std::string_view text = reading.text();
  const auto find_at = [&](std::size_t at) -> std::optional<Span> {
    if (letter_ends_at(text, at) || ends_short_form(text, at)) return std::nullopt;
    if (is_digit(text[at])) {
      const std::optional<std::size_t> half = end_of_last_half(text, at);
      return half ? std::optional(Span{at, *half}) : std::nullopt;
    }
    if (!is_ascii_letter(text[at]) || !may_begin_code(text, at, letters_later)) return std::nullopt;
    std::optional<std::size_t> end = end_of_postcode(text, at);
    if (!end) end = end_of_spelled_half(text, at);
    if (!end) end = end_of_half(text, at);
    if (!end) end = end_of_split(text, at);
    if (!end) end = end_of_spelled(text, at);
    if (!end) end = end_of_spoken(text, at);
    if (!end) end = end_of_said(text, at);
    return end ? std::optional(Span{at, *end}) : std::nullopt;
  };
  const auto may_begin = [&](std::size_t at) { return may_begin_postcode(text, reading.words(), at); };
  return find_at_code_words(reading, may_begin, find_at);
}

}  // namespace postbox::redact
