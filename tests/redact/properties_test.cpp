// What holds for every text: a planted identifier is found wherever it stands, redacting twice changes
// nothing, UTF-8 stays whole, and hostile texts end.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "redact/draft.hpp"
#include "redact/shipped_redactor.hpp"

namespace postbox::redact {
namespace {

struct Plant {
  Kind kind;
  std::string_view words;
};

constexpr Plant plants[] = {
    {Kind::person, "Mrs Braithwaite"},
    {Kind::person, "Callum"},
    {Kind::person, "Priya Nandakumar"},
    {Kind::email, "j.carter@example.org"},
    {Kind::email, "jamie (at) example dot org"},
    {Kind::phone, "07700 900123"},
    {Kind::phone, "+44 7700 900 123"},
    {Kind::postcode, "LA14 4QP"},
    {Kind::nhs_number, "999 123 4567"},
    {Kind::ni_number, "QQ 12 34 56 C"},
    {Kind::date_of_birth, "dob 14/02/2017"},
    {Kind::handle, "@kestrel.draws"},
    {Kind::vehicle, "PX68 QTZ"},
    {Kind::address, "9 Sandgarth Close"},
};

// %s is where the identifier stands.
constexpr std::string_view carriers[] = {
    "%s",
    "%s.",
    "%s!",
    "%s?",
    "%s,",
    "%s ",
    " %s",
    "\n%s",
    "%s\n",
    "\t%s\t",
    "\r\n%s\r\n",
    "(%s)",
    "[%s]",
    "{%s}",
    "\"%s\"",
    "'%s'",
    "“%s”",
    "‘%s’",
    "«%s»",
    "<%s>",
    "*%s*",
    "%s...",
    "...%s",
    "%s…",
    "– %s –",
    "- %s",
    "%s;",
    "/ %s /",
    "We wrote about %s and left.",
    "we heard of %s last week",
    "WE HEARD OF %s LAST WEEK",
    "It is %s.",
    "First line\n%s\nlast line",
    "First line.\n\n%s\n\nLast line.",
    "🙂%s🙂",
    "🙂 %s 🙂",
    "👨‍👩‍👧 %s",
    "%s 😭😭",
    "مرحبا %s شكرا",
    "مرحبا (%s) شكرا",
    "שלום %s תודה",
    "Дякую %s дуже",
    "谢谢 %s 谢谢",
    "\u202B%s\u202C",
    "\u00A0%s\u00A0",
    "See %s, please; thank you.",
    "Ask about %s (again)",
    "a, b, %s, c",
    "1. %s",
    "%s %s",
    "This: %s",
    "Re: %s",
};

std::string planted(std::string_view carrier, std::string_view words) {
  std::string text(carrier);
  for (std::size_t at = text.find("%s"); at != std::string::npos; at = text.find("%s", at + words.size())) {
    text.replace(at, 2, words);
  }
  return text;
}

constexpr std::string_view hostile_pieces[] = {
    "9",    "0 ",   "A",     "@",     ".",       "a@",      ". @",     "dot ",  " at ", "Mr ",     "Anna ",
    "-",    "'",    "((",    "[name", "[name] ", "\n",      "é",       "🙂",  "oh ",  "double ", "a.",
    "A.B.", "LA1 ", "born ", "Will ", "and ",    "Flat 1 ", "12 The ", "PX68 ", "\x0E"};

std::string many(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

}  // namespace

TEST_CASE("redact: every kind is found in every place it can stand") {
  static_assert(std::size(carriers) >= 50);
  for (const Plant& plant : plants) {
    for (const std::string_view carrier : carriers) {
      const std::string text = planted(carrier, plant.words);
      CAPTURE(text);
      const std::vector<Finding> found = shipped_redactor().redact(text, written).found;
      CHECK(std::any_of(found.begin(), found.end(), [&](const Finding& f) { return f.kind == plant.kind; }));
      const std::string last_word(plant.words.substr(plant.words.size() - 3));
      CHECK(redacted(text).find(last_word) == std::string::npos);
    }
  }
}

TEST_CASE("redact: a text that comes back with its tags is left as it is") {
  for (const Plant& plant : plants) {
    for (const std::string_view carrier : carriers) {
      const std::string once = redacted(planted(carrier, plant.words));
      CAPTURE(once);
      CHECK(redacted(once) == once);
    }
  }
  for (const char* text :
       {"My son Kai Lund (12.8.05) and Will. Will is 8, call 07700 900123 or LA14",
        "[name 3] knows Callum and Priya", "[name] [name 2] [email]", "[name 0] [nam] [[name]]"}) {
    CAPTURE(text);
    CHECK(redacted(redacted(text)) == redacted(text));
  }
}

TEST_CASE("redact: finds stand in order, apart, on whole characters, and the rest of the text is untouched") {
  const std::string text =
      "“Zoë” Müller’s mum 🙂 07700 900123 — Łukasz, né 1 May; Mrs Ó Súilleabháin’s LA14 "
      "4QP.";
  const Redaction redaction = shipped_redactor().redact(text, written);
  REQUIRE_FALSE(redaction.found.empty());
  std::size_t end = 0;
  for (const Finding& f : redaction.found) {
    CHECK(f.begin >= end);
    CHECK(f.begin < f.end);
    CHECK(utf8::is_valid(text.substr(f.begin, f.end - f.begin)));
    end = f.end;
  }
  CHECK(utf8::is_valid(redaction.text.view()));
  CHECK(redacted("Nothing of anybody here: 3 weeks, £40.") == "Nothing of anybody here: 3 weeks, £40.");
}

// No clock here: a quadratic rule would not end in the time a test program is given.
TEST_CASE("redact: 200 kB of one character end, and 20 kB of one word end settled") {
  for (const std::string_view piece : {"9", "A", "@", ".", "[", "é"}) {
    CAPTURE(piece);
    CHECK(utf8::is_valid(redacted(many(piece, 200'000))));
  }
  CHECK(utf8::is_valid(redacted(many("my son Jo ", 1'000'000))));  // each removed in the same pass
  for (const std::string_view piece : hostile_pieces) {
    CAPTURE(piece);
    const std::string once = redacted(many(piece, 20'000));
    CHECK(utf8::is_valid(once));
    CHECK(redacted(once) == once);
  }
}

}  // namespace postbox::redact
