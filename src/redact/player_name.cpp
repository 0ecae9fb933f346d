#include "redact/player_name.hpp"

#include <algorithm>

#include "redact/ascii_set.hpp"
#include "redact/handle_words.hpp"
#include "redact/one_of.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

using Words = std::vector<Word>;

std::string_view folded(const Words& words, std::size_t at) {
  return at < words.size() ? std::string_view(words[at].folded) : std::string_view{};
}

// Not of a call with others: "her name on Zoom is Parent 2".
bool is_on_network(const Words& words, std::size_t at) {
  if (one_of({"teams", "zoom", "online", "whatsapp"}, words[at].folded)) return false;
  return at > 0 && words[at].before == Gap::space && words[at - 1].folded == "on" &&
         is_network(words[at].folded);
}

// "on facebook I'm Queen Of Crumbs": in capitals, as no sentence goes on; who goes by a first name is a
// person.
bool tells_own_name(const Words& words, std::size_t at) {
  if (!one_of({"i'm", "im"}, words[at].folded) || !is_on_network(words, at - 1)) return false;
  if (at + 1 >= words.size() || words[at + 1].before != Gap::space) return false;
  // "on fb I'm Kaz Crumb."
  const bool two = at + 2 < words.size() && words[at + 2].before == Gap::space &&
                   words[at + 2].shape == Shape::capital &&
                   (at + 3 == words.size() || words[at + 3].before >= Gap::comma);
  return words[at + 1].shape == Shape::capital && !words[at + 1].marks.has(Mark::everyday) &&
         (two || !words[at + 1].marks.has(Mark::given));
}

// "Facebook: Queen Of Crumbs", "Xbox: Lord Crumb": in capitals behind the network that begins its sentence.
// Pages and groups of many are no person's.
bool labels_player(const Words& words, std::size_t at) {
  constexpr std::size_t words_max = 4;
  if (!one_of({"facebook", "fb", "messenger", "xbox", "psn", "twitch", "fortnite", "roblox", "steam",
               "youtube", "strava"},
              words[at].folded)) {
    return false;
  }
  const bool colon = at + 1 < words.size() && words[at + 1].before == Gap::other;
  const bool starts = words[at].before >= Gap::sentence || words[at].line_start;
  if (!colon || !starts || words[at + 1].line_start) return false;
  std::size_t count = 0;
  for (std::size_t i = at + 1; i < words.size() && i <= at + words_max; ++i) {
    if (i > at + 1 && words[i].before != Gap::space) break;
    if (words[i].shape == Shape::lower) break;
    if (words[i].marks.has_one_of({Mark::not_name, Mark::institution, Mark::named_thing})) return false;
    ++count;
  }
  return count > 1;
}

// "on xbox its Lord Crumb", "add me on fb it's Queen Crumb": who is met there, not what is.
bool tells_name_behind(const Words& words, std::size_t at) {
  if (at < 1 || !is_on_network(words, at) || at + 2 >= words.size()) return false;
  const std::string_view next = words[at + 1].folded;
  const bool is = one_of({"its", "it's"}, next) || (next == "it" && words[at + 1].possessive);
  if (!is || words[at + 1].before > Gap::comma) return false;
  const bool met = at > 1 && one_of({"me", "us", "him", "her", "them"}, words[at - 2].folded);
  const Word& first = words[at + 2];
  return (met || is_played_on(words[at].folded)) && first.shape != Shape::lower &&
         !first.marks.has_one_of({Mark::everyday, Mark::not_name, Mark::institution});
}

// "through Xbox (MegaKid Crumb 82)"
bool holds_in_brackets(const Words& words, std::size_t at) {
  if (!is_played_on(words[at].folded) || at + 2 >= words.size() || words[at + 1].before != Gap::bracket) {
    return false;
  }
  return words[at + 1].mixed && words[at + 2].before == Gap::space;
}

// "he's on it as LORD CRUMB", "on there as Lord Crumb", behind the network.
bool goes_there_as(const Words& words, std::size_t at) {
  constexpr std::size_t words_back = 10;
  if (words[at].folded != "as" || at < 3 || words[at - 2].folded != "on") return false;
  if (!one_of({"it", "there"}, words[at - 1].folded)) return false;
  for (std::size_t back = 3; back <= words_back && back <= at; ++back) {
    if (is_network(words[at - back].folded)) return true;
  }
  return false;
}

