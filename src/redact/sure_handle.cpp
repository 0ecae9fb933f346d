#include "redact/sure_handle.hpp"

#include <algorithm>
#include <string>

#include "redact/handle_token.hpp"
#include "redact/letters.hpp"
#include "redact/postcode_letters.hpp"
#include "redact/vehicle_words.hpp"

namespace postbox::redact {
namespace {

// "kai#4417", but not "room#1234".
bool is_tagged(std::string_view handle, std::size_t number, const Lexicon& lexicon) {
  constexpr std::size_t letters_min = 3;
  const Marks marks = lexicon.marks_of(fold(handle.substr(0, number)));
  return number >= letters_min && !marks.has_one_of({Mark::everyday, Mark::dictionary, Mark::not_name});
}

// "SEN_team", "year_6"
bool is_of_words(std::string_view handle, const Lexicon& lexicon) {
  for (std::size_t begin = 0; begin < handle.size();) {
    const std::size_t end = std::min(handle.find('_', begin), handle.size());
    const std::string part = fold(handle.substr(begin, end - begin));
    const Marks marks = lexicon.marks_of(part);
    const bool word = part.size() > 1 && marks.has_one_of({Mark::everyday, Mark::dictionary, Mark::not_name,
                                                           Mark::abbreviation});
    const std::string_view figures = std::string_view(part).substr(part.starts_with('v') ? 1 : 0);  // "v3"
    if (!word && !std::all_of(figures.begin(), figures.end(), is_digit)) return false;
    begin = end + 1;
  }
  return true;
}

// "moonbeamer2012": letters that are no word, with two to four figures behind them.
bool is_unlisted_with_figures(std::string_view handle, const Lexicon& lexicon) {
  constexpr std::size_t letters_min = 6;
  constexpr std::size_t figures_min = 2;
  constexpr std::size_t figures_max = 4;
  const std::size_t letters = end_of_letters(handle, 0);
  const std::string_view figures = handle.substr(letters);
  return letters >= letters_min && figures.size() >= figures_min && figures.size() <= figures_max &&
         std::all_of(figures.begin(), figures.end(), is_digit) && has_figures_in_word(handle) &&
         lexicon.marks_of(handle.substr(0, letters)).none_but(Mark::starts_phrase);
}

// "dark_lord_666": two lines and figures that are no year.
bool is_lined_with_figures(std::string_view handle) {
  const std::size_t last = handle.rfind('_');
  if (last == std::string_view::npos || handle.find('_') == last) return false;
  const std::string_view figures = handle.substr(last + 1);
  const bool year = figures.size() == 4 && (figures.starts_with("20") || figures.starts_with("19"));
  return figures.size() > 2 && !year && std::all_of(figures.begin(), figures.end(), is_digit);
}

// "lolliez.draws.stuff": small letters in three parts, of which the first is in no list; words that lack
// their blanks begin with one.
bool is_dotted_unlisted(std::string_view handle, const Lexicon& lexicon) {
  constexpr std::size_t letters_min = 5;
  const auto fits = [](char c) { return c == '.' || (c >= 'a' && c <= 'z'); };
  if (std::count(handle.begin(), handle.end(), '.') != 2 ||
      !std::all_of(handle.begin(), handle.end(), fits)) {
    return false;
  }
  const std::string_view first = handle.substr(0, handle.find('.'));
  const std::string_view last = handle.substr(handle.rfind('.') + 1);
  return first.size() >= letters_min && last.size() > 2 && !is_web_address(handle) && !is_file(handle) &&
         lexicon.marks_of(first).none_but(Mark::starts_phrase);
}

// "someone.bsky.social": no other site is called so.
bool is_on_bluesky(std::string_view handle) { return fold(handle).ends_with(".bsky.social"); }

// "SW-1234-5678-9012": a friend's code on the Switch.
bool is_friend_code(std::string_view handle) {
  constexpr std::string_view form = "SW-9999-9999-9999";
  if (handle.size() != form.size()) return false;
  for (std::size_t at = 0; at < form.size(); ++at) {
    if (form[at] == '9' ? !is_digit(handle[at]) : ascii_upper(handle[at]) != form[at]) return false;
  }
  return true;
}

}  // namespace

bool is_lined(std::string_view handle) {
  constexpr std::size_t size_min = 5;
  const std::size_t line = handle.find('_');
  return line != std::string_view::npos && line > 0 && handle.size() >= size_min && !is_file(handle);
}

bool is_joined_with_figures(std::string_view handle, const Lexicon& lexicon) {
  constexpr std::size_t letters_min = 2;
  constexpr std::size_t figures_max = 4;
  const std::size_t joiner = handle.find_first_of("._");
  if (joiner == std::string_view::npos || joiner < letters_min || end_of_letters(handle, 0) != joiner) {
    return false;
  }
  const std::string_view last = handle.substr(handle.find_last_of("._") + 1);
  const std::size_t letters = end_of_letters(last, 0);
  const std::string_view figures = last.substr(letters);
  if (letters < letters_min || figures.empty() || figures.size() > figures_max) return false;
  if (!std::all_of(figures.begin(), figures.end(), is_digit)) return false;
  // "went home.Covid19": a blank is missing
  const bool sentence = is_ascii_upper(last[0]) && !is_ascii_upper(handle[joiner - 1]);
  const std::string word = fold(last.substr(0, letters));
  return !sentence && !is_web_address(handle) && !is_file(handle) && !is_postcode_area(word) &&
         !is_plate_like_unit(word) && !lexicon.has(word, Mark::everyday);
}

bool is_dotted_name(std::string_view handle, const Lexicon& lexicon) {
  constexpr std::size_t letters_min = 5;
  const std::size_t dot = handle.find('.');
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || c == '.'; };
  if (dot == std::string_view::npos || dot < letters_min || dot + 1 == handle.size()) return false;
  if (!std::all_of(handle.begin(), handle.end(), fits) || is_web_address(handle) || is_file(handle)) {
    return false;
  }
  const std::string_view last = handle.substr(dot + 1);
  if (last.find('.') != std::string_view::npos) return false;
  const bool word =
      lexicon.marks_of(handle.substr(0, dot)).has_one_of({Mark::dictionary, Mark::everyday, Mark::not_name});
  return !word && !lexicon.has(last, Mark::everyday);
}

bool is_sure_handle(std::string_view handle, const Lexicon& lexicon) {
  const std::size_t number = handle.find('#');
  if (number != std::string_view::npos) return is_tagged(handle, number, lexicon);
  if (is_on_bluesky(handle) || is_friend_code(handle)) return true;
  if (is_dotted_unlisted(handle, lexicon)) return true;
  if (is_framed(handle) || is_unlisted_with_figures(handle, lexicon)) return true;
  return is_lined(handle) && (is_lined_with_figures(handle) || !is_of_words(handle, lexicon));
}

}  // namespace postbox::redact
