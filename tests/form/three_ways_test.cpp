// The same answers as JSON, url-encoded and multipart: one check, one outcome.
#include <doctest/doctest.h>

#include "form/answers.hpp"
#include "form/read_shipped.hpp"
#include "form/reading.hpp"

using namespace postbox;
using test::Pairs;

namespace {

struct Case {
  const char* why;
  std::string json;
  Pairs fields;
  Answers answers;
  std::vector<std::string> pointers;  // of the problems
};

std::string long_text(std::size_t characters) {
  std::string text;
  for (std::size_t i = 0; i < characters; ++i) text += "\xF0\x9F\x8E\x88";  // a balloon, four bytes
  return text;
}

std::vector<Case> cases() {
  return {
      {"words alone",
       R"({"feedback":"Thank you"})",
       {{"feedback", "Thank you"}},
       {{{"feedback", "Thank you"}}, {}, {}},
       {}},
      {"a rating alone is enough",
       R"({"rating":"good"})",
       {{"rating", "good"}},
       {{}, {{"rating", {"good"}}}, {}},
       {}},
      {"a tick alone is enough", R"({"risk_now":true})", {{"risk_now", "true"}}, {{}, {}, {"risk_now"}}, {}},
      {"an area alone is enough",
       R"({"areas":["ehcp"]})",
       {{"areas", "ehcp"}},
       {{}, {{"areas", {"ehcp"}}}, {}},
       {}},
      {"no tick says nothing", R"({"risk_now":false})", {{"risk_now", "false"}}, {}, {""}},
      {"nothing at all", "{}", {}, {}, {""}},
      {"only empty answers",
       R"({"feedback":"","rating":"","areas":[]})",
       {{"feedback", ""}, {"rating", ""}},
       {},
       {""}},
      {"only white space, also of other scripts",
       "{\"feedback\":\" \\n\xC2\xA0\xE3\x80\x80\"}",
       {{"feedback", " \r\n\xC2\xA0\xE3\x80\x80"}},
       {},
       {""}},
      {"white space around words is theirs",
       R"({"feedback":"  so\n\tkind "})",
       {{"feedback", "  so\r\n\tkind "}},
       {{{"feedback", "  so\n\tkind "}}, {}, {}},
       {}},
      {"an empty answer beside words",
       R"({"feedback":"x","working_well":" ","areas":[""]})",
       {{"feedback", "x"}, {"working_well", " "}, {"areas", ""}},
       {{{"feedback", "x"}}, {}, {}},
       {}},
      {"other scripts and marks",
       "{\"feedback\":\"\xD8\xB4\xD9\x83\xD8\xB1\xD8\xA7 <b>&amp;</b> 100% +1=2; \\\"x\\\"\"}",
       {{"feedback", "\xD8\xB4\xD9\x83\xD8\xB1\xD8\xA7 <b>&amp;</b> 100% +1=2; \"x\""}},
       {{{"feedback", "\xD8\xB4\xD9\x83\xD8\xB1\xD8\xA7 <b>&amp;</b> 100% +1=2; \"x\""}}, {}, {}},
       {}},
      {"controls other than NUL are kept",
       R"({"feedback":"a\u0001\u001b\u007fb\rc"})",
       {{"feedback",
         "a\x01\x1b\x7f"
         "b\rc"}},
       {{{"feedback",
          "a\x01\x1b\x7f"
          "b\rc"}},
        {},
        {}},
       {}},
      {"options come in the order of the form, each once",
       R"({"areas":["ehcp","camhs","ehcp"]})",
       {{"areas", "ehcp"}, {"areas", "camhs"}, {"areas", "ehcp"}},
       {{}, {{"areas", {"camhs", "ehcp"}}}, {}},
       {}},
      {"an unknown value is named, the rest is kept",
       R"({"feedback":"x","rating":"superb"})",
       {{"feedback", "x"}, {"rating", "superb"}},
       {{{"feedback", "x"}}, {}, {}},
       {"/rating"}},
      {"a value differs in case", R"({"rating":"Good"})", {{"rating", "Good"}}, {}, {"/rating"}},
      {"a value with white space round it", R"({"rating":" good"})", {{"rating", " good"}}, {}, {"/rating"}},
      {"an unknown item is named by its place",
       R"({"areas":["ehcp","moon"]})",
       {{"areas", "ehcp"}, {"areas", "moon"}},
       {{}, {{"areas", {"ehcp"}}}, {}},
       {"/areas/1"}},
      {"an unknown key is named",
       R"({"feedback":"x","name":"y"})",
       {{"feedback", "x"}, {"name", "y"}},
       {{{"feedback", "x"}}, {}, {}},
       {"/name"}},
      {"an unknown key is escaped as a pointer",
       R"({"feedback":"x","a/b~c":"y"})",
       {{"feedback", "x"}, {"a/b~c", "y"}},
       {{{"feedback", "x"}}, {}, {}},
       {"/a~1b~0c"}},
      {"an unknown key is refused without a value too",
       R"({"feedback":"x","name":""})",
       {{"feedback", "x"}, {"name", ""}},
       {{{"feedback", "x"}}, {}, {}},
       {"/name"}},
      {"one answer only",
       R"({"rating":["good","poor"]})",
       {{"rating", "good"}, {"rating", "poor"}},
       {},
       {"/rating"}},
      {"a tick is true or false", R"({"risk_now":"yes"})", {{"risk_now", "yes"}}, {}, {"/risk_now"}},
      {"the most characters, four bytes each",
       "{\"feedback\":\"" + long_text(10000) + "\"}",
       {{"feedback", long_text(10000)}},
       {{{"feedback", long_text(10000)}}, {}, {}},
       {}},
      {"one character too many: refused and still whole",
       "{\"feedback\":\"" + long_text(10001) + "\"}",
       {{"feedback", long_text(10001)}},
       {{{"feedback", long_text(10001)}}, {}, {}},
       {"/feedback"}},
      {"several problems, in order",
       R"({"gender":"x","feedback":"y","when":"z"})",
       {{"gender", "x"}, {"feedback", "y"}, {"when", "z"}},
       {{{"feedback", "y"}}, {}, {}},
       {"/gender", "/when"}},
  };
}

}  // namespace