// "my profile", "her Facebook profile": one person's.
bool is_owned_by_one(const Words& words, std::size_t at) {
  if (at > 1 && is_network(words[at - 1].folded)) --at;
  return at > 0 && words[at].before == Gap::space && words[at - 1].marks.has(Mark::owner) &&
         !one_of({"our", "their", "your"}, words[at - 1].folded);
}

// One past the words in capitals from `first` on; of those a page of many has in its name, `first`.
std::size_t end_of_profile(const Words& words, std::size_t first, bool owned) {
  constexpr std::size_t words_max = 5;
  std::size_t after = first;
  for (; after < words.size() && after < first + words_max; ++after) {
    if (after > first && (words[after].before != Gap::space || words[after].shape == Shape::lower)) break;
    const Marks marks = words[after].marks;
    const bool word =
        owned && marks.has_one_of({Mark::everyday, Mark::dictionary});  // "Learning", also a term
    if (marks.has(Mark::not_name) && !word) return first;
    if (marks.has_one_of({Mark::institution, Mark::role})) return first;
  }
  return after;
}

// "his profile is Crumb Crumb", "her account's Crumb Does Cakes", "channel is called Crumb Does Cakes": one
// person's, and no page of many.
bool is_profile_called(const Words& words, std::size_t at) {
  if (!one_of({"profile", "channel", "account"}, words[at].folded) || at + 2 >= words.size()) return false;
  std::size_t first = at + 1;
  if (one_of({"is", "was"}, words[first].folded)) ++first;
  if (words[first].folded == "called") ++first;
  const bool is = first > at + 1 || words[at].possessive;
  if (!is || first + 1 >= words.size()) return false;
  const bool owned = is_owned_by_one(words, at);
  if (words[first - 1].folded != "called" && !owned) return false;
  if (words[first].shape != Shape::capital || words[first].before != Gap::space) return false;
  return end_of_profile(words, first, owned) > first;
}

// "her screen name is Velvet Crumb", "my username's Crumb Of Doom", "his rap name is Lil Crumb".
bool is_user_called(const Words& words, std::size_t at) {
  const bool username = one_of({"username", "screenname"}, words[at].folded);
  const bool name = words[at].folded == "name" && at > 1 && words[at].before == Gap::space &&
                    one_of({"screen", "user", "display", "gamer", "player", "rap", "stage", "streamer"},
                           words[at - 1].folded);
  if (!username && !name) return false;
  const std::size_t first_word = name ? at - 1 : at;
  if (first_word == 0 || !words[first_word - 1].marks.has(Mark::owner)) return false;
  const bool is = words[at].possessive || one_of({"is", "was"}, folded(words, at + 1));
  const std::size_t first = words[at].possessive ? at + 1 : at + 2;
  return is && first < words.size() && words[first].shape != Shape::lower;
}

// "my xbox is Lord Crumb"
bool owns_player(const Words& words, std::size_t at) {
  if (!one_of({"xbox", "psn", "roblox", "fortnite", "twitch", "playstation", "gamertag", "minecraft",
               "facebook", "fb", "youtube"},
              words[at].folded)) {
    return false;
  }
  const bool owned = at > 0 && words[at].before == Gap::space && words[at - 1].marks.has(Mark::owner);
  if (!owned || at + 2 >= words.size() || !one_of({"is", "was"}, words[at + 1].folded)) return false;
  const Word& first = words[at + 2];
  return first.shape == Shape::capital &&
         (is_title(first.marks) || !first.marks.has_one_of({Mark::everyday, Mark::not_name}));
}

// "I'm Queen Of Crumbs on there", "im Kaz Lo on facebook"
bool tells_name_there(const Words& words, std::size_t at) {
  constexpr std::size_t words_max = 5;
  if (!one_of({"i'm", "im"}, words[at].folded)) return false;
  std::size_t after = at + 1;
  while (after < words.size() && after <= at + words_max && words[after].before == Gap::space &&
         words[after].shape != Shape::lower && words[after].shape != Shape::number) {
    ++after;
  }
  const bool on = after > at + 2 && after + 1 < words.size() && words[after].folded == "on" &&
                  words[after].before == Gap::space && words[after + 1].before == Gap::space;
  return on && (words[after + 1].folded == "there" || is_on_network(words, after + 1));
}

