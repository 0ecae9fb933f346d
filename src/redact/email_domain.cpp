#include "redact/email_domain.hpp"

#include <algorithm>
#include <array>

#include "redact/letters.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t label_bytes_max = 64;
constexpr std::size_t domain_bytes_max = 128;  // longer ones are not typed by hand

constexpr WordList endings = {"com", "org", "net", "uk", "co",    "gov",  "nhs",     "ac",   "sch", "info",
                              "me",  "ie",  "eu",  "pl", "ro",    "edu",  "email",   "biz",  "io",  "live",
                              "de",  "fr",  "es",  "it", "ua",    "in",   "example", "test", "hu",  "bg",
                              "lt",  "lv",  "pt",  "nl", "wales", "scot", "cymru",   "us"};
constexpr WordList providers = {"gmail",  "googlemail",  "hotmail", "outlook", "yahoo",      "ymail",
                                "icloud", "btinternet",  "aol",     "live",    "protonmail", "talktalk",
                                "sky",    "virginmedia", "msn",     "mail"};

// "It's Alfie at home. It's ...": endings that begin a sentence as often.
constexpr WordList words_too = {"it", "me", "in", "us", "live", "info", "es", "de", "email", "wales", "scot"};

bool is_label_char(char c) { return is_ascii_letter(c) || is_digit(c) || c == '-'; }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  for (int step = 0; step < 2; ++step) at += space_at(text, at);
  return at;
}

// The end of " com" or " co uk" where a blank was typed for the dot; `at` for none.
std::size_t after_blank_ending(std::string_view text, std::size_t at) {
  for (const std::string_view ending : {" com", " co uk", " co.uk", " net", " org"}) {
    const bool same = text.size() >= at + ending.size() &&
                      std::equal(ending.begin(), ending.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                                 [](char listed, char typed) { return listed == ascii_lower(typed); });
    if (same && !letter_starts_at(text, at + ending.size())) return at + ending.size();
  }
  return at;
}

std::string label_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < label_bytes_max && is_label_char(text[end])) ++end;
  while (end > at && text[end - 1] == '-') --end;
  return std::string(text.substr(at, end - at));
}

// A dot between two labels: written with blanks around it or spelled it counts only before a known ending,
// or a full stop would join two sentences.
bool dot_counts(std::string_view text, std::size_t at, const Marker& dot, const std::string& label) {
  if (label.empty()) return false;
  const bool tight = dot.end == at + 1;
  if (!tight && text[at] == '.' && words_too.has(fold(label))) return false;
  return tight || endings.has(fold(label)) || (dot.end > at && text[at] != '.' && !dot.plain) ||
         (dot.plain && providers.has(fold(label)));
}

}  // namespace

bool word_at(std::string_view text, std::size_t at, std::string_view word) {
  if (at + word.size() > text.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (ascii_lower(text[at + i]) != word[i]) return false;
  }
  return !letter_ends_at(text, at) && !letter_starts_at(text, at + word.size());
}

std::size_t skip_blanks_back(std::string_view text, std::size_t at) {
  for (int step = 0; step < 2 && at > 0 && is_ascii_space(text[at - 1]); ++step) --at;
  return at;
}

std::optional<Marker> marker_at(std::string_view text, std::size_t at, char sign, std::string_view name) {
  std::size_t here = skip_blanks(text, at);
  if (here >= text.size()) return std::nullopt;
  if (text[here] == sign) return Marker{at, skip_blanks(text, here + 1), false};
  const char open = text[here];
  const bool bracket = open == '(' || open == '[' || open == '{' || open == '<' || open == '"' || open == '*';
  if (bracket) here = skip_blanks(text, here + 1);
  const bool signed_bracket = bracket && here < text.size() && text[here] == sign;
  const bool short_name = bracket && sign == '@' && word_at(text, here, "a");  // "jamie(a)example.org"
  if (!signed_bracket && !short_name && !word_at(text, here, name)) return std::nullopt;
  here += signed_bracket || short_name ? 1 : name.size();
  const std::size_t sign_word = skip_blanks(text, here);
  if (!bracket && sign == '@' && word_at(text, sign_word, "sign")) here = sign_word + 4;
  if (bracket) {
    here = skip_blanks(text, here);
    if (here >= text.size() || std::string_view(")]}>\"*").find(text[here]) == std::string_view::npos) {
      return std::nullopt;
    }
    ++here;
  }
  return Marker{at, skip_blanks(text, here), !bracket};
}

Domain read_domain(std::string_view text, std::size_t begin) {
  const std::string_view ahead = text.substr(0, std::min(text.size(), begin + domain_bytes_max));
  Domain domain;
  std::string label = label_at(ahead, begin);
  std::size_t at = begin + label.size();
  while (!label.empty()) {
    if (domain.labels++ == 0) domain.first = fold(label);
    domain.last = fold(label);
    domain.end = at;
    std::optional<Marker> dot = marker_at(ahead, at, '.', "dot");
    // A comma for the dot, where the ending leaves no doubt: "jamie@example,com".
    const bool comma =
        !dot && at < ahead.size() && ahead[at] == ',' && endings.has(fold(label_at(ahead, at + 1)));
    if (comma) dot = Marker{at, at + 1, false};
    if (!dot) break;
    label = label_at(ahead, dot->end);
    if (!dot_counts(ahead, at, *dot, label)) break;
    domain.spelled = domain.spelled || (!comma && ahead[skip_blanks(ahead, at)] != '.');
    at = dot->end + label.size();
  }
  if (domain.labels == 1 && providers.has(domain.first)) {
    domain.end = after_blank_ending(ahead, domain.end);
  }
  return domain;
}

bool Domain::has_letters() const {
  return std::any_of(last.begin(), last.end(), [](char c) { return !is_ascii(c) || is_ascii_letter(c); });
}

bool Domain::has_known_ending() const { return endings.has(last); }

bool Domain::is_of_provider() const { return providers.has(first); }

}  // namespace postbox::redact
