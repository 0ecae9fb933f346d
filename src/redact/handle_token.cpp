#include "redact/handle_token.hpp"

#include <algorithm>
#include <string>

#include "redact/letters.hpp"
#include "redact/one_of.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t handle_bytes_max = 64;

}  // namespace

std::size_t end_of_handle(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && end - begin < handle_bytes_max && is_handle_char(text[end])) ++end;
  while (end > begin && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  // "kai#4417"
  std::size_t number = end < text.size() && text[end] == '#' && end > begin ? end + 1 : end;
  while (number > end && number < text.size() && number - end < 6 && is_digit(text[number])) ++number;
  if (number > end + 4) return number;
  // "kai#EUW": where somebody plays
  constexpr std::size_t region_min = 2;
  constexpr std::size_t region_max = 5;
  std::size_t region = end < text.size() && text[end] == '#' && end > begin ? end + 1 : end;
  const std::size_t first = region;
  while (region < text.size() && region - first <= region_max && is_ascii_upper(text[region])) ++region;
  const bool whole = region >= first + region_min && region <= first + region_max &&
                     (region == text.size() || !is_handle_char(text[region]));
  return whole ? region : end;
}

bool looks_made_up(std::string_view handle) {
  const bool sign = handle.find_first_of("_0123456789#") != std::string_view::npos;
  for (std::size_t at = 1; at < handle.size(); ++at) {
    if (is_ascii_upper(handle[at]) && !is_ascii_upper(handle[at - 1]) && is_ascii_letter(handle[at - 1])) {
      return true;
    }
  }
  const std::size_t dot = handle.find('.');
  return sign || (dot != std::string_view::npos && dot > 0);
}

bool is_camel(std::string_view handle) {
  constexpr std::size_t letters_min = 8;
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool plain = std::all_of(handle.begin(), handle.end(), is_ascii_letter_or_digit);
  if (!plain || handle.size() < letters_min || !is_ascii_upper(handle[0]) || !small(handle[1])) return false;
  if (handle.starts_with("Non") || handle.starts_with("Pre")) return false;  // "NonVerbal"
  return std::adjacent_find(handle.begin(), handle.end(), [&](char left, char right) {
           return small(left) && is_ascii_upper(right);
         }) != handle.end();
}

bool has_figures_in_word(std::string_view handle) {
  constexpr std::size_t letters_min = 5;
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto letters = static_cast<std::size_t>(std::count_if(handle.begin(), handle.end(), small));
  const bool nothing_else =
      std::all_of(handle.begin(), handle.end(), [&](char c) { return small(c) || is_digit(c); });
  return nothing_else && letters >= letters_min && letters < handle.size() && small(handle.front());
}

bool is_framed(std::string_view handle) {
  constexpr std::size_t letters_min = 7;
  const std::string folded = fold(handle);
  return folded.size() >= letters_min && folded.starts_with("xx") && folded.ends_with("xx") &&
         folded.find_first_not_of('x') != std::string::npos;
}

bool has_letter(std::string_view handle) {
  return std::any_of(handle.begin(), handle.end(), is_ascii_letter);
}

bool is_web_address(std::string_view handle) {
  const std::string folded = fold(handle);
  const std::string_view address = folded;
  return address.starts_with("www.") || ends_with_one_of({".com", ".uk", ".org", ".net", ".info"}, address);
}

bool is_file(std::string_view handle) {
  return ends_with_one_of(
      {".pdf", ".doc", ".docx", ".jpg", ".jpeg", ".png", ".xls", ".xlsx", ".txt", ".html"}, fold(handle));
}

}  // namespace postbox::redact
