#include "redact/handle_context.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "redact/handle_sender.hpp"
#include "redact/handle_words.hpp"
#include "redact/letters.hpp"
#include "redact/mask.hpp"
#include "redact/one_of.hpp"
#include "redact/word_list.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t letters_of_handle = 8;  // in no list, where a shorter word may be slang or a slip

constexpr std::size_t letters_of_unknown = 12;  // longer than first names are

// "someone called"
bool follows_someone(const std::vector<std::string>& before) {
  return one_of({"called", "named"}, word_at(before, 0)) &&
         one_of({"someone", "somebody", "account", "accounts", "profile", "user", "stranger"},
                word_at(before, 1));
}

bool asks_for_contact(std::string_view word) {
  return one_of({"dm", "inbox", "add", "follow", "msg", "message"}, word);
}

// "discord's"
bool is_network_is(std::string_view word) {
  constexpr std::string_view is = "'s";
  return word.ends_with(is) && is_network(word.substr(0, word.size() - is.size()));
}

// A message goes on behind a handle: "kaikailund and I moderate".
bool may_follow_handle(std::string_view word) {
  return one_of({"and",   "but",    "if",  "so",       "or",        "pls",       "please", "x",
                 "xx",    "xxx",    "cos", "because",  "thanks",    "posted",    "keeps",  "said",
                 "wrote", "shared", "put", "messaged", "commented", "everywhere"},
                word);
}

}  // namespace

bool HandleContext::follows_network(std::size_t begin) const {
  constexpr std::size_t words_back = 7;
  const std::vector<std::string> before = words_before(text_, begin, words_back);
  for (const std::string& word : before) {
    if (is_network(word)) return true;
    const bool model = word.size() == 1 && is_digit(word[0]);  // "PS5 name"
    if (!model && !is_handle_filler(word)) break;
  }
  // "on X as kaikai7"
  return one_of({"as", "i'm", "im"}, word_at(before, 0)) && word_at(before, 1) == "x" &&
         word_at(before, 2) == "on";
}

bool HandleContext::follows_account(std::size_t begin) const {
  constexpr std::size_t words_back = 5;
  constexpr std::size_t words_beside = 3;
  const std::vector<std::string> before = words_before(text_, begin, words_back);
  if (names_user(before) || follows_posting_as(before)) return true;
  const auto follows = [](std::string_view word) {
    return one_of({"follow", "dm", "tweet", "tweets", "add"}, word);
  };
  if (follows(word_at(before, 0))) return true;
  const bool whom = is_handle_filler(word_at(before, 0)) || one_of({"him", "them"}, word_at(before, 0));
  if (whom && follows(word_at(before, 1))) return true;
  if (word_at(before, 0) == "channel" && lexicon_.has(word_at(before, 1), Mark::owner)) return true;
  const auto beside = before.begin() + static_cast<std::ptrdiff_t>(std::min(before.size(), words_beside));
  return std::any_of(before.begin(), beside, [](const std::string& word) {
    return one_of({"account", "profile", "himself", "herself", "themselves", "screen", "online"}, word);
  });
}

std::size_t HandleContext::after_network(std::size_t end) const {
  constexpr std::size_t look_ahead_bytes = 24;
  const std::string_view ahead = text_.substr(end, look_ahead_bytes);
  for (const std::string_view between :
       {" on ", " at ", " in ", " (", " - ", " is my ", " is his ", " is her ", " is our "}) {
    if (!ahead.starts_with(between)) continue;
    std::size_t after = between.size();
    while (after < ahead.size() && (is_ascii_letter(ahead[after]) || is_digit(ahead[after]))) ++after;
    const bool network = is_network(fold(ahead.substr(between.size(), after - between.size())));
    return network ? end + after : end;
  }
  return end;
}

bool HandleContext::precedes_network(std::size_t end) const { return after_network(end) > end; }

bool HandleContext::follows_lead(std::size_t begin) const {
  const std::vector<std::string> before = words_before(text_, begin, 1);
  return !before.empty() && (leads_to_handle(before[0]) || one_of({"she", "he", "shes", "hes"}, before[0]));
}

bool HandleContext::follows_naming(std::size_t begin) const {
  constexpr std::size_t words_back = 5;
  const std::vector<std::string> before = words_before(text_, begin, words_back);
  // "my login for school is kaikai77"
  const bool login = std::any_of(before.begin(), before.end(), [](const std::string& word) {
    return one_of({"login", "logon", "username", "userid", "gamertag"}, word);
  });
  if (login) return true;
  if (word_at(before, 0) == "name" && word_at(before, 1) == "in" && word_at(before, 2) == "log") return true;
  const bool named = one_of({"called", "named", "username", "user", "blocked", "reported", "muted", "runs"},
                            word_at(before, 0));
  return named && !lexicon_.has(word_at(before, 1), Mark::named_thing);
}

bool HandleContext::follows_sender(std::size_t begin) const {
  const std::vector<std::string> before = words_before(text_, begin, 1);
  return one_of(
      {"called", "named", "from", "by", "user", "as", "account", "add", "follow", "blocked", "reported"},
      word_at(before, 0));
}

