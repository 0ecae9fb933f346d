#include "redact/email.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "redact/letters.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t local_bytes_max = 64;    // RFC 5321, 4.5.3.1.1
constexpr std::size_t domain_bytes_max = 128;  // longer ones are not typed by hand

constexpr std::array<std::string_view, 26> endings = {
    "com", "org", "net", "uk",    "co",  "gov", "nhs",  "ac", "sch", "info", "me", "ie", "eu",
    "pl",  "ro",  "edu", "email", "biz", "io",  "live", "de", "fr",  "es",   "it", "ua", "in"};
constexpr std::array<std::string_view, 16> providers = {
    "gmail", "googlemail", "hotmail",    "outlook",  "yahoo", "ymail",       "icloud", "btinternet",
    "aol",   "live",       "protonmail", "talktalk", "sky",   "virginmedia", "msn",    "mail"};

template <std::size_t Count>
bool one_of(const std::array<std::string_view, Count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_label_char(char c) { return is_ascii_letter(c) || is_digit(c) || c == '-'; }
bool is_local_sign(char c) { return std::string_view("-._%+'&=/!#$*~").find(c) != std::string_view::npos; }

// A marker at `at`: the sign itself, or a word in brackets or between spaces. `end` is after it.
struct Marker {
  std::size_t begin;
  std::size_t end;
  bool plain;  // a bare word between spaces
};

bool word_at(std::string_view text, std::size_t at, std::string_view word) {
  if (at + word.size() > text.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (ascii_lower(text[at + i]) != word[i]) return false;
  }
  return !letter_ends_at(text, at) && !letter_starts_at(text, at + word.size());
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  for (int step = 0; step < 2; ++step) at += space_at(text, at);
  return at;
}

std::size_t skip_blanks_back(std::string_view text, std::size_t at) {
  for (int step = 0; step < 2 && at > 0 && is_ascii_space(text[at - 1]); ++step) --at;
  return at;
}

// The sign, its name in brackets or quotation marks, or its bare name, at or after white space at `at`.
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

struct Domain {
  std::size_t end = 0;
  bool spelled = false;  // a "dot" in words
  std::string first;     // labels, folded
  std::string last;
  std::size_t labels = 0;
};

std::string label_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < local_bytes_max && is_label_char(text[end])) ++end;
  while (end > at && text[end - 1] == '-') --end;
  return std::string(text.substr(at, end - at));
}

// A dot between two labels: written with blanks around it or spelled it counts only before a known ending,
// or a full stop would join two sentences.
bool dot_counts(std::string_view text, std::size_t at, const Marker& dot, const std::string& label) {
  if (label.empty()) return false;
  const bool tight = dot.end == at + 1;
  return tight || one_of(endings, fold(label)) || (dot.end > at && text[at] != '.' && !dot.plain) ||
         (dot.plain && one_of(providers, fold(label)));
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
        !dot && at < ahead.size() && ahead[at] == ',' && one_of(endings, fold(label_at(ahead, at + 1)));
    if (comma) dot = Marker{at, at + 1, false};
    if (!dot) break;
    label = label_at(ahead, dot->end);
    if (!dot_counts(ahead, at, *dot, label)) break;
    domain.spelled = domain.spelled || (!comma && ahead[skip_blanks(ahead, at)] != '.');
    at = dot->end + label.size();
  }
  return domain;
}

std::size_t local_begin(std::string_view text, std::size_t end, std::size_t least) {
  std::size_t begin = end;
  std::size_t first_letter = end;
  while (begin > least && end - begin < local_bytes_max) {
    if (letter_ends_at(text, begin)) {
      do {
        --begin;
      } while (begin > least && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U);
      first_letter = begin;
    } else if (is_local_sign(text[begin - 1])) {
      --begin;
    } else {
      break;
    }
  }
  return first_letter;
}

// The length of "dot", "dash" or "underscore" that ends at `end`; 0 where none does.
std::size_t joiner_before(std::string_view text, std::size_t end, std::size_t least) {
  for (const std::string_view word : {"dot", "dash", "hyphen", "underscore"}) {
    if (end >= least + word.size() + 1 && word_at(text, end - word.size(), word)) return word.size();
  }
  return 0;
}

// "jamie dot carter at": takes in the words that a spelled dot joins to the left.
std::size_t with_spelled_dots(std::string_view text, std::size_t begin, std::size_t least) {
  constexpr int parts_max = 4;
  for (int step = 0; step < parts_max; ++step) {
    std::size_t joiner_end = skip_blanks_back(text, begin);
    if (joiner_end > least && (text[joiner_end - 1] == ')' || text[joiner_end - 1] == ']')) --joiner_end;
    const std::size_t size = joiner_before(text, joiner_end, least);
    if (size == 0) return begin;
    std::size_t joiner = joiner_end - size;
    if (joiner > least && (text[joiner - 1] == '(' || text[joiner - 1] == '[')) --joiner;
    const std::size_t end = skip_blanks_back(text, joiner);
    const std::size_t further = local_begin(text, end, least);
    if (further == end) return begin;
    begin = further;
  }
  return begin;
}

// "jamie at example.org" is an address, "look at example.org" is advice.
bool is_said_of_a_site(std::string_view local, const Lexicon& lexicon) {
  const Marks marks = lexicon.marks_of(fold(local));
  return marks.has(Mark::everyday) || marks.has(Mark::dictionary);
}

bool domain_counts(const Domain& domain, const Marker& at, std::string_view local, const Lexicon& lexicon) {
  if (domain.labels == 0) return false;
  if (!at.plain) return domain.labels > 1 || one_of(providers, domain.first);
  if (domain.labels == 1) return false;
  if (one_of(providers, domain.first)) return true;
  return one_of(endings, domain.last) && (domain.spelled || !is_said_of_a_site(local, lexicon));
}

// "tiktok @some.one" is a handle; "jamie @ example.org" and "jamie @gmail.com" are addresses.
bool is_handle(std::string_view text, std::size_t sign, const Marker& at, const Domain& domain) {
  const bool blank_before = sign > 0 && is_ascii_space(text[sign - 1]);
  if (text[sign] != '@' || !blank_before || at.end != sign + 1) return false;
  return domain.labels < 2 ||
         !(one_of(providers, domain.first) || domain.last == "com" || domain.last == "uk");
}

std::optional<Span> address_around(std::string_view text, std::size_t position, std::size_t least,
                                   const Lexicon& lexicon) {
  const std::optional<Marker> at = marker_at(text, position, '@', "at");
  if (!at) return std::nullopt;
  const Domain domain = read_domain(text, at->end);
  const std::size_t end = skip_blanks_back(text, position);
  std::size_t begin = local_begin(text, end, least);
  if (begin == end || is_handle(text, position, *at, domain)) return std::nullopt;
  begin = with_spelled_dots(text, begin, least);
  if (!domain_counts(domain, *at, text.substr(begin, end - begin), lexicon)) return std::nullopt;
  return Span{begin, domain.end};
}

}  // namespace

Spans find_emails(std::string_view text, const Lexicon& lexicon) {
  Spans found;
  std::size_t least = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool letter = is_ascii_letter(c);
    const bool may_start = letter ? ((c == 'a' || c == 'A') && word_at(text, at, "at"))
                                  : std::string_view("@([{<\"*").find(c) != std::string_view::npos;
    if (!may_start) continue;
    const std::optional<Span> span = address_around(text, at, least, lexicon);
    if (!span) continue;
    found.push_back(*span);
    least = span->end;
    at = span->end - 1;
  }
  return found;
}

}  // namespace postbox::redact
