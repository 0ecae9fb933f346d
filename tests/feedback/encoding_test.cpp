#include "feedback/encoding.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace postbox;
using namespace std::string_literals;

namespace {

Submission sample() {
  Submission submission{
      "aaaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbb", *Month::parse("2026-11"), Channel::api, {}};
  submission.answers.texts["feedback"] = "Thank you";
  submission.answers.choices["areas"] = {"ehcp", "camhs"};
  submission.answers.ticks = {"risk_now"};
  return submission;
}

const std::string sample_bytes =
    R"({"channel":"api","choices":{"areas":["ehcp","camhs"]},"id":"aaaaaaaaaaaaaaaaaaaaaaaaaa","month":"2026-11",)"
    R"("receipt":"bbbbbbbbbbbbbbbbbbbb","texts":{"feedback":"Thank you"},"ticks":["risk_now"],"v":1})";

std::string replaced(const std::string& from, const std::string& to) {
  std::string bytes = sample_bytes;
  const std::size_t at = bytes.find(from);
  REQUIRE(at != std::string::npos);
  return bytes.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("encoding: version 1, to the byte") {
  CHECK(encode(sample()) == sample_bytes);
  CHECK(decode(sample_bytes) == sample());
}

TEST_CASE("encoding: version 2 says that a submission is suspected, and says nothing else") {
  Submission suspected = sample();
  suspected.suspected = true;
  std::string bytes = replaced(R"("texts")", R"("suspected":true,"texts")");
  bytes.replace(bytes.size() - 2, 1, "2");
  CHECK(encode(suspected) == bytes);
  CHECK(decode(bytes) == suspected);
  CHECK_FALSE(decode(replaced(R"("texts")", R"("suspected":true,"texts")")));  // version 1 has no such key
  CHECK_FALSE(decode(bytes.replace(bytes.find("true"), 4, "false")));
}

TEST_CASE("encoding: what goes in comes out") {
  const std::string texts[] = {
      "",
      "two\nlines\tand a tab",
      "CR LF \r\n, CR \r",
      "quotes \" ' and \\ back",
      "</script> <!-- &amp;",
      "\x01\x02\x1b\x1f\x7f",
      "\xC2\x80\xC2\x9F \xE2\x80\xA8 \xEF\xBB\xBF \xEF\xBF\xBF \xF4\x8F\xBF\xBF",
      "\xD8\xB4\xD9\x83\xD8\xB1\xD8\xA7 \xF0\x9F\x8E\x88",
      std::string(30000, 'x'),
  };
  for (const std::string& words : texts) {
    CAPTURE(words.substr(0, 40));
    for (const Channel channel : {Channel::form, Channel::api, Channel::import}) {
      Submission submission = sample();
      submission.channel = channel;
      submission.answers.texts["feedback"] = words;
      submission.answers.texts[words] = "a key can hold it too";
      CHECK(decode(encode(submission)) == submission);
    }
  }
}

TEST_CASE("encoding: equal submissions are equal bytes, however they were made") {
  Submission other{
      "aaaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbb", *Month::parse("2026-11"), Channel::api, {}};
  Submission one = other;
  one.answers.texts["z"] = "1";
  one.answers.texts["a"] = "2";
  other.answers.texts["a"] = "2";
  other.answers.texts["z"] = "1";
  CHECK(encode(one) == encode(other));
  other.answers.texts["z"] = "2";
  CHECK(encode(one) != encode(other));
}

TEST_CASE("encoding: bytes that we would not have written do not decode") {
  struct Case {
    const char* why;
    std::string bytes;
  };
  const Case cases[] = {
      {"nothing", ""},
      {"no object", "[]"},
      {"an empty object", "{}"},
      {"cut off", sample_bytes.substr(0, sample_bytes.size() - 1)},
      {"something behind", sample_bytes + " "},
      {"a NUL behind", sample_bytes + "\0"s},
      {"a byte order mark", "\xEF\xBB\xBF" + sample_bytes},
      {"white space", replaced(R"("v":1)", R"("v": 1)")},
      {"keys in another order",
       replaced(R"({"channel":"api",)", "{").insert(sample_bytes.size() - 17, R"(,"channel":"api")")},
      {"a letter escaped", replaced("Thank", R"(\u0054hank)")},
      {"a slash escaped", replaced("Thank you", R"(Thank\/you)")},
      {"a key twice", replaced(R"("v":1)", R"("v":1,"v":1)")},
      {"an unknown key", replaced(R"("v":1)", R"("v":1,"w":2)")},
      {"an unknown key for a known one", replaced(R"("v":1)", R"("w":1)")},
      {"a key missing", replaced(R"("ticks":["risk_now"],)", "")},
      {"a later version", replaced(R"("v":1)", R"("v":2)")},
      {"a version as a text", replaced(R"("v":1)", R"("v":"1")")},
      {"a version as a fraction", replaced(R"("v":1)", R"("v":1.0)")},
      {"month 13", replaced("2026-11", "2026-13")},
      {"month 0", replaced("2026-11", "2026-00")},
      {"a day", replaced("2026-11", "2026-11-01")},
      {"a month as a number", replaced(R"("2026-11")", "202611")},
      {"an unknown channel", replaced(R"("channel":"api")", R"("channel":"fax")")},
      {"an id as a number", replaced(R"("aaaaaaaaaaaaaaaaaaaaaaaaaa")", "7")},
      {"a text as a number", replaced(R"("Thank you")", "7")},
      {"a text as null", replaced(R"("Thank you")", "null")},
      {"a choice outside a list", replaced(R"(["ehcp","camhs"])", R"("ehcp")")},
      {"a tick twice", replaced(R"(["risk_now"])", R"(["risk_now","risk_now"])")},
      {"ticks out of order", replaced(R"(["risk_now"])", R"(["risk_now","a"])")},
      {"ticks as true", replaced(R"(["risk_now"])", "true")},
      {"texts as a list", replaced(R"({"feedback":"Thank you"})", "[]")},
      {"not UTF-8", replaced("Thank", "\xC3(")},
      {"a surrogate escaped", replaced("Thank", R"(\ud83c)")},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK_FALSE(decode(c.bytes));
  }
}

TEST_CASE("encoding: any one byte changed is another submission or none") {
  const Submission original = sample();
  for (std::size_t i = 0; i < sample_bytes.size(); ++i) {
    std::string changed = sample_bytes;
    changed[i] = static_cast<char>(changed[i] ^ 0x01);
    const auto decoded = decode(changed);
    CAPTURE(i);
    CHECK((!decoded || (!(*decoded == original) && encode(*decoded) == changed)));
  }
}