TEST_CASE("answers: JSON, url-encoded and multipart agree") {
  const form::Form& form = test::shipped_form();
  for (const Case& c : cases()) {
    CAPTURE(c.why);
    const form::Checked json = test::checked_of(form::read_json(form, c.json));
    const form::Checked url = test::post_of(form::read_urlencoded(form, test::urlencoded(c.fields))).checked;
    const form::Checked parts =
        test::post_of(form::read_multipart(form, test::multipart(c.fields), "XbX")).checked;
    CHECK(json.answers == c.answers);
    CHECK(url.answers == c.answers);
    CHECK(parts.answers == c.answers);
    CHECK(test::pointers(json) == c.pointers);
    CHECK(url.problems == json.problems);
    CHECK(parts.problems == json.problems);
  }
}

TEST_CASE("answers: every option of every question is taken, by its value") {
  const form::Form& form = test::shipped_form();
  for (const form::Question& question : form.questions) {
    for (const form::Option& option : question.options) {
      CAPTURE(question.id + "=" + option.value);
      const auto reading = form::read_urlencoded(form, test::urlencoded({{question.id, option.value}}));
      CHECK(chosen(test::post_of(reading).checked.answers, question.id) == option.value);
      CHECK(test::post_of(reading).checked.problems.empty());
    }
  }
}

TEST_CASE("answers: only a form post has its line ends made plain") {
  const form::Form& form = test::shipped_form();
  const auto json = form::read_json(form, R"({"feedback":"a\r\nb"})");
  CHECK(test::checked_of(json).answers.texts.at("feedback") == "a\r\nb");
  const auto post = form::read_urlencoded(form, "feedback=a%0D%0Ab%0D%0D%0Ac%0Dd");
  CHECK(test::post_of(post).checked.answers.texts.at("feedback") == "a\nb\r\nc\rd");
}

TEST_CASE("answers: a text's length is counted after its line ends were made plain") {
  const form::Form& form = test::shipped_form();
  std::string lines;
  for (int i = 0; i < 5000; ++i) lines += "x\r\n";
  const auto post = form::read_multipart(form, test::multipart({{"feedback", lines}}), "XbX");
  CHECK(test::post_of(post).checked.problems.empty());
}
