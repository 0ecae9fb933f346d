#include <doctest/doctest.h>

#include <string_view>

#include "classify/matcher.hpp"
#include "classify/vocabulary.hpp"

namespace {

using postbox::classify::fault_in;
using postbox::classify::Hit;
using postbox::classify::longest_only;
using postbox::classify::Matcher;
using postbox::classify::normal_form;
using postbox::classify::WordLists;
using postbox::classify::words_of;

const WordLists& lists() {
  static const WordLists all = {{"child", {"son", "daughter*", "he"}}};
  return all;
}

bool finds(std::string_view phrase, std::string_view text) {
  Matcher matcher(lists());
  matcher.add(std::string(phrase), 0);
  return !matcher.find(words_of(text)).empty();
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

TEST_CASE("matcher: a longer phrase hides the shorter ones inside it, not those that overlap") {
  Matcher matcher({});
  matcher.add("school transport", 0);
  matcher.add("school", 1);
  matcher.add("transport", 2);
  matcher.add("transport panel", 3);
  std::vector<std::uint32_t> ids;
  for (const Hit& hit : longest_only(matcher.find(words_of("school transport panel, and the school")))) {
    ids.push_back(hit.id);
  }
  CHECK(ids == std::vector<std::uint32_t>{0, 3, 1});
}

TEST_CASE("matcher: a phrase with a gap hides nothing, for the words in the gap are not its own") {
  Matcher matcher({});
  matcher.add("took ... school", 0);
  matcher.add("nurse", 1);
  CHECK(longest_only(matcher.find(words_of("took the nurse to school"))).size() == 2);
}

TEST_CASE("matcher: the same words under two ids are both found") {
  Matcher matcher({});
  matcher.add("panel", 4);
  matcher.add("panel", 7);
  CHECK(longest_only(matcher.find(words_of("the panel"))).size() == 2);
}

}  // namespace
