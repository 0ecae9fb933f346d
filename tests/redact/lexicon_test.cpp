#include "redact/lexicon.hpp"

#include <doctest/doctest.h>

#include <string>

namespace postbox::redact {

TEST_CASE("lexicon: a word has every mark it was given, and a word in no list has none") {
  Lexicon lexicon;
  lexicon.add("rose", Mark::ambiguous);
  lexicon.add("rose", Mark::everyday);
  CHECK(lexicon.has("rose", Mark::ambiguous));
  CHECK(lexicon.has("rose", Mark::everyday));
  CHECK_FALSE(lexicon.has("rose", Mark::given));
  CHECK_FALSE(lexicon.has("ros", Mark::ambiguous));
  CHECK_FALSE(lexicon.has("", Mark::ambiguous));
  CHECK_FALSE(Lexicon().has("rose", Mark::ambiguous));
}

TEST_CASE("lexicon: entries are folded as the text is") {
  Lexicon lexicon;
  lexicon.add("Zoë", Mark::given);
  lexicon.add("O’Neil", Mark::family);
  CHECK(lexicon.has("zoe", Mark::given));
  CHECK(lexicon.has("o'neil", Mark::family));
}

TEST_CASE("lexicon: a phrase is an entry, and its first word says that one may start") {
  Lexicon lexicon;
  lexicon.add("harry potter", Mark::not_name);
  CHECK(lexicon.has("harry potter", Mark::not_name));
  CHECK(lexicon.has("harry", Mark::starts_phrase));
  CHECK_FALSE(lexicon.has("harry", Mark::not_name));
  CHECK_FALSE(lexicon.has("potter", Mark::starts_phrase));
}

TEST_CASE("lexicon: two words that an entry is, or starts with, may be a pair; other two hardly ever") {
  Lexicon lexicon;
  lexicon.add("Harry Potter", Mark::figure);
  lexicon.add("tom, dick and harry", Mark::figure);
  lexicon.add("bob's your uncle", Mark::figure);
  CHECK(lexicon.may_hold_pair("harry", "potter"));
  CHECK(lexicon.may_hold_pair("tom,", "dick"));
  CHECK(lexicon.may_hold_pair("bob's", "your"));
  CHECK_FALSE(lexicon.may_hold_pair("potter", "harry"));
  CHECK_FALSE(lexicon.may_hold_pair("harry", "pott"));
  CHECK_FALSE(lexicon.may_hold_pair("dick", "and"));
  CHECK_FALSE(Lexicon().may_hold_pair("harry", "potter"));
}

TEST_CASE("lexicon: words that begin alike are told apart, however long they are") {
  Lexicon lexicon;
  lexicon.add("tabletop", Mark::given);
  lexicon.add("tabletops", Mark::family);
  lexicon.add("tabletop hat", Mark::title);
  CHECK(lexicon.has("tabletop", Mark::given));
  CHECK_FALSE(lexicon.has("tabletop", Mark::family));
  CHECK(lexicon.has("tabletops", Mark::family));
  CHECK_FALSE(lexicon.has("tabletops", Mark::given));
  CHECK(lexicon.has("tabletop hat", Mark::title));
  for (const std::string_view other : {"tableto", "tabletopt", "tabletop has", "tabletop hats", "t"}) {
    CAPTURE(other);
    CHECK(lexicon.marks_of(other).none_but(Mark::given));
  }
}

TEST_CASE("lexicon: ten thousand entries are all found again") {
  Lexicon lexicon;
  for (int i = 0; i < 10'000; ++i) lexicon.add("name" + std::to_string(i), Mark::family);
  CHECK(lexicon.count(Mark::family) == 10'000);
  for (int i = 0; i < 10'000; ++i) REQUIRE(lexicon.has("name" + std::to_string(i), Mark::family));
  CHECK_FALSE(lexicon.has("name10000", Mark::family));
}

}  // namespace postbox::redact