bool HandleContext::follows_handle(std::size_t begin) const {
  static constexpr std::array<std::string_view, 6> between = {", ", " and ", " & ", "/", " / ", ","};
  return std::any_of(between.begin(), between.end(), [&](std::string_view each) {
    const bool fits = begin > each.size() && text_.substr(begin - each.size(), each.size()) == each;
    return fits && text_[begin - each.size() - 1] == mask_of(Kind::handle);
  });
}

bool HandleContext::is_listed(std::size_t begin) const {
  constexpr std::size_t look_back_bytes = 120;
  constexpr std::size_t words_back = 6;
  const std::size_t least = begin > look_back_bytes ? begin - look_back_bytes : 0;
  const auto joins = [](char c) { return c == ' ' || c == ',' || c == '&' || c == '\n'; };
  std::size_t at = begin;
  bool comma = true;  // "Snap: kai.lund is a friend" lists one
  while (at > least) {
    const std::size_t end = at;
    bool parted = false;
    for (; at > least && joins(text_[at - 1]); --at) parted = parted || text_[at - 1] != ' ';
    if (at > least && text_[at - 1] == ':') break;
    comma = comma && (parted || is_mask(text_[at - 1]));
    if (!comma || at == end || at == least) return false;
    while (at > least && !joins(text_[at - 1]) && text_[at - 1] != ':') --at;
  }
  if (at == least || text_[at - 1] != ':') return false;
  const std::vector<std::string> before = words_before(text_, at - 1, words_back);
  return std::any_of(before.begin(), before.end(), heads_list);
}

bool HandleContext::follows_as(std::size_t sign) const {
  const std::vector<std::string> before = words_before(text_, sign, 1);
  return one_of({"as", "i'm", "im"}, word_at(before, 0));
}

bool HandleContext::follows_person(std::size_t begin, std::size_t end) const {
  const std::vector<std::string> before = words_before(text_, begin, 1);  // "he's" is read as "he"
  return ends_handle(end) &&
         one_of({"as", "i'm", "im", "he", "hes", "she", "shes", "mine", "mines", "they're", "theyre"},
                word_at(before, 0));
}

bool HandleContext::ends_clause(std::size_t end) const {
  return end >= text_.size() || std::string_view(",;!?)\n\"'").find(text_[end]) != std::string_view::npos ||
         (text_[end] == '.' && (end + 1 == text_.size() || is_ascii_space(text_[end + 1])));
}

bool HandleContext::ends_handle(std::size_t end) const {
  if (ends_clause(end)) return true;
  if (text_[end] != ' ') return false;
  const bool bracket = end + 1 < text_.size() && text_[end + 1] == '(';
  return bracket || may_follow_handle(text_.substr(end + 1, end_of_letters(text_, end + 1) - end - 1));
}

bool HandleContext::starts_clause(std::size_t begin) const {
  if (begin == 0) return true;
  if (text_[begin - 1] == '\n') return true;
  return begin > 1 && text_[begin - 1] == ' ' &&
         std::string_view(".!?,:;").find(text_[begin - 2]) != std::string_view::npos;
}

// "on tiktok as kaikailund", "find me on insta, it's kaikailund", "insta and snap kaikailund", "kaikailund on
// insta": no word of any list, where nothing but a name can stand.
bool HandleContext::is_unlisted_name(const std::vector<std::string>& before, std::size_t begin,
                                     std::size_t end) const {
  constexpr std::size_t letters_min = 6;
  if (end - begin < letters_min) return false;
  if (end - begin >= letters_of_handle && follows_handle(begin)) return true;
  if (end - begin >= letters_of_unknown && follows_someone(before)) return true;
  const auto word = [&](std::size_t step) { return word_at(before, step); };
  if (starts_clause(begin) && precedes_network(end) && ends_handle(after_network(end))) {
    return !one_of({"ing", "ngs"}, text_.substr(end - 3, 3));
  }
  if (end - begin >= letters_of_handle && follows_post(before)) return true;
  const bool of_account = one_of({"account", "profile", "user"}, word(1));
  if (follows_called(before, lexicon_) && (of_account || follows_network(begin))) return true;
  // "plays under the name kaikailund"
  if (word(0) == "name" && word(1) == "the" && word(2) == "under") {
    return one_of(
        {"plays", "play", "playing", "streams", "stream", "posts", "post", "posting", "games", "goes"},
        word(3));
  }
  // "on tumblr as kaikailundlund saying so"
  if (word(0) == "as" && end - begin >= letters_of_unknown && follows_network(begin)) return true;
  if (!ends_handle(end)) return false;
  if (word(0) == "as" &&
      one_of({"tweet", "tweets", "stream", "streams", "blog", "vlog", "post", "posts", "play", "plays"},
             word(1))) {
    return true;
  }
  if (one_of({"as", "name", "under"}, word(0))) return follows_network(begin) || names_user(before);
  return names_account(before, lexicon_) || ends_at_network(before, end - begin >= letters_of_handle);
}

