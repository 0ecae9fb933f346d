// Finding phrases by pairs of words: what is left out must never be a phrase that is there.
#include "classify/matcher.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace postbox::classify;

// "0-2 1~3": phrase 0 at words [0, 2), phrase 1 with a gap.
std::string found(const Phrases& phrases, std::string_view text) {
  const WordLists lists = {{"child", std::vector<std::string>{"son", "lad*"}}};
  const Matcher matcher(std::vector<Phrases>{phrases}, lists);
  const std::vector<Hits> hits = matcher.find(Words(text));
  std::string all;
  for (const Hit& hit : hits.front()) {
    if (!all.empty()) all += ' ';
    all += fmt::format("{}:{}{}{}", hit.id, hit.first, hit.has_gap ? '~' : '-', hit.last);
  }
  return all;
}

TEST_CASE("matcher: words, beginnings, lists, choices and gaps are found, and what is nearly one is not") {
  struct Case {
    const char* why;
    Phrases phrases;
    std::string_view text;
    std::string_view expected;
  };
  const Case cases[] = {
      {"one word, wherever it stands", {"taxi"}, "taxi no taxi", "0:0-1 0:2-3"},
      {"a longer word is another one", {"taxi"}, "taxis", ""},
      {"beginnings of two letters and more", {"ai*", "the*", "therap*"}, "aid therapy", "0:0-1 1:1-2 2:1-2"},
      {"a beginning is a word too, but no shorter one", {"ai*", "the*"}, "ai a th the", "0:0-1 1:3-4"},
      {"a beginning of letters beyond ASCII", {"été*"}, "Étés ete", "0:0-1"},
      {"two words", {"school bus"}, "the school bus", "0:1-3"},
      {"two words at the end are cut off", {"school bus"}, "the school", ""},
      {"one of many that begin alike", {"no bus", "no taxi", "no", "no one came"}, "no taxi", "2:0-1 1:0-2"},
      {"a list, a choice", {"my {child}", "fine|okay day"}, "my laddie okay day", "0:0-2 1:2-4"},
      {"a word and its beginning lead on alike", {"lad* went", "lad went"}, "lad went", "1:0-2 0:0-2"},
      {"a gap of none and of three", {"bus ... late"}, "bus late bus so very very late", "0:0~2 0:2~7"},
      {"a gap of four is too long", {"bus ... late"}, "bus a b c d late", ""},
      {"a gap behind two words", {"school bus ... late"}, "school bus was late", "0:0~4"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(found(c.phrases, c.text) == c.expected);
  }
}

TEST_CASE("matcher: parts are found as if each were alone") {
  const std::vector<Phrases> parts = {Phrases{"bus", "school bus"}, {}, Phrases{"bus ... late", "school"}};
  const Matcher matcher(parts, {});
  const std::vector<Hits> hits = matcher.find(Words("school bus was late"));
  REQUIRE(hits.size() == 3);
  CHECK(hits[0].size() == 2);
  CHECK(hits[1].empty());
  CHECK(hits[2].size() == 2);
}

TEST_CASE("matcher: no phrase of thousands is missed") {
  Phrases phrases;
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    phrases.push_back(fmt::format("a{} b{}", i % 50, i));
    text += phrases.back() + " ";
  }
  const Matcher matcher(std::vector<Phrases>{phrases}, {});
  CHECK(matcher.find(Words(text)).front().size() == phrases.size());
}

}  // namespace
