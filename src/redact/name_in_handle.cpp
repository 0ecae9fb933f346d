#include "redact/name_in_handle.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "redact/handle_token.hpp"
#include "redact/letters.hpp"
#include "redact/one_of.hpp"

namespace postbox::redact {
namespace {

// Letters or figures alone, up to a dot, a line or a capital inside.
struct Part {
  std::string_view typed;
  Marks marks;
  bool glued = false;  // to the part before
};

bool starts_part(std::string_view handle, std::size_t at) {
  const char last = handle[at - 1];
  const char c = handle[at];
  const bool capital = is_ascii_upper(c) && is_ascii_letter(last) && !is_ascii_upper(last);
  return is_digit(c) != is_digit(last) || capital;
}

std::vector<Part> parts_of(std::string_view handle, const Lexicon& lexicon) {
  std::vector<Part> parts;
  std::size_t begin = 0;
  for (std::size_t at = 1; at <= handle.size(); ++at) {
    const bool sign = at < handle.size() && !is_ascii_letter_or_digit(handle[at]);
    if (at < handle.size() && !sign && !starts_part(handle, at)) continue;
    const std::string_view typed = handle.substr(begin, at - begin);
    const bool glued = begin > 0 && is_ascii_letter_or_digit(handle[begin - 1]);
    if (!typed.empty()) parts.push_back({typed, lexicon.marks_of(fold(typed)), glued});
    begin = sign ? at + 1 : at;
    if (sign) ++at;
  }
  return parts;
}

bool is_figures(const Part& part) { return is_digit(part.typed.front()); }

bool is_name(const Part& part) {
  constexpr std::size_t letters_min = 3;
  return part.typed.size() >= letters_min && part.marks.has_one_of({Mark::given, Mark::capitalised});
}

bool is_on_the_web(const std::vector<Part>& parts) {
  return one_of({"com", "uk", "org", "net", "gov", "co", "www", "tv", "me", "info", "eu"},
                fold(parts.back().typed)) ||
         fold(parts.front().typed) == "www";
}

bool is_plain_token(std::string_view handle) {
  const bool signs = std::all_of(handle.begin(), handle.end(),
                                 [](char c) { return is_ascii_letter_or_digit(c) || c == '.'; });
  return signs && is_ascii_letter_or_digit(handle.front()) && is_ascii_letter_or_digit(handle.back()) &&
         handle.find("..") == std::string_view::npos && !is_file(handle);
}

// "KaiAge12", "KaiY7"
bool numbers_something(const Part& part) {
  return one_of({"age", "aged", "y", "yr", "year", "room", "class"}, fold(part.typed));
}

// "kai.ace.14": two dots, and a part that is no word.
bool is_dotted(const std::vector<Part>& parts, std::ptrdiff_t dots) {
  if (dots < 2) return false;
  return std::any_of(parts.begin(), parts.end(), [](const Part& part) {
    return is_figures(part) || part.marks.none_but(Mark::starts_phrase);
  });
}

// "kai.w22": the name first, and figures glued to letters last.
bool has_figures_last(const std::vector<Part>& parts) {
  return is_name(parts.front()) && parts.size() > 2 && is_figures(parts.back()) && parts.back().glued &&
         !numbers_something(parts[parts.size() - 2]);
}

// "CoolDadKai2009": capitals inside, with two figures last; one more where the name stands alone.
bool is_humped(const std::vector<Part>& parts) {
  constexpr std::size_t parts_min = 3;
  if (parts.size() < 2 || !is_figures(parts.back()) || is_figures(parts.front())) return false;
  if (numbers_something(parts[parts.size() - 2])) return false;
  return parts.back().typed.size() >= (parts.size() < parts_min ? 3U : 2U);
}

}  // namespace

bool is_handle_around_name(std::string_view handle, const Lexicon& lexicon) {
  if (handle.empty() || !is_plain_token(handle)) return false;
  const std::vector<Part> parts = parts_of(handle, lexicon);
  if (std::none_of(parts.begin(), parts.end(), is_name) || is_on_the_web(parts)) return false;
  const std::ptrdiff_t dots = std::count(handle.begin(), handle.end(), '.');
  if (dots == 0) return is_humped(parts);
  return is_dotted(parts, dots) || (dots == 1 && has_figures_last(parts));
}

bool may_be_name_and_word(std::string_view handle, const Lexicon& lexicon) {
  constexpr std::size_t letters_min = 2;
  if (handle.empty() || !is_plain_token(handle)) return false;
  const std::vector<Part> parts = parts_of(handle, lexicon);
  if (parts.size() != 2 || parts[1].glued || is_on_the_web(parts)) return false;
  const bool words = std::none_of(parts.begin(), parts.end(), [](const Part& part) {
    return is_figures(part) || is_ascii_upper(part.typed.front()) || part.typed.size() < letters_min ||
           part.marks.has(Mark::everyday);
  });
  return words && (is_name(parts[0]) || is_name(parts[1]));
}

}  // namespace postbox::redact
