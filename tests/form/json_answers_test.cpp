#include <doctest/doctest.h>

#include "form/answers.hpp"
#include "form/read_shipped.hpp"
#include "form/reading.hpp"

using namespace postbox;
using namespace std::string_literals;

namespace {

std::string nested(std::size_t depth, const char* open, const char* close) {
  std::string text;
  for (std::size_t i = 0; i < depth; ++i) text += open;
  for (std::size_t i = 0; i < depth; ++i) text += close;
  return text;
}

}  // namespace

TEST_CASE("json: what is not honest JSON is malformed") {
  struct Case {
    const char* why;
    std::string body;
  };
  const Case cases[] = {
      {"nothing", ""},
      {"white space only", " \n"},
      {"a word", "feedback"},
      {"cut off", R"({"feedback":"x")"},
      {"a form post", "feedback=x"},
      {"a comma too many", R"({"feedback":"x",})"},
      {"a comment", R"({"feedback":"x"} // hello)"},
      {"single quotes", "{'feedback':'x'}"},
      {"two values", R"({"feedback":"x"}{"feedback":"y"})"},
      {"a letter after the value", R"({"feedback":"x"}x)"},
      {"a NUL after the value", "{\"feedback\":\"x\"}\0"s},
      {"a number, then a NUL", "123\0"s},
      {"a NUL, then more", "{\"feedback\":\"x\"}\0{}"s},
      {"a byte order mark", "\xEF\xBB\xBF{\"feedback\":\"x\"}"},
      {"UTF-16", "\xFF\xFE{\0}\0"s},
      {"a key twice", R"({"feedback":"x","feedback":"y"})"},
      {"a key twice, the same value", R"({"rating":"good","rating":"good"})"},
      {"a key twice, once escaped", R"({"feedback":"x","\u0066eedback":"y"})"},
      {"an unknown key twice", R"({"a":1,"\u0061":2})"},
      {"a key twice further in", R"({"feedback":{"a":[{"b":1,"b":2}]}})"},
      {"a key twice inside a list", R"([{"b":1,"b":2}])"},
      {"a text that is not UTF-8", "{\"feedback\":\"\xC3(\"}"},
      {"an overlong form", "{\"feedback\":\"\xC0\xAF\"}"},
      {"a surrogate as bytes", "{\"feedback\":\"\xED\xA0\x80\"}"},
      {"bytes beyond Unicode", "{\"feedback\":\"\xF4\x90\x80\x80\"}"},
      {"a key that is not UTF-8", "{\"\xFF\":\"x\"}"},
      {"a NUL byte in a text", "{\"feedback\":\"a\0b\"}"s},
      {"a NUL escaped in a text", R"({"feedback":"a\u0000b"})"},
      {"a NUL escaped in a key", R"({"feed\u0000back":"x"})"},
      {"a NUL escaped further in", R"({"feedback":"x","y":[{"z":"\u0000"}]})"},
      {"half a surrogate pair, high", R"({"feedback":"\ud83c"})"},
      {"half a surrogate pair, low", R"({"feedback":"\udf88"})"},
      {"high, then a letter", R"({"feedback":"\ud83cx"})"},
      {"high, high", R"({"feedback":"\ud83c\ud83c"})"},
      {"a lone surrogate in a key", R"({"\ud83c":"x"})"},
      {"a control character in a text, bare", "{\"feedback\":\"a\x01\"}"},
      {"a line end in a text, bare", "{\"feedback\":\"a\nb\"}"},
      {"an unknown escape", R"({"feedback":"\x41"})"},
      {"17 lists deep", nested(17, "[", "]")},
      {"17 deep in an object", "{\"feedback\":" + nested(16, "[", "]") + "}"},
      {"17 objects deep", nested(16, "{\"a\":", "}").insert(80, "{}")},
      {"30,000 deep", nested(30000, "[", "]")},
      {"30,000 deep and never closed", nested(30000, "[", "")},
      {"a number that is none", R"({"rating":NaN})"},
      {"a number with a leading zero", R"({"rating":01})"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(test::is_malformed(form::read_json(test::shipped_form(), c.body)));
  }
}

TEST_CASE("json: what is JSON and no flat object of answers is refused by place") {
  struct Case {
    const char* why;
    std::string body;
    std::string pointer;
  };
  const Case cases[] = {
      {"a list at the top", R"(["x"])", ""},
      {"an empty list at the top", "[]", ""},
      {"a list of an answer at the top", R"([{"feedback":"x"}])", ""},
      {"a text at the top", R"("x")", ""},
      {"a number at the top", "123", ""},
      {"true at the top", "true", ""},
      {"null at the top", "null", ""},
      {"16 lists deep is still readable", nested(16, "[", "]"), ""},
      {"null for a text", R"({"feedback":null})", "/feedback"},
      {"null for a choice", R"({"feedback":"x","rating":null})", "/rating"},
      {"null for a list", R"({"feedback":"x","areas":null})", "/areas"},
      {"null for a tick", R"({"feedback":"x","risk_now":null})", "/risk_now"},
      {"null in a list", R"({"areas":["ehcp",null]})", "/areas/1"},
      {"null for an unknown key", R"({"feedback":"x","y":null})", "/y"},
      {"an object for a text", R"({"feedback":{"text":"x"}})", "/feedback"},
      {"an object in a list", R"({"areas":[{"code":"ehcp"}]})", "/areas/0"},
      {"a list in a list", R"({"areas":["camhs",["ehcp"]]})", "/areas/1"},
      {"a list for a text", R"({"feedback":["x"]})", "/feedback"},
      {"a list for a choice", R"({"rating":["good"]})", "/rating"},
      {"a text for a list", R"({"areas":"ehcp"})", "/areas"},
      {"a number for a text", R"({"feedback":5})", "/feedback"},
      {"a large number for a text", R"({"feedback":123456789012345678901234567890})", "/feedback"},
      {"a fraction for a choice", R"({"rating":-1.5e3})", "/rating"},
      {"a number that no double holds", R"({"rating":1e999})", "/rating"},
      {"one below them all", R"({"feedback":-1E+9999999999999999999})", "/feedback"},
      {"one between any two of them", R"({"areas":["camhs",1e-999]})", "/areas/1"},
      {"a number of 400 digits", "{\"feedback\":" + std::string(400, '9') + "}", "/feedback"},
      {"a number that no double holds at the top", "1e999", ""},
      {"the same deep inside", R"({"feedback":[{"a":[1e999]}]})", "/feedback"},
      {"true for a text", R"({"feedback":true})", "/feedback"},
      {"a number for a tick", R"({"risk_now":1})", "/risk_now"},
      {"a number in a list", R"({"areas":[1]})", "/areas/0"},
      {"true for a list", R"({"areas":true})", "/areas"},
      {"an empty key", R"({"feedback":"x","":"y"})", "/"},
      {"the pages' own field is no answer here", R"({"feedback":"x","step":"send"})", "/step"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const form::Reading reading = form::read_json(test::shipped_form(), c.body);
    CHECK(test::pointers(test::checked_of(reading)) == std::vector<std::string>{c.pointer});
  }
}

TEST_CASE("json: keys and texts may be escaped in any honest way") {
  const auto reading =
      form::read_json(test::shipped_form(), " \r\n{ \"\\u0066eedback\" : \"\\ud83c\\udf88 \\\"\\/\" } \t");
  CHECK(test::checked_of(reading).answers.texts.at("feedback") == "\xF0\x9F\x8E\x88 \"/");
}

TEST_CASE("json: the same key in two different objects is not a repetition") {
  const auto reading =
      form::read_json(test::shipped_form(), R"({"feedback":{"a":1},"y":{"a":1,"feedback":2}})");
  CHECK(test::pointers(test::checked_of(reading)) == std::vector<std::string>{"/feedback", "/y"});
}

TEST_CASE("json: a problem quotes a short value, never a long one") {
  const std::string story(41, 's');
  const auto reading =
      form::read_json(test::shipped_form(), "{\"rating\":\"superb\",\"when\":\"" + story + "\"}");
  const form::Checked& checked = test::checked_of(reading);
  REQUIRE(checked.problems.size() == 2);
  CHECK(checked.problems[0].detail.find("\"superb\"") != std::string::npos);
  CHECK(checked.problems[1].detail.find(story) == std::string::npos);
}

TEST_CASE("json: what is wrong with a long text is said in numbers") {
  const auto reading =
      form::read_json(test::shipped_form(), "{\"feedback\":\"" + std::string(12345, 'x') + "\"}");
  REQUIRE(test::checked_of(reading).problems.size() == 1);
  CHECK(test::checked_of(reading).problems[0].detail ==
        "this is 12,345 characters long; the most we can take is 10,000");
}

TEST_CASE("json: a body full of mistakes gives a bounded list of problems") {
  std::string body = "{\"areas\":[0";
  for (int i = 0; i < 50000; ++i) body += ",0";
  const auto reading = form::read_json(test::shipped_form(), body + "]}");
  CHECK(test::checked_of(reading).problems.size() == form::problems_max);
}
