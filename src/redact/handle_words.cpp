#include "redact/handle_words.hpp"

#include <algorithm>

#include "redact/letters.hpp"
#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

constexpr WordList sites = {"instagram.com",
                            "facebook.com",
                            "fb.com",
                            "tiktok.com",
                            "twitter.com",
                            "x.com",
                            "snapchat.com",
                            "youtube.com",
                            "t.me",
                            "twitch.tv",
                            "linkedin.com/in",
                            "youtube.com/c",
                            "reddit.com/u",
                            "youtube.com/user",
                            "reddit.com/user",
                            "threads.net",
                            "bsky.app/profile",
                            "pinterest.com",
                            "pinterest.co.uk",
                            "snapchat.com/add",
                            "linktr.ee",
                            "soundcloud.com",
                            "patreon.com",
                            "tumblr.com",
                            "steamcommunity.com/id",
                            "m.facebook.com",
                            "threads.com",
                            "wattpad.com",
                            "ko-fi.com",
                            "etsy.com/shop",
                            "facebook.com/people",
                            "wa.me",
                            "discord.com/users",
                            "github.com",
                            "m.me",
                            "roblox.com/users"};

constexpr WordList networks = {
    "insta",      "instagram",  "ig",        "snap",      "snapchat",     "tiktok",     "twitter",
    "twitch",     "facebook",   "fb",        "discord",   "xbox",         "youtube",    "psn",
    "gamertag",   "username",   "handle",    "roblox",    "threads",      "tok",        "telegram",
    "fortnite",   "messenger",  "minecraft", "steam",     "linkedin",     "pinterest",  "sc",
    "reddit",     "bluesky",    "switch",    "bereal",    "kik",          "soundcloud", "user",
    "skype",      "tumblr",     "wattpad",   "scratch",   "playstation",  "nintendo",   "epic",
    "mastodon",   "yubo",       "vsco",      "patreon",   "mumsnet",      "strava",     "vinted",
    "depop",      "etsy",       "bsky",      "insta's",   "ps4",          "ps5",        "gamer",
    "screenname", "usernames",  "yt",        "online",    "insta/tiktok", "ign",        "ps",
    "whatsapp",   "teams",      "zoom",      "disc",      "login",        "logon",      "sims",
    "pokemon",    "deviantart", "ao3",       "onlyfans",  "spotify",      "duolingo",   "kahoot",
    "rblx",       "gaming",     "gt",        "socials",   "ebay",         "netmums",    "github",
    "userid",     "instagrams", "tiktoks",   "snapchats", "tinder",       "geocaching", "lemon8",
    "signal",     "riot",       "valorant",  "vrchat",    "battlenet",    "overwatch",  "genshin",
    "wordpress",  "blogspot",   "substack",  "wizz",      "ubisoft",      "supercell",  "quora",
    "hoop",       "wechat",     "viber",     "clubhouse", "dojo",         "seesaw",     "nextdoor",
    "finsta",     "forum",      "forums"};
constexpr WordList owned = {"gamertag", "username", "handle", "user",  "psn",        "snap",     "insta",
                            "twitch",   "name",     "ig",     "sc",    "screenname", "snapchat", "id",
                            "ign",      "account",  "login",  "logon", "userid",     "socials"};
constexpr WordList of_post = {"posted",   "reposted", "shared", "uploaded", "commented", "tweeted", "comment",
                              "comments", "tweet",    "repost", "reel",     "dm",        "dms"};

}  // namespace

void mark_handle_words(Lexicon& lexicon) {
  // Of "ps4" the letters: a reading parts them from the figure.
  for (const std::string_view word : networks) {
    lexicon.add(word.substr(0, word.find_first_of("0123456789")), Mark::network);
  }
  for (const std::string_view word : owned) lexicon.add(word, Mark::network);
  // "dm me kaikai", "blocked kai4kai" (handle_context.hpp).
  for (const std::string_view word :
       {"inbox", "msg", "add", "blocked", "reported", "tag", "stream", "blog", "vlog", "search", "post",
        "posts", "look", "plays", "streams", "gamertags", "screennames"}) {
    lexicon.add(word, Mark::network);
  }
  for (const std::string_view word : of_post) lexicon.add(word, Mark::network);
  for (const std::string_view word : {"underscore", "dot", "dash", "hyphen"}) lexicon.add(word, Mark::joiner);
}

