#include "base/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

namespace postbox::utf8 {
namespace {

std::string encoded(char32_t c) {
  const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
  if (c < 0x10000) return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
  return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)),
          byte(0x80 | (c & 0x3F))};
}

TEST_CASE("utf-8: every code point is read as itself, and none of the surrogates") {
  std::size_t wrong = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const std::string bytes = encoded(c);
    const Decoded decoded = decode(bytes);
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    const bool right =
        surrogate ? decoded.size == 0 : decoded.code_point == c && decoded.size == bytes.size();
    wrong += right ? 0 : 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("utf-8: what RFC 3629 does not allow is refused, wherever it stands") {
  struct Case {
    const char* why;
    std::string bytes;
  };
  const Case cases[] = {
      {"a tail without a head", "\x80"},
      {"the last of the tails", "\xBF"},
      {"overlong: / in two bytes", "\xC0\xAF"},
      {"overlong: U+007F in two bytes", "\xC1\xBF"},
      {"overlong: NUL in two bytes, as Java writes it", "\xC0\x80"},
      {"overlong: U+07FF in three bytes", "\xE0\x9F\xBF"},
      {"overlong: / in three bytes", "\xE0\x80\xAF"},
      {"overlong: U+FFFF in four bytes", "\xF0\x8F\xBF\xBF"},
      {"overlong: / in four bytes", "\xF0\x80\x80\xAF"},
      {"the first surrogate", "\xED\xA0\x80"},
      {"the last surrogate", "\xED\xBF\xBF"},
      {"a pair of surrogates, as CESU-8 writes an emoji", "\xED\xA0\xBD\xED\xB8\x80"},
      {"above U+10FFFF by one", "\xF4\x90\x80\x80"},
      {"far above U+10FFFF", "\xF7\xBF\xBF\xBF"},
      {"a head of five bytes", "\xF8\x88\x80\x80\x80"},
      {"a head of six bytes", "\xFC\x84\x80\x80\x80\x80"},
      {"FE", "\xFE"},
      {"FF", "\xFF"},
      {"cut after one of two", "\xC3"},
      {"cut after one of three", "\xE2"},
      {"cut after two of three", "\xE2\x82"},
      {"cut after three of four", "\xF0\x9F\x98"},
      {"a letter in place of a tail",
       "\xC3"
       "a"},
      {"a letter in place of the third",
       "\xE2\x82"
       "a"},
      {"a letter in place of the fourth",
       "\xF0\x9F\x98"
       "a"},
      {"a head in place of a tail", "\xC3\xC3"},
      {"Latin-1", "caf\xE9 "},
      {"UTF-16", std::string("\xFF\xFE"
                             "a\0",
                             4)},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK_FALSE(is_valid(c.bytes));
    CHECK_FALSE(is_valid("fine, then " + c.bytes));
    CHECK_FALSE(is_valid(c.bytes + " and fine again"));
  }
}

TEST_CASE("utf-8: what is allowed is allowed, strange or not") {
  const std::string rows[] = {"",
                              "plain",
                              std::string("a\0b", 3),
                              "\x7F",
                              "\xC2\x80",
                              "caf\xC3\xA9",
                              "\xED\x9F\xBF",
                              "\xEE\x80\x80",
                              std::string("\xEF\xBB\xBF") + "byte-order mark",
                              "\xEF\xBF\xBF",
                              "\xF0\x9F\x98\x80",
                              "\xF4\x8F\xBF\xBF"};
  for (const std::string& text : rows) {
    CAPTURE(text);
    CHECK(is_valid(text));
  }
}

TEST_CASE("utf-8: nothing is read from nothing") { CHECK(decode("").size == 0); }

TEST_CASE("utf-8: length counts code points, not bytes and not letters as seen") {
  CHECK(length("") == 0);
  CHECK(length("caf\xC3\xA9") == 4);
  CHECK(length("cafe\xCC\x81") == 5);  // the accent is a code point of its own
  CHECK(length("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA7") == 3);
  std::string text;
  for (std::size_t count = 0; count < 40; ++count) {  // wherever eight bytes end
    CHECK(length(text) == count);
    CHECK(length("a" + text + "a") == count + 2);
    text += count % 3 == 0 ? "\xE2\x82\xAC" : count % 3 == 1 ? "\xC3\xBF" : "\xF0\x9F\x91\xA8";
  }
}

TEST_CASE("utf-8: white space and what is drawn as nothing are blank, a letter or a full stop is not") {
  const std::string_view blank[] = {"",
                                    " ",
                                    "\r\n\t\v\f",
                                    "\xC2\xA0",
                                    "\xC2\x85",
                                    "\xE2\x80\x83\xE2\x80\xAF",
                                    "\xE2\x80\x8B\xE2\x80\x8D",
                                    "\xE2\x80\xA8\xE2\x80\xA9",
                                    "\xE2\x81\xA0",
                                    "\xE3\x80\x80",
                                    "\xC2\xAD",
                                    "\xE2\xA0\x80",
                                    "\xE3\x85\xA4\xEF\xBE\xA0",
                                    "\xE2\x80\xAE\xE2\x81\xA9",
                                    "\xEF\xB8\x8F",
                                    "\xF3\xA0\x81\xBF",
                                    "\xEF\xBB\xBF \n"};
  for (const std::string_view text : blank) {
    CAPTURE(text);
    CHECK(is_blank(text));
  }
  const std::string_view said[] = {
      ".", "a", "  x  ", "-", "\xF0\x9F\x98\x80", "\xD8\xA7", "0", "\xE2\xA0\x81", std::string_view("\0", 1)};
  for (const std::string_view text : said) {
    CAPTURE(text);
    CHECK_FALSE(is_blank(text));
  }
}

}  // namespace
}  // namespace postbox::utf8
