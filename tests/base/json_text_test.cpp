#include "base/json_text.hpp"

#include <doctest/doctest.h>

using namespace postbox;
using namespace std::string_literals;

TEST_CASE("json text: what is escaped comes out as it was meant, and what follows is left") {
  struct Case {
    const char* why;
    std::string_view given;
    std::string expected;
  };
  const Case cases[] = {
      {"empty", R"("")", ""},
      {"plain", R"("a bus")", "a bus"},
      {"beyond ASCII as it is", "\"d\xC3\xA9j\xC3\xA0 \xF0\x9F\x9A\x8C\"",
       "d\xC3\xA9j\xC3\xA0 \xF0\x9F\x9A\x8C"},
      {"every short escape", R"("\"\\\/\b\f\n\r\t")", "\"\\/\b\f\n\r\t"},
      {"one byte", R"("\u0041")", "A"},
      {"an escaped NUL", R"("a\u0000b")", "a\0b"s},
      {"two bytes, either case of letter", R"("\u00e9\u00E9")", "\xC3\xA9\xC3\xA9"},
      {"three bytes", R"("\u20ac")", "\xE2\x82\xAC"},
      {"the ends of the surrogates", R"("\ud7ff\ue000")", "\xED\x9F\xBF\xEE\x80\x80"},
      {"a pair", R"("\ud83d\ude8c")", "\xF0\x9F\x9A\x8C"},
      {"the last pair", R"("\udbff\udfff")", "\xF4\x8F\xBF\xBF"},
      {"DEL is no control character to JSON", "\"\x7F\"", "\x7F"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const std::string given = std::string(c.given) + ",1";
    std::string_view rest = given;
    CHECK(json::take_text(rest) == c.expected);
    CHECK(rest == ",1");
  }
}

TEST_CASE("json text: plain bytes end before what must be escaped, wherever it stands and whatever it is") {
  for (int value = 0; value < 256; ++value) {
    const char byte = static_cast<char>(value);
    const bool is_plain = value >= 0x20 && byte != '"' && byte != '\\';
    for (std::size_t at = 0; at < 20; ++at) {
      std::string text(20, 'x');
      text[at] = byte;
      CAPTURE(value);
      CAPTURE(at);
      CHECK(json::plain_bytes(text) == (is_plain ? text.size() : at));
    }
  }
  CHECK(json::plain_bytes("") == 0);
}

TEST_CASE("json text: what is no text is none") {
  for (const std::string& given : {""s,
                                   "a"s,
                                   R"("a)"s,
                                   R"("a\")"s,
                                   R"("\x")"s,
                                   R"("\U0041")"s,
                                   R"("\u")"s,
                                   R"("\u00")"s,
                                   R"("\u00g0")"s,
                                   R"("\u004")"s,
                                   R"("\ud83d")"s,
                                   R"("\ud83dx")"s,
                                   R"("\ud83d\n")"s,
                                   R"("\ud83d\u0041")"s,
                                   R"("\ud83d\ud83d")"s,
                                   R"("\udf88")"s,
                                   R"("\ud83d\u")"s,
                                   "\"\n\""s,
                                   "\"\x1F\""s,
                                   "\"\0\""s,
                                   "'a'"s}) {
    CAPTURE(given);
    std::string_view rest = given;
    CHECK_FALSE(json::take_text(rest));
  }
}

TEST_CASE("json text: numbers are those of the grammar, and what follows one is left") {
  struct Case {
    std::string_view given;
    std::string_view expected;  // "" for none
  };
  const Case cases[] = {
      {"0", "0"},        {"-0", "-0"}, {"10", "10"},       {"1.5e+3x", "1.5e+3"},
      {"1E-2,", "1E-2"}, {"01", "0"},  {"0.0e0", "0.0e0"}, {"-", ""},
      {"+1", ""},        {".5", ""},   {"1.", ""},         {"1.e1", ""},
      {"1e", ""},        {"1e+", ""},  {"", ""},           {"NaN", ""},
      {"-Infinity", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.given);
    std::string_view rest = c.given;
    const auto number = json::take_number(rest);
    CHECK(number.value_or("") == c.expected);
    if (number) CHECK(rest == c.given.substr(c.expected.size()));
  }
}
