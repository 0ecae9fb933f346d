#include "redact/postcode.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "redact/letters.hpp"
#include "redact/mask.hpp"
#include "redact/one_of.hpp"
#include "redact/places.hpp"
#include "redact/postcode_letters.hpp"
#include "redact/reading.hpp"
#include "redact/spoken.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

// O and I typed for 0 and 1 in capitals.
bool is_slip(char c) { return c == 'O' || c == 'I'; }

// How many letters of an area start at `begin`: all up to the first figure or slip for one.
std::size_t area_letters(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at < text.size() && is_ascii_letter(text[at]) && at - begin < 3) ++at;
  const bool slip = at - begin == 3 && is_slip(text[at - 1]) && is_ascii_upper(text[begin]) &&
                    at < text.size() && (is_digit(text[at]) || text[at] == ' ');
  return at - begin - (slip ? 1 : 0);
}

struct Outward {
  std::size_t end;
  bool lower;             // typed in small letters
  std::size_t area_size;  // in letters
};

// The first half that starts at `begin`: an area, a digit, and perhaps one more digit or letter.
std::optional<Outward> outward_at(std::string_view text, std::size_t begin, bool long_form) {
  std::size_t at = begin + area_letters(text, begin);
  if (at >= text.size() || !(is_digit(text[at]) || is_slip(text[at])) ||
      !is_postcode_area(text.substr(begin, at - begin))) {
    return std::nullopt;
  }
  const std::size_t area_size = at - begin;
  ++at;
  if (long_form) {
    if (at >= text.size() || !(is_digit(text[at]) || is_ascii_letter(text[at]))) return std::nullopt;
    ++at;
  }
  return Outward{at, !is_ascii_upper(text[begin]), area_size};
}

std::size_t skip_gap(std::string_view text, std::size_t at) {
  for (int step = 0; step < 3; ++step) {
    if (const std::size_t space = space_at(text, at)) {
      at += space;
    } else if (at < text.size() && (text[at] == '-' || text[at] == '.')) {
      ++at;
    }
  }
  return at;
}

// "LA14 OUR", "CA7 ITS": words in a shouted text and no slips.
bool is_word_of_three(std::string_view word) {
  constexpr std::array<std::string_view, 14> words = {"OUR", "OLD", "ONE", "OFF", "OUT", "OWN", "ODD",
                                                      "ITS", "ILL", "ICT", "ITV", "IEP", "ICE", "INN"};
  return one_of(words, word);
}

// "1st", "2nd", "3rd", "4th" in small letters are ordinals: "in e1 1st".
bool is_ordinal(std::string_view inward) {
  const std::string_view letters = inward.substr(1);
  return letters == "st" || letters == "nd" || letters == "rd" || letters == "th";
}

std::optional<std::size_t> inward_end(std::string_view text, const Outward& outward) {
  const std::size_t at = skip_gap(text, outward.end);
  if (at + 3 > text.size()) return std::nullopt;
  const std::string_view inward = text.substr(at, 3);
  const bool slip = is_slip(inward[0]) && !outward.lower && !is_word_of_three(inward);  // LA22 OAB
  if (!is_digit(inward[0]) && !slip) return std::nullopt;
  if (!ends_postcode(inward.substr(1), outward.area_size, at == outward.end)) return std::nullopt;
  if (letter_starts_at(text, at + 3)) return std::nullopt;
  if (at > outward.end && is_ordinal(inward)) return std::nullopt;
  return at + 3;
}

// "LA6 9 ZZ": the last half apart as well, in capitals.
std::optional<std::size_t> split_inward_end(std::string_view text, const Outward& outward) {
  const std::size_t at = skip_gap(text, outward.end);
  if (at == outward.end || at + 4 > text.size() || !is_digit(text[at]) || text[at + 1] != ' ') {
    return std::nullopt;
  }
  const bool letters = is_ascii_upper(text[at + 2]) && is_ascii_upper(text[at + 3]);
  return letters && !outward.lower && !letter_starts_at(text, at + 4) ? std::optional(at + 4) : std::nullopt;
}

