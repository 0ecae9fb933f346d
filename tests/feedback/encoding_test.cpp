#include "feedback/encoding.hpp"

#include <doctest/doctest.h>

namespace postbox {
namespace {

Submission example() {
  Submission submission{"abcdefghijklmnopqrstuvwxyz",
                        "abcdefghijklmnopqrst",
                        Month::parse("2026-11").value(),
                        Channel::form,
                        {}};
  submission.answers.choices = {{"rating", {"poor"}}, {"areas", {"schooling", "camhs"}}};
  submission.answers.texts = {{"feedback", "We waited\na \"year\"."}};
  submission.answers.ticks = {"risk_now", "call_me"};
  return submission;
}

constexpr std::string_view example_bytes =
    R"({"channel":"form","choices":{"areas":["schooling","camhs"],"rating":["poor"]},)"
    R"("id":"abcdefghijklmnopqrstuvwxyz","month":"2026-11","receipt":"abcdefghijklmnopqrst",)"
    R"("texts":{"feedback":"We waited\na \"year\"."},"ticks":["call_me","risk_now"],"v":1})";

std::string replaced(std::string_view from, std::string_view to) {
  std::string bytes(example_bytes);
  const auto at = bytes.find(from);
  REQUIRE(at != std::string::npos);
  return bytes.replace(at, from.size(), to);
}

TEST_CASE("encoding: a submission is these bytes, keys in order, choices as given") {
  CHECK(encode(example()) == example_bytes);
  CHECK(decode(example_bytes) == example());
}

TEST_CASE("encoding: words come back verbatim, whatever they hold") {
  const std::string rows[] = {"",
                              " \r\n\t",
                              "</script> & \\ / \" '",
                              std::string("\0\x01\x1F\x7F", 4),
                              "D\xC5\xB5r \xD9\x85\xD8\xAF\xD8\xB1\xD8\xB3\xD8\xA9 \xF0\x9F\x98\x80",
                              "cafe\xCC\x81 is not caf\xC3\xA9",
                              "\xEF\xBB\xBF",
                              std::string(100000, 'x')};
  for (const std::string& words : rows) {
    Submission submission = example();
    submission.answers.texts["feedback"] = words;
    const auto back = decode(encode(submission));
    REQUIRE(back);
    CHECK(*back == submission);
  }
}

TEST_CASE("encoding: every channel and a submission without answers come back") {
  for (const Channel channel : {Channel::form, Channel::api, Channel::import}) {
    Submission submission = example();
    submission.channel = channel;
    submission.answers = {};
    CHECK(decode(encode(submission)) == submission);
  }
}

TEST_CASE("encoding: what was not written by us is refused") {
  struct Case {
    const char* why;
    std::string bytes;
  };
  const Case cases[] = {
      {"nothing", ""},
      {"no JSON", "feedback"},
      {"another JSON value", "[]"},
      {"null", "null"},
      {"an empty object", "{}"},
      {"cut short", std::string(example_bytes.substr(0, 100))},
      {"a line end after it", std::string(example_bytes) + "\n"},
      {"a second object", std::string(example_bytes) + std::string(example_bytes)},
      {"a NUL after it", std::string(example_bytes) + '\0'},
      {"a byte-order mark", "\xEF\xBB\xBF" + std::string(example_bytes)},
      {"white space between", replaced("\"v\":1", "\"v\": 1")},
      {"keys in another order", replaced("{\"channel\":\"form\",", "{\"v\":1,\"channel\":\"form\",")},
      {"a key twice", replaced("\"v\":1", "\"v\":1,\"v\":1")},
      {"an unknown key", replaced("\"v\":1", "\"v\":1,\"w\":1")},
      {"an unknown key in place of another", replaced("\"ticks\"", "\"ticka\"")},
      {"a key missing", replaced(",\"ticks\":[\"call_me\",\"risk_now\"]", "")},
      {"a later version", replaced("\"v\":1", "\"v\":2")},
      {"a version that is text", replaced("\"v\":1", "\"v\":\"1\"")},
      {"a version with a fraction", replaced("\"v\":1", "\"v\":1.0")},
      {"an unknown channel", replaced("\"form\"", "\"fax\"")},
      {"no month", replaced("2026-11", "2026-13")},
      {"a month that is a number", replaced("\"2026-11\"", "202611")},
      {"an id that is null", replaced("\"abcdefghijklmnopqrstuvwxyz\"", "null")},
      {"a choice that is no list", replaced("[\"poor\"]", "\"poor\"")},
      {"words that are a number", replaced("\"We waited\\na \\\"year\\\".\"", "7")},
      {"a tick twice", replaced("[\"call_me\",\"risk_now\"]", "[\"risk_now\",\"risk_now\"]")},
      {"ticks in another order", replaced("[\"call_me\",\"risk_now\"]", "[\"risk_now\",\"call_me\"]")},
      {"an escape that need not be", replaced("We waited", "\\u0057e waited")},
      {"a slash escaped", replaced("We waited", "We\\/waited")},
      {"a lone surrogate", replaced("We waited", "We\\ud800waited")},
      {"bad UTF-8", replaced("We waited", "We \xFF waited")},
      {"nested deep", std::string(100000, '[')},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK_FALSE(decode(c.bytes));
  }
}

}  // namespace
}  // namespace postbox
