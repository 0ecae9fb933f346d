#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "redact/word_list.hpp"
#include "redact/words.hpp"

namespace {

using postbox::redact::may_stand_before;
using postbox::redact::Outline;
using postbox::redact::WordList;
using postbox::redact::words_before;

TEST_CASE("words before: a few are the nearest of many") {
  const std::string_view text =
      "Our lad's  o'brien-smith, no9991 O’Neil… -- é. (the\tCar)\nPX 68 \x0E then  's 'twas x";
  for (std::size_t position = 0; position <= text.size(); ++position) {
    const std::vector<std::string> all = words_before(text, position, text.size());
    for (const std::size_t count : {1U, 2U, 3U, 5U}) {
      const std::vector<std::string> few = words_before(text, position, count);
      CAPTURE(position);
      CHECK(few == std::vector<std::string>(
                       all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(count, all.size()))));
    }
  }
}

TEST_CASE("words before: what was removed ends the look back") {
  CHECK(words_before("call \x0E at home", 14, 5) == std::vector<std::string>{"home", "at"});
  CHECK(words_before("at home", 0, 3).empty());
}

TEST_CASE("words before: a word that may not stand there does not, however it is written") {
  const std::string padding(90, '.');
  for (const std::string_view text : {"my nhs number", "My NHS's no", "n.h.s. no", "the ÑHS no", "nh s",
                                      "nhsx 1", "Nhs", "\x0ENHS no", "NHS \x0E no", "ｎｈｓ no", "nhś 4"}) {
    for (const std::string& typed : {std::string(text), "NHS" + padding + std::string(text)}) {
      for (std::size_t position = 0; position <= typed.size(); ++position) {
        const std::vector<std::string> before = words_before(typed, position, 9);
        const bool stands = std::find(before.begin(), before.end(), "nhs") != before.end();
        CAPTURE(typed);
        CAPTURE(position);
        CHECK((may_stand_before(typed, position, "nhs") || !stands));
      }
    }
  }
  CHECK_FALSE(may_stand_before("ring 943 476 5919", 5, "nhs"));
  CHECK_FALSE(may_stand_before("NHS 943 476 5919", 2, "nhs"));
  CHECK_FALSE(may_stand_before("NHS" + std::string(100, ' ') + "943", 103, "nhs"));
}

TEST_CASE("word list: every word of it is in it, in small letters, and no other") {
  constexpr WordList words = {"zero", "one", "x-ray", "zéro"};
  for (const std::string_view word : words) CHECK(words.has(word));
  for (const std::string_view other : {"", "the", "ones", "ONE", "ona", "1ne", "[ne", "écran", "~"}) {
    CAPTURE(other);
    CHECK_FALSE(words.has(other));
  }
  CHECK_FALSE(words.has(std::string(200, 'o')));
}

TEST_CASE("outline: no word is ruled out, in small letters or not") {
  constexpr Outline outline = [] {
    Outline of_words;
    of_words.add("zero");
    of_words.add("x-ray");
    return of_words;
  }();
  for (const std::string_view word : {"zero", "ZERO", "x-ray", "X-ray"}) CHECK(outline.may_hold(word));
  for (const std::string_view other : {"", "one", "zeros"}) CHECK_FALSE(outline.may_hold(other));
}

}  // namespace
