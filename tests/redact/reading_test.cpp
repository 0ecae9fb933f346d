#include "redact/reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "redact/mask.hpp"

namespace postbox::redact {
namespace {

Lexicon lists() {
  Lexicon lexicon;
  lexicon.add("ella", Mark::given);
  lexicon.add("chloe", Mark::given);
  lexicon.add("o'brien-smith", Mark::family);
  lexicon.add("said", Mark::person_verb);
  return lexicon;
}

std::string masked_text(std::string_view text, std::vector<Span> spans, std::vector<Masked>& masked) {
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
  std::string shorter;
  std::size_t at = 0;
  for (const Span& span : spans) {
    shorter += text.substr(at, span.begin - at);
    masked.push_back({shorter.size(), span});
    shorter += mask_of(Kind::phone);
    at = span.end;
  }
  shorter += text.substr(at);
  return shorter;
}

void check_same(const std::vector<Word>& words, const std::vector<Word>& others) {
  REQUIRE(words.size() == others.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    CHECK(words[i].span == others[i].span);
    CHECK(words[i].folded == others[i].folded);
    CHECK(words[i].shape == others[i].shape);
    CHECK(words[i].before == others[i].before);
    CHECK(words[i].line_start == others[i].line_start);
    CHECK(words[i].dot_after == others[i].dot_after);
    CHECK(words[i].possessive == others[i].possessive);
    CHECK(words[i].plain == others[i].plain);
    CHECK(words[i].mixed == others[i].mixed);
  }
}

TEST_CASE("reading: a text of which a part was removed reads as if it had come so") {
  constexpr std::string_view text =
      "Ella's and O’Brien-Smith. Zoë said:\n\n\"No\" PX68 -- Chloé, x-ray's McKay (7)…\n K. M.";
  const Lexicon lexicon = lists();
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    for (std::size_t size = 1; size < 12 && begin + size <= text.size(); ++size) {
      std::vector<Masked> masked;
      const std::string shorter = masked_text(text, {{begin, begin + size}}, masked);
      Reading reading(text, lexicon);
      reading.read(text, {});
      reading.read(shorter, masked);
      CAPTURE(shorter);
      check_same(reading.words(), Reading(shorter).words());
      for (const Word& word : reading.words()) {
        CHECK(word.marks.has(Mark::given) == lexicon.has(word.folded, Mark::given));
        CHECK(word.marks.has(Mark::family) == lexicon.has(word.folded, Mark::family));
      }
    }
  }
}

TEST_CASE("reading: of what is removed one after the other nothing is left") {
  constexpr std::string_view text =
      "Ella's and O'Brien. Zoë said: \"No\" PX68 -- x-ray's\n\nMcKay (7). K. M.";
  const Lexicon lexicon = lists();
  for (std::size_t first = 0; first + 3 < text.size(); ++first) {
    for (std::size_t second = 0; second + 4 < text.size(); ++second) {
      if (second + 4 > first && second < first + 3) continue;
      Reading reading(text, lexicon);
      reading.read(text, {});
      std::vector<Span> removed;
      std::string shorter;
      for (const Span& span : {Span{first, first + 3}, Span{second, second + 4}}) {
        removed.push_back(span);
        std::vector<Masked> masked;
        shorter = masked_text(text, removed, masked);
        reading.read(shorter, masked);
      }
      CAPTURE(shorter);
      check_same(reading.words(), Reading(shorter).words());
    }
  }
}

TEST_CASE("reading: what a word is made of") {
  struct Case {
    const char* why;
    std::string_view text;
    bool plain;
    bool mixed;
  };
  const Case cases[] = {
      {"small letters", "lund", true, false},
      {"a capital", "Lund", true, false},
      {"a letter", "J", true, false},
      {"all capitals", "LUND", true, false},
      {"a capital inside", "kaiLund", true, true},
      {"capitals and a small letter", "AFOs", true, true},
      {"figures", "42", true, false},
      {"an apostrophe", "don't", false, false},
      {"a possessive", "Kai's", false, false},
      {"an accent", "Zoë", false, false},
      {"a quotation mark behind", "Kai'", true, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Reading reading(c.text);
    REQUIRE(reading.words().size() == 1);
    CHECK(reading.words()[0].plain == c.plain);
    CHECK(reading.words()[0].mixed == c.mixed);
  }
}

TEST_CASE("reading: the signs that stand between words") {
  CHECK(Reading("at @kai_lund").has_sign(AsciiSet("@")));
  CHECK(Reading("at @kai_lund").has_sign(AsciiSet("/_")));
  CHECK_FALSE(Reading("at @kai_lund").has_sign(AsciiSet("/#")));
  CHECK_FALSE(Reading("don't").has_sign(AsciiSet("'")));  // within a word
  CHECK(Reading("٠٧").has_other_figures());
  CHECK(Reading("０７").has_other_figures());
  CHECK_FALSE(Reading("07 £ – x").has_other_figures());
}

}  // namespace
TEST_CASE("reading: what may begin a number, a plate, a postcode or a date is a code word") {
  struct Case {
    const char* why;
    std::string_view text;
    std::vector<std::string_view> codes;
  };
  const Case cases[] = {
      {"plain words are none", "Mum said that school rang again", {}},
      {"figures", "somebody 07700 thanks", {"07700"}},
      {"what stands right before figures, glued or not",
       "number99 then bus 781",
       {"number", "99", "bus", "781"}},
      {"one or two letters", "said of J again", {"of", "J"}},
      {"three with capitals, but not with one", "plate ends KLM and CAl for", {"KLM", "CAl"}},
      {"what is said for a figure or a letter", "again sierra then", {"sierra"}},
      {"what is not plain", "they don't know Zoë", {"don't", "Zoë"}},
      {"the word for a birth and two behind", "she was born last winter there", {"born", "last", "winter"}},
      {"at the end of the text", "she was born", {"born"}},
  };
  Lexicon lexicon = lists();
  lexicon.add("sierra", Mark::said);
  lexicon.add("born", Mark::birth);
  for (const Case& c : cases) {
    CAPTURE(c.why);
    Reading reading(c.text, lexicon);
    reading.read(c.text, {});
    std::vector<std::string_view> codes;
    for (std::size_t at = reading.code_words().next(0); at < reading.words().size();
         at = reading.code_words().next(at + 1)) {
      const Span span = reading.words()[at].span;
      codes.push_back(c.text.substr(span.begin, span.end - span.begin));
    }
    CHECK(codes == c.codes);
  }
}

}  // namespace postbox::redact
