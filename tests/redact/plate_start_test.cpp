#include "redact/plate_start.hpp"

#include <doctest/doctest.h>

#include "redact/plate.hpp"

namespace postbox::redact {
namespace {

TEST_CASE("plate start: what is ruled out, and what is not") {
  Lexicon lexicon;
  lexicon.add("of", Mark::everyday);
  struct Case {
    const char* why;
    std::string_view text;
    bool no_plate;
  };
  const Case cases[] = {
      {"a year and a word", "2019 was", true},
      {"figures alone", "2019, so", true},
      {"figures at the end", "7", true},
      {"a word before figures", "aged 12", true},
      {"a little word before figures", "of 12 children", true},
      {"letters glued to figures", "px68 klm", false},
      {"figures glued to letters", "123abc", false},
      {"the form of an old one in small letters", "781 dye", false},
      {"figures before capitals", "1234 AB", false},
      {"an Irish one", "191-D-20431", false},
      {"capitals before figures", "NIZ 1234", false},
      {"a capital word before figures", "PLATE 12", false},
      {"two small letters that are no word", "px 68 klm", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(is_no_plate(c.text, 0, lexicon) == c.no_plate);
  }
}

TEST_CASE("plate start: no form that counts is ruled out in capitals") {
  const Lexicon lexicon;
  for (const std::string_view plate :
       {"PX68 KLM", "PX 68 KLM", "A123 BCD", "ABC 123D", "ABC 1234", "781 DYE", "K1 ERN"}) {
    CAPTURE(plate);
    CHECK_FALSE(is_no_plate(plate, 0, lexicon));
  }
}

}  // namespace
}  // namespace postbox::redact