bool is_network(std::string_view word) { return networks.has(word); }

bool is_sure_network(std::string_view word) {
  static constexpr WordList sure = {
      "insta",     "instagram", "snapchat", "snap",      "tiktok",   "tok",       "facebook",  "fb",
      "discord",   "xbox",      "youtube",  "psn",       "gamertag", "gamertags", "username",  "usernames",
      "roblox",    "telegram",  "fortnite", "minecraft", "reddit",   "kik",       "whatsapp",  "twitch",
      "twitter",   "bereal",    "yubo",     "wizz",      "tumblr",   "wattpad",   "messenger", "playstation",
      "pinterest", "bluesky",   "vrchat",   "snapchats", "instas",   "tiktoks",   "finsta"};
  return sure.has(word);
}

bool heads_list(std::string_view word) {
  static constexpr WordList heads = {"snap",   "snapchat",  "snaps",   "insta",     "instagram", "ig",
                                     "tiktok", "discord",   "roblox",  "xbox",      "psn",       "fortnite",
                                     "twitch", "kik",       "yubo",    "usernames", "handles",   "gamertags",
                                     "instas", "snapchats", "tiktoks", "telegram",  "accounts",  "profiles"};
  return heads.has(word);
}

bool is_played_on(std::string_view word) {
  static constexpr WordList games = {"steam",     "xbox",   "psn",      "discord",   "fortnite",
                                     "valorant",  "roblox", "cod",      "battlenet", "overwatch",
                                     "minecraft", "twitch", "gamertag", "ign"};
  return games.has(word);
}

bool is_own_handle(std::string_view word) { return owned.has(word); }

bool is_of_post(std::string_view word) { return of_post.has(word); }

bool is_handle_filler(std::string_view word) {
  static constexpr WordList fillers = {
      "is",      "name",   "as",         "me",      "handle",  "am",      "user",  "username",
      "at",      "called", "im",         "i'm",     "id",      "account", "tag",   "my",
      "channel", "it's",   "its",        "on",      "profile", "page",    "under", "addy",
      "friend",  "games",  "code",       "was",     "he's",    "she's",   "are",   "his",
      "her",     "acc",    "live",       "new",     "real",    "old",     "other", "he",
      "she",     "they",   "we",         "i",       "us",      "go",      "which", "shop",
      "store",   "seller", "everywhere", "display", "both",    "it",      "here",  "there",
      "posts",   "by",     "playlist",   "goes",    "now",     "hes",     "shes",  "they're"};
  return fillers.has(word);
}

bool leads_to_handle(std::string_view word) {
  static constexpr WordList leads = {
      "add",  "follow",  "as",    "by",  "im",  "i'm", "am", "me",    "find", "dm", "called", "is",  "its",
      "it's", "message", "named", "tag", "was", "msg", "at", "under", "user", "u",  "search", "try", "join"};
  return leads.has(word);
}

bool ends_in_site(std::string_view address) {
  const auto ends = [&](std::string_view site) {
    if (!address.ends_with(site)) return false;
    const std::size_t left = address.size() - site.size();
    return left == 0 || !(is_ascii_letter(address[left - 1]) || is_digit(address[left - 1]));
  };
  return std::any_of(sites.begin(), sites.end(), ends);
}

bool is_site(std::string_view host) {
  if (host.find('.') == std::string_view::npos) return false;
  return ends_with_one_of(sites, host);
}

bool is_of_body(std::string_view handle) {
  const bool begins =
      handle.starts_with("nhs") || handle.starts_with("bbc") || handle.starts_with("sendiass");
  return begins ||
         ends_with_one_of({"localoffer", "parentcarers", "carerforum", "carersforum", "council", "nhs",
                           "sendiass", "camhs", "police", "school", "academy", "college", "hospital", "news"},
                          handle);
}

bool is_common_page(std::string_view page) {
  static constexpr WordList pages = {"watch", "groups", "events", "p",        "reel",    "reels",
                                     "r",     "in",     "user",   "users",    "c",       "channel",
                                     "add",   "pages",  "share",  "playlist", "hashtag", "profile",
                                     "id",    "shop",   "help",   "people",   "explore", "u"};
  return pages.has(page);
}

}  // namespace postbox::redact
