#include "redact/rare_glance.hpp"

#include <doctest/doctest.h>

#include <random>

#include "redact/clues.hpp"
#include "redact/only_one.hpp"

namespace postbox::redact {
namespace {

RareWords few_words() {
  RareWords words;
  for (const char* entry : {"rett", "prader willi", "22q11", "sjögren", "ретт"}) {
    words.add(entry, RareList::condition);
  }
  for (const char* entry : {"deaf", "wheelchair user"}) {
    words.add(entry, RareList::need);
  }
  for (const char* entry : {"twin", "two mums"}) {
    words.add(entry, RareList::family);
  }
  for (const char* entry : {"jehovah's witness", "polish"}) {
    words.add(entry, RareList::background);
  }
  for (const char* entry : {"head teacher's son", "mum is the vicar"}) {
    words.add(entry, RareList::role);
  }
  for (const char* entry : {"bootle", "great corby"}) {
    words.add(entry, RareList::place);
  }
  words.add("our village", RareList::small_place);
  for (const char* entry : {"the only", "the only other", "only 1"}) {
    words.add(entry, RareList::only);
  }
  words.add("nobody else in", RareList::nobody_else);
  for (const char* entry : {"child", "girl", "one", "young person"}) {
    words.add(entry, RareList::person);
  }
  for (const char* entry : {"class", "year group"}) {
    words.add(entry, RareList::group);
  }
  for (const char* entry : {"school", "primary", "pre school"}) {
    words.add(entry, RareList::school);
  }
  for (const char* entry : {"special", "the", "sixth form", "primary's"}) {
    words.add(entry, RareList::no_school);
  }
  return words;
}

std::vector<FoundClue> read_properly(const RareWords& words, std::string_view text) {
  Reading reading(text, words.marks());
  reading.read(text, {});
  std::size_t sentence = 0;
  const std::vector<RareToken> tokens = words.tokens(reading, sentence);
  std::vector<FoundClue> clues = find_clues(tokens);
  const std::vector<FoundClue> only_ones = find_only_ones(tokens, clues);
  clues.insert(clues.end(), only_ones.begin(), only_ones.end());
  return clues;
}

}  // namespace

TEST_CASE("rare glance: most of what is not there is seen not to be") {
  struct Case {
    const char* why;
    std::string_view text;
    RareList list;
    bool may_be_there;
  };
  const Case cases[] = {
      {"a word", "She has Rett.", RareList::condition, true},
      {"part of a word is none", "We went to Rettendon, in barrett", RareList::condition, false},
      {"several words", "PRADER-WILLI", RareList::condition, true},
      {"the first of several alone", "Prader was a doctor", RareList::condition, false},
      {"in another order", "willi prader", RareList::condition, false},
      {"figures and letters", "with 22q11 deletion", RareList::condition, true},
      {"with an accent or without", "Sjogren", RareList::condition, true},
      {"another script is looked for properly", "дома", RareList::condition, true},
      {"a possessive in between", "the Head Teacher’s son", RareList::role, true},
      {"a school by its name", "at Bootle C of E school", RareList::school, true},
      {"a school that has none", "our school is good", RareList::school, false},
      {"a capital that makes no name", "The Special School", RareList::school, false},
      {"a capital further away", "Thanks to his school", RareList::school, false},
      {"the only one of people", "the only other deaf girl", RareList::only, true},
      {"the only one of things", "the only bus that comes", RareList::only, false},
      {"nothing", "", RareList::place, false},
  };
  const RareWords words = few_words();
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(((words.glance(c.text) & bit_of(c.list)) != 0) == c.may_be_there);
  }
  CHECK((words.glance("He is 7.") & age_bit) != 0);
  CHECK((words.glance("She is seven.") & age_bit) != 0);
  CHECK((words.glance("ring 07700 900123") & age_bit) == 0);
}

TEST_CASE(
    "rare glance: what a proper reading finds was not passed over, however the words are put together") {
  constexpr std::array pieces = {"Rett",
                                 "prader",
                                 "Willi",
                                 "22q11",
                                 "Sjögren",
                                 "РЕТТ",
                                 "deaf",
                                 "wheelchair",
                                 "user",
                                 "Twin",
                                 "two",
                                 "mums",
                                 "Jehovah",
                                 "’s",
                                 "'S",
                                 "witness",
                                 "a Polish girl",
                                 "head",
                                 "teacher",
                                 "son",
                                 "mum",
                                 "is",
                                 "the",
                                 "vicar",
                                 "Bootle",
                                 "Great",
                                 "Corby",
                                 "in dent",
                                 "our",
                                 "village",
                                 "only",
                                 "other",
                                 "1",
                                 "one",
                                 "child",
                                 "Girl",
                                 "young",
                                 "person",
                                 "class",
                                 "year",
                                 "group",
                                 "School",
                                 "primary",
                                 "pre",
                                 "Special",
                                 "The",
                                 "sixth",
                                 "form",
                                 "of",
                                 "nobody",
                                 "else",
                                 "in",
                                 "O'Brien",
                                 "Żółć",
                                 "Бут",
                                 "é",
                                 "7",
                                 "old",
                                 "seven",
                                 "aged",
                                 "Year 4",
                                 "Y4",
                                 "St",
                                 "C",
                                 "e",
                                 "[name]",
                                 "\xCC\x81",
                                 "ß",
                                 "x",
                                 "s"};
  constexpr std::array between = {" ",  " ",  " ", " ",    "-",  "'",    "’",
                                  ". ", ", ", "",  "\n\n", " (", "\xFF", "`"};
  const RareWords words = few_words();
  std::mt19937 random(1);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same texts in every run
  std::size_t found = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t count = random() % 14; count > 0; --count) {
      text += pieces[random() % pieces.size()];
      text += between[random() % between.size()];
    }
    CAPTURE(text);
    const ListBits lists = words.glance(text);
    for (const FoundClue& clue : read_properly(words, text)) {
      CHECK((lists & lists_of(clue.clue)) != 0);
      ++found;
    }
  }
  CHECK(found > 10'000);
}

}  // namespace postbox::redact
