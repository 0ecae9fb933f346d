#include "redact/handle_sender.hpp"

#include <algorithm>

#include "redact/handle_words.hpp"
#include "redact/one_of.hpp"
#include "redact/words.hpp"

namespace postbox::redact {

bool follows_post(const std::vector<std::string>& before) {
  return one_of({"by", "from"}, word_at(before, 0)) && is_of_post(word_at(before, 1));
}

bool follows_posting_as(const std::vector<std::string>& before) {
  return word_at(before, 0) == "as" &&
         one_of({"post", "posts", "posted", "posting", "goes", "go", "plays", "play", "playing", "streams",
                 "tweets", "comments", "known", "writes"},
                word_at(before, 1));
}

bool follows_called(const std::vector<std::string>& before, const Lexicon& lexicon) {
  if (!one_of({"called", "named"}, word_at(before, 0))) return false;
  return std::none_of(before.begin(), before.end(), [&](const std::string& word) {
    return lexicon.has(word, Mark::named_thing) ||
           one_of({"game", "games", "app", "group", "page", "channel", "server"}, word);
  });
}

bool names_user(const std::vector<std::string>& before) {
  for (std::size_t step = 0; step < before.size(); ++step) {
    if (one_of({"username", "userid"}, before[step])) return true;
    if (before[step] != "name") continue;
    if (one_of({"user", "screen", "display", "gaming", "game", "gamer", "in-game", "ingame", "online",
                "streamer", "player", "stream", "forum", "chat"},
               word_at(before, step + 1))) {
      return true;
    }
    const bool there = step > 1 && before[step - 1] == "on" && one_of({"there", "here"}, before[step - 2]);
    if (there) return true;
  }
  return false;
}

bool is_verb(std::string_view word) { return one_of({"is", "its", "it", "was", "are"}, word); }

bool names_account(const std::vector<std::string>& before, const Lexicon& lexicon) {
  const std::size_t account = is_verb(word_at(before, 0)) ? 1 : 0;
  const std::string_view kind = word_at(before, account + 1);
  const bool owned = lexicon.has(kind, Mark::owner);
  const bool page = account == 1 && one_of({"page", "profile", "channel", "acc"}, word_at(before, 1));
  if (page && owned) return true;
  const bool of_kind = one_of({"art", "spam", "private", "priv", "second", "burner", "gaming", "fan"}, kind);
  return word_at(before, account) == "account" && (of_kind || owned);
}

bool ends_at_network(const std::vector<std::string>& before, bool is_long) {
  const auto word = [&](std::size_t step) { return word_at(before, step); };
  if (is_verb(word(0)) && is_network(word(1))) {
    if (word(2) == "on") return one_of({"me", "us", "im", "i'm"}, word(3)) || (is_long && word(3).empty());
    if (word(2).empty() && is_long) return true;
  }
  return is_network(word(0)) && (is_network(word(1)) || (word(1) == "and" && is_network(word(2))));
}

bool is_of_somebody(std::string_view last, std::string_view handle) {
  constexpr std::size_t letters_min = 8;
  return one_of({"she", "he", "hes", "shes"}, last) && handle.size() >= letters_min &&
         !handle.ends_with("ing");
}

}  // namespace postbox::redact
