#include "classify/words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "classify/word_hash.hpp"

namespace {

using postbox::classify::Word;
using postbox::classify::Words;

std::string folded(std::string_view text) {
  std::string all;
  for (const Word& word : Words(text)) all.append(all.empty() ? "" : " ").append(word.folded);
  return all;
}

TEST_CASE("words: how a text was typed does not matter") {
  struct Case {
    std::string_view why, typed, expected;
  };
  const Case cases[] = {
      {"case", "The EHCP Panel", "the ehcp panel"},
      {"straight apostrophe", "doesn't", "doesnt"},
      {"curly apostrophe", "doesn’t", "doesnt"},
      {"apostrophe after the word", "the lads' club", "the lads club"},
      {"quotation marks are no apostrophes", "'fine' “in school”", "fine in school"},
      {"a quoted phrase", "is 'elective' home education", "is elective home education"},
      {"white space of any kind", "speech\n\tand\u00a0language", "speech and language"},
      {"punctuation parts words", "taxi,bus...escort/PA", "taxi bus escort pa"},
      {"hyphen", "non-verbal", "non verbal"},
      {"ratio", "1:1", "1 1"},
      {"initials", "the E.H.C.P. is late", "the ehcp is late"},
      {"initials need nothing but a dot between them", "plan B. A taxi", "plan b a taxi"},
      {"zero-width characters", "tax\u200bi", "taxi"},
      {"accents stay, capitals fold", "ÉCOLE Łódź", "école łódź"},
      {"Cyrillic", "Дякую", "дякую"},
      {"an emoji is a word", "ta😊", "ta 😊"},
      {"its skin tone is not", "👍🏽", "👍"},
      {"what was removed says nothing", "my son [name 12] has [NHS number], ring [phone]",
       "my son [] has [] ring []"},
      {"a tag parts words", "car[vehicle]park", "car [] park"},
      {"no tag", "[vehicles] [name x] [name 1 [nhs number]", "vehicles name x name 1 nhs number"},
      {"a bracket at the end", "so [", "so"},
      {"nothing but punctuation", "?!... --", ""},
      {"no words", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(folded(c.typed) == c.expected);
  }
}

TEST_CASE("words: offsets give back the text as it was typed") {
  const std::string_view text = "He said “DOESN’T” in E.H.C.P. terms";
  for (const Word& word : Words(text)) {
    CHECK(word.begin < word.end);
    CHECK(folded(text.substr(word.begin, word.end - word.begin)) == word.folded);
    CHECK(word.hash() == postbox::classify::WordHash(word.folded).value());
  }
}

TEST_CASE("words: bytes that are not UTF-8 part words and do no harm") {
  CHECK(folded("taxi\xff\xc3late\xe2\x80") == "taxi late");
}

}  // namespace