// "gamertag", "gamer tag", "GT", "youtube channel", "on soundcloud as", "xbox name", "pokemon go name",
// "tag on xbox".
bool tells_player(const Words& words, std::size_t at) {
  const std::string_view word = folded(words, at);
  if (one_of({"gamertag", "psn", "gt", "ign"}, word)) return true;
  if (words[at].marks.has(Mark::network) && (labels_player(words, at) || owns_player(words, at) ||
                                             tells_name_behind(words, at) || holds_in_brackets(words, at))) {
    return true;
  }
  if (tells_name_there(words, at) || goes_there_as(words, at) || is_profile_called(words, at) ||
      is_user_called(words, at)) {
    return true;
  }
  if (at == 0 || words[at].before != Gap::space) return false;
  if (word == "tag") return folded(words, at - 1) == "gamer";
  if (tells_own_name(words, at)) return true;
  const bool own = at > 1 && one_of({"tag", "name", "handle"}, words[at - 2].folded);
  if (own && is_on_network(words, at)) return true;
  const bool joins = word == "channel" || word == "as" || word == "name" || word == "username";
  const std::string_view network = folded(words, at - 1);
  return joins && (is_network(network) || (network == "go" && at > 1 && is_network(folded(words, at - 2))));
}

// "is", "name", "name's", "called" between the word for it and the name.
std::size_t after_filler(const Words& words, std::size_t at) {
  constexpr std::size_t fillers_max = 2;
  std::size_t after = at;
  while (after < at + fillers_max && after < words.size() && words[after].before == Gap::space &&
         one_of({"is", "was", "name", "called", "it's", "its"}, words[after].folded)) {
    ++after;
  }
  return after;
}

bool may_belong(const Word& word) { return word.shape != Shape::lower || word.folded == "xx"; }

// "Kaz the Crumb"
bool joins_name(const Words& words, std::size_t at) {
  return one_of({"the", "of"}, words[at].folded) && at + 1 < words.size() &&
         words[at + 1].before == Gap::space && words[at + 1].shape == Shape::capital;
}

// "Hev Mo (Hevvy M)": what else somebody goes by, in brackets.
std::size_t with_other_name(const Words& words, std::size_t first, std::size_t after) {
  if (after >= words.size() || words[after].before != Gap::bracket) return after;
  if (words[after].folded.substr(0, 1) != words[first].folded.substr(0, 1)) return after;
  std::size_t end = after;
  while (end < words.size() && may_belong(words[end]) && (end == after || words[end].before == Gap::space)) {
    ++end;
  }
  return end < words.size() && words[end].before < Gap::other ? after : end;
}

// One past the last word of the name, with a space in it; `first` for none. "Sn1per" reads as several words,
// glued.
std::size_t end_of_player(const Words& words, std::size_t first) {
  constexpr std::size_t words_max = 14;
  if (first >= words.size() || words[first].before > Gap::other || words[first].shape == Shape::number) {
    return first;
  }
  bool spaced = false;
  std::size_t after = first;
  while (after < words.size() && after < first + words_max) {
    const Gap gap = words[after].before;
    const bool goes_on = after > first && gap == Gap::glued;
    const bool joins = after > first && gap == Gap::space && joins_name(words, after);
    if (!goes_on && !joins && (!may_belong(words[after]) || (after > first && gap > Gap::space))) break;
    spaced = spaced || (after > first && gap == Gap::space);
    ++after;
  }
  return spaced ? with_other_name(words, first, after) : first;
}

// A name, as words [first, after).
struct NamePlace {
  std::size_t first;
  std::size_t after;
};

