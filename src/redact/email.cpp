#include "redact/email.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "redact/email_domain.hpp"
#include "redact/handle_words.hpp"
#include "redact/letters.hpp"
#include "redact/places.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t local_bytes_max = 64;  // RFC 5321, 4.5.3.1.1
constexpr AsciiSet local_signs("-._%+'&=/!#$*~");

std::size_t local_begin(std::string_view text, std::size_t end, std::size_t least) {
  std::size_t begin = end;
  std::size_t first_letter = end;
  while (begin > least && end - begin < local_bytes_max) {
    if (letter_ends_at(text, begin)) {
      do {
        --begin;
      } while (begin > least && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U);
      first_letter = begin;
    } else if (local_signs.has(text[begin - 1])) {
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

// "r underscore kai 22 at": the word before the figures, where a joiner stands before it.
std::size_t with_word_before_figures(std::string_view text, std::size_t begin, std::size_t end,
                                     std::size_t least) {
  const std::string_view local = text.substr(begin, end - begin);
  if (begin < least + 2 || text[begin - 1] != ' ' || !std::all_of(local.begin(), local.end(), is_digit)) {
    return begin;
  }
  const std::size_t word = local_begin(text, begin - 1, least);
  return word < begin - 1 && joiner_before(text, skip_blanks_back(text, word), least) > 0 ? word : begin;
}

bool is_name_word(std::string_view word, const Lexicon& lexicon) {
  const Marks marks = lexicon.marks_of(fold(word));
  const bool name = marks.has(Mark::given) || marks.has(Mark::capitalised) || marks.has(Mark::family);
  return name && !marks.has(Mark::everyday);
}

// "deb fearon at gmail dot com": said in two words, both of them names.
std::size_t with_given_name(std::string_view text, std::size_t begin, std::size_t end, std::size_t least,
                            const Lexicon& lexicon) {
  if (begin < least + 2 || text[begin - 1] != ' ' || !is_ascii_letter(text[begin - 2])) return begin;
  if (!is_name_word(text.substr(begin, end - begin), lexicon)) return begin;
  std::size_t first = begin - 1;
  while (first > least && is_ascii_letter(text[first - 1])) --first;
  return is_name_word(text.substr(first, begin - 1 - first), lexicon) ? first : begin;
}

// "jamie at example.org" is an address, "look at example.org" is advice.
bool is_said_of_a_site(std::string_view local, const Lexicon& lexicon) {
  const Marks marks = lexicon.marks_of(fold(local));
  return marks.has(Mark::everyday) || marks.has(Mark::dictionary);
}

// One past the longest word of an office that begins at `at`; `at` for none.
std::size_t end_of_office_word(std::string_view local, std::size_t at) {
  static constexpr std::array<std::string_view, 35> words = {
      "send",       "sen",          "reviews",      "review",    "adult",     "adults",     "children",
      "duty",       "team",         "office",       "admin",     "enquiries", "transport",  "ehcp",
      "ehc",        "plans",        "social",       "care",      "services",  "complaints", "feedback",
      "referrals",  "safeguarding", "support",      "education", "casework",  "panel",      "inclusion",
      "admissions", "bookings",     "appointments", "early",     "local",     "offer",      "breaks"};
  std::size_t end = at;
  for (const std::string_view word : words) {
    if (at + word.size() > end && is_same_word(local.substr(at, word.size()), word)) end = at + word.size();
  }
  return end;
}

// "send.team", "adultcareteam": of the words of an office alone, and so nobody's own.
bool is_of_office(std::string_view local) {
  constexpr int words_min = 2;
  int words = 0;
  for (std::size_t at = 0; at < local.size(); ++words) {
    const std::size_t end = end_of_office_word(local, at);
    if (end == at) return false;
    at = end < local.size() && !is_ascii_letter(local[end]) ? end + 1 : end;
  }
  return words >= words_min;
}

bool is_name(std::string_view part, const Lexicon& lexicon) {
  constexpr std::size_t letters_min = 3;
  return part.size() >= letters_min &&
         lexicon.marks_of(part).has_one_of({Mark::given, Mark::capitalised, Mark::family});
}

// "lund", "lunds", "lundfamily", "kaysmum".
bool is_of_family(std::string_view part, const Lexicon& lexicon) {
  for (const std::string_view behind : {"family", "smum", "mum", "sdad", "home", "house", "s"}) {
    if (part.ends_with(behind) && is_name(part.substr(0, part.size() - behind.size()), lexicon)) return true;
  }
  return is_name(part, lexicon);
}

// "kaylund", "kay-lund", "thelunds", "lund-family": a domain that is called after somebody.
bool is_called_after_somebody(std::string_view label, const Lexicon& lexicon) {
  constexpr std::size_t letters_min = 3;
  if (label.starts_with("the")) label.remove_prefix(3);
  const std::size_t hyphen = label.find('-');
  if (is_of_family(label.substr(0, hyphen), lexicon)) return true;
  for (std::size_t size = letters_min; size + letters_min <= label.size(); ++size) {
    const Marks first = lexicon.marks_of(label.substr(0, size));
    const bool given = first.has_one_of({Mark::given, Mark::capitalised});
    if (given && lexicon.has(label.substr(size), Mark::family)) return true;
  }
  return false;
}

// "info", "customer.services", "sendiass": what many read.
bool is_shared(std::string_view local) {
  static constexpr WordList shared = {"info",
                                      "information",
                                      "office",
                                      "enquiries",
                                      "enquiry",
                                      "inquiries",
                                      "admin",
                                      "contact",
                                      "hello",
                                      "reception",
                                      "contactus",
                                      "contact.us",
                                      "help",
                                      "helpdesk",
                                      "helpline",
                                      "support",
                                      "feedback",
                                      "complaints",
                                      "customer.service",
                                      "customer.services",
                                      "customercare",
                                      "customer.care",
                                      "sendiass",
                                      "customerservices",
                                      "customerservice",
                                      "iass",
                                      "senteam",
                                      "localoffer",
                                      "bookings",
                                      "booking",
                                      "appointments",
                                      "referrals",
                                      "admissions",
                                      "transport",
                                      "duty",
                                      "safeguarding",
                                      "noreply",
                                      "no-reply",
                                      "donotreply",
                                      "donations",
                                      "sales",
                                      "accounts",
                                      "finance",
                                      "payroll",
                                      "hr",
                                      "council",
                                      "library",
                                      "school",
                                      "camhs",
                                      "send",
                                      "inclusion",
                                      "ehcp",
                                      "pals",
                                      "advice",
                                      "newsletter",
                                      "membership",
                                      "press"};
  return shared.has(fold(local));
}

// "kai.l", "kai_99": no word is written so.
bool looks_made_up(std::string_view local) {
  return local.size() > 3 && local.find_first_of("._0123456789") != std::string_view::npos &&
         std::any_of(local.begin(), local.end(), is_ascii_letter);
}

// Nobody's own; "info@kaylund.example" is somebody's, by whom the domain is called after.
bool is_of_many(std::string_view local, const Domain& domain, const Lexicon& lexicon) {
  if (is_of_office(local)) return true;
  return is_shared(local) && !is_called_after_somebody(fold(domain.first), lexicon);
}

bool domain_counts(const Domain& domain, const Marker& at, std::string_view local, const Lexicon& lexicon) {
  if (domain.labels == 0 || !domain.has_letters()) return false;
  const bool provider = domain.is_of_provider();
  // "kai.l@example" without an ending, but not "see us@school".
  if (!at.plain && domain.labels == 1) return provider || (looks_made_up(local) && domain.first.size() > 2);
  if (!at.plain) return true;
  if (domain.labels == 1) return provider && looks_made_up(local);
  if (domain.is_of_provider()) return true;
  return domain.has_known_ending() && (domain.spelled || !is_said_of_a_site(local, lexicon));
}

// "tiktok @some.one" is a handle; "jamie @ example.org" and "jamie @gmail.com" are addresses.
bool is_handle(std::string_view text, std::size_t sign, const Marker& at, const Domain& domain) {
  const bool blank_before = sign > 0 && is_ascii_space(text[sign - 1]);
  if (text[sign] != '@' || !blank_before || at.end != sign + 1) return false;
  return domain.labels < 2 || !(domain.is_of_provider() || domain.last == "com" || domain.last == "uk");
}

std::optional<Span> address_around(std::string_view text, std::size_t position, std::size_t least,
                                   const Lexicon& lexicon) {
  const std::optional<Marker> at = marker_at(text, position, '@', "at");
  if (!at) return std::nullopt;
  const Domain domain = read_domain(text, at->end);
  const std::size_t end = skip_blanks_back(text, position);
  std::size_t begin = local_begin(text, end, least);
  if (end > 0 && text[end - 1] == '/') return std::nullopt;  // "tiktok.com/@kai"
  if (begin == end || is_handle(text, position, *at, domain)) return std::nullopt;
  const bool apart = end < position;  // "Threads @ kai.lund"
  if (apart && is_network(fold(text.substr(begin, end - begin)))) return std::nullopt;
  if (begin > 0 && text[begin - 1] == '@') return std::nullopt;  // "@kai@social.example"
  begin = with_spelled_dots(text, with_word_before_figures(text, begin, end, least), least);
  if (!domain_counts(domain, *at, text.substr(begin, end - begin), lexicon)) return std::nullopt;
  if (!domain.is_of_provider() && is_of_many(text.substr(begin, end - begin), domain, lexicon)) {
    return std::nullopt;
  }
  if (at->plain && domain.spelled) begin = with_given_name(text, begin, end, least, lexicon);
  return Span{begin, domain.end};
}

}  // namespace

Spans find_emails(const Reading& reading, const Lexicon& lexicon) {
  const std::string_view text = reading.text();
  const std::vector<Word>& words = reading.words();
  constexpr AsciiSet signs("@([{<\"*");
  std::size_t least = 0;
  const auto find_at = [&](std::size_t at) -> std::optional<Span> {
    if (!word_at(text, at, "at") && !signs.has(text[at])) return std::nullopt;
    const std::optional<Span> span = address_around(text, at, least, lexicon);
    if (span) least = span->end;
    return span;
  };
  return find_at_places(
      reading, signs, [&](std::size_t i) { return words[i].folded.size() == 2 && words[i].folded == "at"; },
      find_at);
}

}  // namespace postbox::redact
