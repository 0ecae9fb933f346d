#include "redact/ni_number.hpp"

#include <algorithm>
#include <optional>

#include "redact/letters.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

// Between two characters of a number: up to two of spaces, dots, hyphens, slashes.
std::size_t skip_separators(std::string_view text, std::size_t at) {
  for (int step = 0; step < 2; ++step) {
    const std::size_t space = space_at(text, at);
    if (space != 0) {
      at += space;
    } else if (at < text.size() && (text[at] == '.' || text[at] == '-' || text[at] == '/')) {
      ++at;
    }
  }
  return at;
}

bool follows_insurance(std::string_view text, std::size_t begin) {
  const std::vector<std::string> before = words_before(text, begin, 5);
  const auto has = [&](std::string_view word) {
    return std::find(before.begin(), before.end(), word) != before.end();
  };
  return has("ni") || has("nino") || has("insurance") || (has("n") && has("i"));
}

// The end of a number that starts at `begin`, or nothing.
std::optional<std::size_t> end_of_number(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  for (int letter = 0; letter < 2; ++letter) {
    if (letter > 0) at = skip_separators(text, at);
    if (at >= text.size() || !is_ascii_letter(text[at])) return std::nullopt;
    ++at;
  }
  std::size_t end = at;
  for (int digit = 0; digit < 6; ++digit) {
    at = skip_separators(text, end);
    if (at >= text.size() || !is_digit(text[at])) return std::nullopt;
    end = at + 1;
  }
  if (end < text.size() && is_digit(text[end])) return std::nullopt;
  at = skip_separators(text, end);
  const char suffix = at < text.size() ? ascii_upper(text[at]) : '\0';
  if (suffix >= 'A' && suffix <= 'D' && !letter_starts_at(text, at + 1)) return at + 1;
  if (letter_starts_at(text, end) || !follows_insurance(text, begin)) return std::nullopt;
  return end;
}

}  // namespace

Spans find_ni_numbers(std::string_view text) {
  Spans found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_ascii_letter(text[at]) || letter_ends_at(text, at)) continue;
    if (const std::optional<std::size_t> end = end_of_number(text, at)) {
      found.push_back({at, *end});
      at = *end - 1;
    }
  }
  return found;
}

}  // namespace postbox::redact