// "Crumb Eats Cakes on tiktok": a first name and what is said of it, all with capitals, as no sentence goes.
NamePlace phrase_before_network(const Words& words, std::size_t at) {
  constexpr std::size_t words_min = 3;
  constexpr std::size_t words_max = 5;
  const NamePlace none{at, at};
  if (at < words_min + 1 || !words[at].marks.has(Mark::network) || !is_on_network(words, at)) return none;
  const std::size_t after = at - 1;
  if (words[after].before != Gap::space) return none;
  std::size_t first = after - 1;
  while (first > 0 && after - first < words_max && words[first].before == Gap::space &&
         words[first - 1].shape == Shape::capital) {
    --first;
  }
  if (after - first < words_min) return none;
  bool named = false;
  bool told = false;
  for (std::size_t i = first; i < after; ++i) {
    const Marks marks = words[i].marks;
    if (words[i].shape != Shape::capital) return none;
    if (marks.has_one_of({Mark::not_name, Mark::institution})) return none;
    const bool name = marks.has_one_of({Mark::given, Mark::capitalised, Mark::family});
    named = named || (name && !marks.has(Mark::everyday));
    told = told || (i > first && !name && marks.has_one_of({Mark::everyday, Mark::dictionary}));
  }
  return named && told ? NamePlace{first, after} : none;
}

// "his name on whatsapp is ~Kaz the Crumb": as networks show whom the telephone does not know.
bool is_waved(std::string_view text, const Words& words, std::size_t at) {
  constexpr std::size_t words_back = 5;
  const std::size_t begin = words[at].span.begin;
  if (begin == 0 || text[begin - 1] != '~' || words[at].shape != Shape::capital) return false;
  for (std::size_t back = 1; back <= words_back && back <= at; ++back) {
    if (words[at - back].marks.has(Mark::network)) return true;
  }
  return false;
}

NamePlace name_at(const Words& words, std::size_t at) {
  if (!tells_player(words, at)) return phrase_before_network(words, at);
  const std::size_t first = after_filler(words, at + 1);
  return {first, end_of_player(words, first)};
}

// Behind a blank or nothing, or the sign within a token: "Crumb_12".
bool goes_on_in_item(const Words& words, std::size_t at) {
  const bool sign = words[at].before == Gap::other && words[at].span.begin == words[at - 1].span.end + 1;
  return (sign || words[at].before <= Gap::space) && may_belong(words[at]);
}

// "gamertags: a1, Crumb Lord 5 and Big Crumb": of the list those with a blank in them; the others are tokens.
void add_listed(const Words& words, std::size_t at, Spans& found) {
  constexpr std::size_t items_max = 8;
  if (!one_of({"gamertags", "usernames", "screennames"}, words[at].folded)) return;
  if (at + 1 >= words.size() || words[at + 1].before < Gap::other || words[at + 1].before == Gap::sentence) {
    return;
  }
  std::size_t first = at + 1;
  for (std::size_t item = 0; item < items_max && first < words.size(); ++item) {
    if (one_of({"and", "or"}, words[first].folded)) ++first;
    if (first >= words.size() || words[first].shape == Shape::lower) return;
    std::size_t after = first + 1;
    bool spaced = false;
    for (; after < words.size() && goes_on_in_item(words, after); ++after) {
      spaced = spaced || words[after].before == Gap::space;
    }
    if (spaced && words[first].shape == Shape::capital) {
      found.push_back({words[first].span.begin, words[after - 1].span.end});
    }
    const bool goes_on =
        after < words.size() && (words[after].before == Gap::comma || words[after].before == Gap::masked ||
                                 one_of({"and", "or"}, words[after].folded));
    if (!goes_on) return;
    first = after;
  }
}

// A bracket that was opened within is closed within.
std::size_t with_bracket(std::string_view text, std::size_t begin, std::size_t end) {
  const bool opened = text.substr(begin, end - begin).find('(') != std::string_view::npos;
  return opened && end < text.size() && text[end] == ')' ? end + 1 : end;
}

}  // namespace

Spans find_player_names(const Reading& reading) {
  const Words& words = reading.words();
  Spans found;
  if (!reading.any(Mark::network)) return found;
  const std::string_view text = reading.text();
  const bool waves = reading.has_sign(AsciiSet("~"));
  for (std::size_t at = 0; at < words.size(); ++at) {
    add_listed(words, at, found);
    const bool waved = waves && is_waved(text, words, at);
    const NamePlace name =
        waved ? NamePlace{at, std::max(at + 1, end_of_player(words, at))} : name_at(words, at);
    if (name.after == name.first) continue;
    const std::size_t begin = words[name.first].span.begin - (waved ? 1 : 0);
    if (!found.empty() && begin < found.back().end) continue;
    found.push_back({begin, with_bracket(text, begin, words[name.after - 1].span.end)});
    at = std::max(at, name.after - 1);
  }
  return found;
}

}  // namespace postbox::redact