// "his tag on xbox is kaikai", "my discord's kaikai"
bool HandleContext::is_told_of_network(const std::vector<std::string>& before, std::size_t end) const {
  const std::string_view last = word_at(before, 0);
  const std::string_view second = word_at(before, 1);
  const bool name_there = word_at(before, 2) == "on" && one_of({"tag", "name", "handle"}, word_at(before, 3));
  if (is_verb(last) && is_network(second) && name_there) return true;
  const bool somebodys = lexicon_.has(second, Mark::owner) || second.ends_with("'s");
  // "my tag is kaikai"
  if (is_verb(last) && one_of({"tag", "gamertag"}, second) && lexicon_.has(word_at(before, 2), Mark::owner)) {
    return ends_handle(end);
  }
  return is_network_is(last) && somebodys && ends_handle(end);
}

// "one's kaikailund on discord", "[name]'s kaikailund on insta"; not "the school's", and not "he's obsesed".
bool HandleContext::is_what_somebody_is(std::size_t begin, std::size_t end, std::string_view last) const {
  constexpr std::string_view is = "'s ";
  if (end - begin < letters_of_handle || begin < is.size() + 1) return false;
  if (ends_with_one_of({"ing", "ed", "in"}, text_.substr(begin, end - begin))) return false;
  const bool short_is = fold(text_.substr(begin - is.size(), is.size())) == is;
  if (!short_is) return one_of({"ones", "others"}, last);
  return text_[begin - is.size() - 1] == mask_of(Kind::person) || one_of({"one", "other", "another"}, last) ||
         lexicon_.marks_of(last).has_one_of({Mark::relative, Mark::role, Mark::given});
}

bool HandleContext::is_announced(std::size_t begin, std::size_t end) const {
  const Marks marks = lexicon_.marks_of(fold(text_.substr(begin, end - begin)));
  // Nearly all words end here, before those in front of them are read.
  const bool listed = marks.has(Mark::dictionary) || marks.has(Mark::not_name);
  if (marks.has(Mark::everyday) || (listed && !is_ascii_upper(text_[begin]))) return false;
  constexpr std::size_t words_back = 7;
  std::vector<std::string> before = words_before(text_, begin, words_back);
  if (word_at(before, 0) == "both") before.erase(before.begin());  // "my snap and insta are both kaikai"
  const auto word = [&](std::size_t step) { return word_at(before, step); };
  const bool is = is_verb(word(0));
  const bool tag = one_of({"gamertag", "username", "psn"}, word(1));
  if (is && tag && is_ascii_upper(text_[begin])) return true;  // "gamertag is Reaper"
  if (listed) return false;
  if (is_told_of_network(before, end) || (is && names_user(before))) return true;
  if (marks.none_but(Mark::starts_phrase) && is_unlisted_name(before, begin, end)) return true;
  if (is && is_network(word(1))) {
    const std::string_view owner = word(2) == "tik" ? word(3) : word(2);
    // "my sister's insta is kaikai"
    return is_own_handle(word(1)) || lexicon_.marks_of(owner).has_one_of({Mark::owner, Mark::relative});
  }
  if (is && is_own_handle(word(1))) return follows_network(begin);
  if (precedes_network(end)) {
    const bool sought = word(0) == "for" && one_of({"search", "look", "searching"}, word(1));
    return sought || leads_to_handle(word(0)) || text_[end + 1] == '(' ||
           is_of_somebody(word(0), text_.substr(begin, end - begin)) ||
           is_what_somebody_is(begin, end, word(0));
  }
  if (marks.has_one_of({Mark::given, Mark::capitalised, Mark::family})) return false;
  return is_named_at_end(before, begin, end);
}

// "dm me kaikailund pls", "my snap kaikai": a shorter one may be slang ("add me asap").
bool HandleContext::is_named_at_end(const std::vector<std::string>& before, std::size_t begin,
                                    std::size_t end) const {
  const bool asked = one_of({"me", "us"}, word_at(before, 0)) && asks_for_contact(word_at(before, 1));
  const bool is_long = end - begin >= letters_of_handle;
  if ((asked || asks_for_contact(word_at(before, 0))) && is_long) return true;
  const bool ends = is_long ? ends_handle(end) : ends_clause(end);
  return ends && is_named_without_verb(begin, word_at(before, 0), word_at(before, 1), word_at(before, 2));
}

// "discord user kaikai", "my snap kaikai", "on insta i'm kaikai", "look us up on facebook, kaikai": the words
// before, the last one first.
bool HandleContext::is_named_without_verb(std::size_t begin, std::string_view last, std::string_view second,
                                          std::string_view third) const {
  const bool named = is_own_handle(last) || last == "friend" || last == "i'm" || last == "im";
  if (named && (second == "account" || follows_network(begin))) return true;
  if (last == "at" && is_network(second)) return true;  // "on facebook at kaikai"
  const bool found_there = second == "on" && one_of({"up", "me", "us", "him", "her", "them"}, third);
  return is_network(last) && (second.empty() || found_there || lexicon_.has(second, Mark::owner));
}

}  // namespace postbox::redact
