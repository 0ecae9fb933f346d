#include "redact/said.hpp"

#include <doctest/doctest.h>

namespace postbox::redact {
namespace {

std::string_view said(std::string_view text, std::string_view form, Said& kept) {
  constexpr std::size_t most = 7;
  kept = read_said(text, 0, {.first = 2, .later = 3}, most, form);
  return kept.characters();
}

TEST_CASE("said: letters and figures one by one, in groups and in words") {
  struct Case {
    std::string_view text;
    std::string_view form;
    std::string_view characters;
  };
  const Case cases[] = {
      {"PX six eight KLM", "AA99AAA", "PX68KLM"},
      {"p x 6 8 k l m", "AA99AAA", "PX68KLM"},
      {"sierra hotel 21 forty-three", "", "SH2143"},
      {"PX O8 KLM", "AA99AAA", "PXO8KLM"},
      {"px double four", "AA99", "PX44"},
      {"0x one two", "aa99", "0X12"},
      // What does not fit is given up.
      {"PX six eight KLM", "AA99999", ""},
      {"one two", "A", ""},
      {"1x one two", "aa99", ""},
      {"it was", "AA99", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    Said kept;
    CHECK(said(c.text, c.form, kept) == c.characters);
  }
}

TEST_CASE("said: where each character ends, and whether it is in words") {
  Said kept;
  REQUIRE(said("PX six 8", "", kept) == "PX68");
  CHECK(kept.end_of(1) == 2);
  CHECK(kept.end_of(2) == 6);
  CHECK(kept.end() == 8);
  CHECK(kept.spoken());
  CHECK(said("PX 68", "", kept) == "PX68");
  CHECK_FALSE(kept.spoken());
}

TEST_CASE("said: where a code may begin") {
  constexpr std::size_t later = 3;
  for (const std::string_view code : {"QQ123456C", "Q Q 12", "qq one two", "PX six", "px O8", "sierra hotel",
                                      "x-ray", "CAl4", "niQQ1", "KLM", "12", "p xo 8", "m–1"}) {
    CAPTURE(code);
    CHECK(may_begin_code(code, 0, later));
  }
  for (const std::string_view word : {"t want", "s", "ve.", "m just", "because", "ll!"}) {
    CAPTURE(word);
    CHECK_FALSE(may_begin_code(word, 0, later));
  }
}

}  // namespace
}  // namespace postbox::redact
