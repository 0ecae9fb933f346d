#include <doctest/doctest.h>

#include <string_view>

#include "classify/matcher.hpp"
#include "classify/vocabulary.hpp"

namespace {

using postbox::classify::fault_in;
using postbox::classify::Hit;
using postbox::classify::Hits;
using postbox::classify::longest;
using postbox::classify::Matcher;
using postbox::classify::normal_form;
using postbox::classify::Phrases;
using postbox::classify::WordLists;
using postbox::classify::Words;

const WordLists& lists() {
  static const WordLists all = {{"child", {"son", "daughter*", "he"}}};
  return all;
}

Hits all_in(const Phrases& phrases, std::string_view text) {
  return Matcher({phrases}, lists()).find(Words(text)).front();
}

Hits longest_in(const Phrases& phrases, std::string_view text) { return longest(all_in(phrases, text)); }

std::vector<std::uint32_t> ids_of(const Hits& hits) {
  std::vector<std::uint32_t> ids;
  for (const Hit& hit : hits) ids.push_back(hit.id);
  return ids;
}

bool finds(std::string_view phrase, std::string_view text) {
  return !all_in({std::string(phrase)}, text).empty();
}

TEST_CASE("phrase: it finds what it says, and no more") {
  struct Case {
    std::string_view why, phrase, text;
    bool expected;
  };
  const Case cases[] = {
      {"words in a row", "annual review", "her annual review came", true},
      {"at the end of the text", "annual review", "the annual review", true},
      {"cut off by the end of the text", "annual review", "her annual", false},
      {"other words between", "annual review", "annual plan review", false},
      {"part of a word", "taxi", "taxidermy", false},
      {"beginning of a word", "assess*", "the assessments", true},
      {"the beginning itself", "assess*", "assess him", true},
      {"shorter than the beginning", "assess*", "asses", false},
      {"a beginning inside a phrase", "child* services", "children's services", true},
      {"a list", "my {child} sleeps", "my son sleeps", true},
      {"a beginning in a list", "my {child} sleeps", "my daughter's sleeps", true},
      {"not in the list", "my {child} sleeps", "my cat sleeps", false},
      {"one of several", "were|are fine", "they are fine", true},
      {"a beginning among several", "were|seem* fine", "it seemed fine", true},
      {"none of several", "were|are fine", "they is fine", false},
      {"a gap of none", "took ... school", "took school", true},
      {"a gap of three", "took ... school", "took him out of school", true},
      {"a gap of four", "took ... school", "took him right out of school", false},
      {"punctuation in the phrase", "carer's 1:1", "CARERS 1 1", true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(!fault_in(c.phrase, lists()));
    CHECK(finds(c.phrase, c.text) == c.expected);
  }
}

TEST_CASE("phrase: what is not in order is refused in words") {
  struct Case {
    std::string_view why, phrase, said;
  };
  const Case cases[] = {
      {"empty", "", "no words"},
      {"punctuation alone", "?!", "no words"},
      {"a star alone", "*", "no words"},
      {"unknown list", "{dog} bites", "no list"},
      {"too short a beginning", "a* plan", "too short"},
      {"a star inside a word", "ass*ess", "* may only"},
      {"two stars", "assess**", "* may only"},
      {"gap at the start", "... school", "between two"},
      {"gap at the end", "school ...", "between two"},
      {"gap alone", "...", "between two"},
      {"three gaps", "a1 ... b2 ... c3 ... d4", "at most 2"},
      {"too long", "a b c d e f g h i j k", "at most 10"},
      {"a brace that is not closed", "{child sleeps", "{ }"},
      {"a brace inside a word", "{child}s sleep", "{ }"},
      {"nothing beside the bar", "taxi |", "no choice"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto fault = fault_in(c.phrase, lists());
    REQUIRE(fault);
    CHECK(fault->find(c.said) != std::string::npos);
  }
}

TEST_CASE("phrase: two ways of writing the same are known as the same") {
  CHECK(normal_form("Carer's  Assess*") == normal_form("carers assess*"));
  CHECK(normal_form("are|were fine") == normal_form("were|are fine"));
  CHECK(normal_form("assess*") != normal_form("assess"));
  CHECK(normal_form("{child}") != normal_form("child"));
}

using Ids = std::vector<std::uint32_t>;

TEST_CASE("matcher: a longer phrase hides the shorter ones inside it, not those that overlap") {
  const Phrases phrases = {"school transport", "school", "transport", "transport panel"};
  CHECK(ids_of(longest_in(phrases, "school transport panel, and the school")) == Ids{0, 3, 1});
}

TEST_CASE("matcher: a phrase with a gap hides nothing, for the words in the gap are not its own") {
  CHECK(ids_of(longest_in({"took ... school", "nurse"}, "took the nurse to school")) == Ids{0, 1});
}

TEST_CASE("matcher: the same words under two ids are both found") {
  CHECK(ids_of(longest_in({"panel", "plan", "panel"}, "the panel")) == Ids{0, 2});
}

TEST_CASE(
    "matcher: a word that is several things at once is found as each, once for each time it is written") {
  const Phrases phrases = {"{child} sleep*", "son sleeps",     "son|cat sleeps",
                           "so* sleeps",     "son|so* sleeps", "sons sleeps"};
  CHECK(ids_of(all_in(phrases, "my son sleeps")) == Ids{0, 1, 2, 4, 3, 4});
}

TEST_CASE("matcher: each part is found as it would be alone") {
  const Matcher matcher({{"annual review", "assess*"}, {}, {"{child} assessed", "review"}}, lists());
  const std::vector<Hits> hits = matcher.find(Words("her daughter assessed, an annual review"));
  REQUIRE(hits.size() == 3);
  CHECK(ids_of(hits[0]) == Ids{1, 0});
  CHECK(hits[1].empty());
  CHECK(ids_of(hits[2]) == Ids{0, 1});
  CHECK(matcher.find(Words("")).front().empty());
}

}  // namespace