std::optional<std::size_t> end_of_postcode(std::string_view text, std::size_t begin) {
  for (const bool long_form : {true, false}) {
    const std::optional<Outward> outward = outward_at(text, begin, long_form);
    if (!outward) continue;
    if (const std::optional<std::size_t> end = inward_end(text, *outward)) return end;
    const bool two_letters = begin + 1 < text.size() && is_ascii_letter(text[begin + 1]);
    if (two_letters) {
      if (const std::optional<std::size_t> end = split_inward_end(text, *outward)) return end;
    }
  }
  return std::nullopt;
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
    if (end_of_postcode(joined.substr(0, size), 0) == size) return end_of(size - 1);
  }
  return std::nullopt;
}

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

// "we live in LA11", "the LA11 end": where somebody is, in capitals and with an area of two letters.
bool names_where(std::string_view text, std::size_t begin, const Outward& outward) {
  if (outward.area_size != 2 || outward.lower) return false;
  constexpr std::array<std::string_view, 6> places = {"end",      "area",      "side",
                                                      "postcode", "postcodes", "patch"};
  std::size_t after = outward.end;
  while (after < text.size() && after - outward.end < 10 &&
         (text[after] == ' ' || is_ascii_letter(text[after]))) {
    ++after;
  }
  const Reading next(text.substr(outward.end, after - outward.end));
  if (!next.words().empty() && one_of(places, next.words().front().folded)) return true;
  constexpr std::array<std::string_view, 10> home = {"live",   "lives", "living", "lived", "moved",
                                                     "moving", "based", "home",   "stay",  "we're"};
  const std::vector<std::string> words = words_before(text, begin, 3);
  const bool placed = !words.empty() && (words[0] == "in" || words[0] == "to" || words[0] == "from");
  return placed &&
         std::any_of(words.begin(), words.end(), [&](const std::string& word) { return one_of(home, word); });
}

// "CA 13 0AB": the area apart. In small letters only where a postcode was announced, or "so 1 2nd" would be
// one.
std::optional<std::size_t> end_of_split(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at < text.size() && is_ascii_letter(text[at]) && at - begin < 3) ++at;
  if (at - begin != 2 || at + 5 > text.size() || text[at] != ' ' || !is_digit(text[at + 1])) {
    return std::nullopt;
  }
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

// "CA7 0something": the first figure of the second half, where the rest was not known.
std::size_t with_first_figure(std::string_view text, std::size_t end) {
  if (end + 1 >= text.size() || text[end] != ' ' || !is_digit(text[end + 1])) return end;
  const bool more = end + 2 < text.size() && (is_digit(text[end + 2]) || text[end + 2] == ' ');
  return more ? end : end + 2;
}

std::optional<std::size_t> end_of_half(std::string_view text, std::size_t begin) {
  for (const bool long_form : {true, false}) {
    const std::optional<Outward> outward = outward_at(text, begin, long_form);
    if (!outward || letter_starts_at(text, outward->end)) continue;
    if (follows_address_or_cue(text, begin)) return with_first_figure(text, outward->end);
    if (names_where(text, begin, *outward)) return outward->end;
  }
  return std::nullopt;
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

// Nearly all words end here: an area has one or two letters and a figure behind, or is said.
bool may_begin_postcode(std::string_view text, const std::vector<Word>& words, std::size_t at) {
  const Word& word = words[at];
  if (word.marks.has(Mark::said)) return true;
  const std::size_t size = word.folded.size();
  if (size == 3) return is_slip(text[word.span.end - 1]);
  if (size > 2 || at + 1 == words.size()) return false;
  const Word& next = words[at + 1];
  // "C A 1 1", or a figure right behind, or behind a space.
  const bool spelled = size == 1 && !letter_starts_at(text, next.span.begin + 1);
  return next.span.begin <= word.span.end + 1 && (spelled || next.shape == Shape::number);
}

}  // namespace

Spans find_postcodes(const Reading& reading) {
  const std::string_view text = reading.text();
  const auto find_at = [&](std::size_t at) -> std::optional<Span> {
    if (!is_ascii_letter(text[at]) || letter_ends_at(text, at)) return std::nullopt;
    std::optional<std::size_t> end = end_of_postcode(text, at);
    if (!end) end = end_of_half(text, at);
    if (!end) end = end_of_split(text, at);
    if (!end) end = end_of_spelled(text, at);
    if (!end) end = end_of_spoken(text, at);
    return end ? std::optional(Span{at, *end}) : std::nullopt;
  };
  const auto may_begin = [&](std::size_t at) { return may_begin_postcode(text, reading.words(), at); };
  return find_at_places(reading, {}, may_begin, find_at);
}

}  // namespace postbox::redact
