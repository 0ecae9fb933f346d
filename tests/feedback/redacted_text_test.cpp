#include "feedback/redacted_text.hpp"

#include <doctest/doctest.h>

#include "report/redacted.hpp"

namespace postbox {
namespace {

using test::redacted;

TEST_CASE("redacted text: whole sentences are replaced by one mark each, and nothing else changes") {
  struct Case {
    const char* why;
    std::string_view whole;
    std::vector<TextRange> left_out;
    std::string_view rest;
  };
  const Case cases[] = {
      {"nothing", "One. Two.", {}, "One. Two."},
      {"the first", "One. Two.", {{0, 4}}, "[about another service] Two."},
      {"the last", "One. Two.", {{5, 9}}, "One. [about another service]"},
      {"two apart",
       "One. Two. Six.",
       {{0, 4}, {10, 14}},
       "[about another service] Two. [about another service]"},
      {"all", "One. Two.", {{0, 9}}, "[about another service]"},
      {"white space around it stays", "One.\n\n Two.\n", {{7, 11}}, "One.\n\n [about another service]\n"},
      {"more than one byte a letter", "Żółw. Ok.", {{0, 8}}, "[about another service] Ok."},
      {"a tag goes whole", "[name 1] left. Ok.", {{0, 14}}, "[about another service] Ok."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(redacted(std::string(c.whole)).without(c.left_out).view() == c.rest);
  }
}

TEST_CASE("redacted text: what is to be translated says from what") {
  CHECK(redacted("Dziękuję.").for_translation("Polish").view() == "[for translation: Polish] Dziękuję.");
}

TEST_CASE("redacted text: the mark of words for translation is told from words that only look like it") {
  const auto bytes = [](std::string_view words) { return RedactedText::translation_mark_bytes(words); };
  CHECK(bytes("[for translation: Polish] Dziękuję.") ==
        std::string_view("[for translation: Polish] ").size());
  CHECK(bytes("[for translation: Polish]") == 0);
  CHECK(bytes("See [for translation: Polish] there.") == 0);
  CHECK(bytes("[for translation: and then nothing") == 0);
  CHECK(bytes("") == 0);
}

}  // namespace
}  // namespace postbox
