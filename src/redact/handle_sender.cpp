#include "redact/handle_sender.hpp"

#include <algorithm>

#include "redact/one_of.hpp"

namespace postbox::redact {
namespace {

std::string_view word_at(const std::vector<std::string>& before, std::size_t step) {
  return step < before.size() ? std::string_view(before[step]) : std::string_view{};
}

}  // namespace

bool follows_post(const std::vector<std::string>& before) {
  return one_of({"by", "from"}, word_at(before, 0)) &&
         one_of({"posted", "reposted", "shared", "uploaded", "commented", "tweeted", "comment", "comments",
                 "tweet", "repost", "reel", "dm", "dms"},
                word_at(before, 1));
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

bool is_of_somebody(std::string_view last, std::string_view handle) {
  constexpr std::size_t letters_min = 8;
  return one_of({"she", "he", "hes", "shes"}, last) && handle.size() >= letters_min &&
         !handle.ends_with("ing");
}

}  // namespace postbox::redact
