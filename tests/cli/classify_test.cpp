#include <doctest/doctest.h>

#include <sstream>

#include "cli/played_world.hpp"
#include "support/json.hpp"

using namespace postbox::test;
using nlohmann::json;

TEST_CASE("classify: a line in, a line out, in the same order, with every key of the format") {
  PlayedWorld world;
  const Outcome outcome =
      world.run({"classify", "--explain"},
                "{\"id\":\"1\",\"text\":\"The school taxi is late every morning. Ring me on "
                "07700 900123\",\"more\":[1]}\n\n{\"text\":\"\",\"id\":\"2\"}\n");
  REQUIRE(outcome.code == 0);
  std::istringstream lines(outcome.out);
  std::string line;
  REQUIRE(std::getline(lines, line));
  const json first = json::parse(line);
  CHECK(first["id"] == "1");
  CHECK(first["areas"].at(0) == "transport");  // likeliest first
  CHECK(first["scores"].size() == 12);
  for (const auto& [code, score] : first["scores"].items()) {
    CHECK(score >= 0.0);
    CHECK(score <= 1.0);
  }
  CHECK(first["tone"] == "concern");
  CHECK(first["urgent"] == false);
  CHECK(first["redacted"] == "The school taxi is late every morning. Ring me on [phone]");
  CHECK(first["pii"] == json::array({{{"type", "phone"}, {"text", "07700 900123"}}}));
  CHECK(first["why"].contains("transport"));
  REQUIRE(std::getline(lines, line));
  CHECK(json::parse(line)["id"] == "2");
  CHECK(json::parse(line)["areas"].empty());
  CHECK_FALSE(std::getline(lines, line));
}

TEST_CASE("classify: a bad line is named and gives none, the rest go on, and the end is 65") {
  struct Case {
    const char* why;
    std::string line;
    const char* said;
  };
  const Case cases[] = {
      {"not JSON", "{", "not JSON"},
      {"no text", R"({"id":"x"})", R"(no "text")"},
      {"no id", R"({"text":"x"})", R"(no "id")"},
      {"neither", "{}", R"(no "id")"},
      {"a number for a text", R"({"id":"x","text":7})", R"(no "text")"},
      {"null for an id", R"({"id":null,"text":"x"})", R"(no "id")"},
      {"an id within another object", R"({"more":{"id":"x"},"text":"x"})", R"(no "id")"},
      {"an array", "[]", "not a JSON object"},
      {"a text alone", R"("x")", "not a JSON object"},
      {"a number alone", "7", "not a JSON object"},
      {"not UTF-8", "{\"id\":\"x\",\"text\":\"\xFF\"}", "not UTF-8"},
      {"a NUL", std::string("{\"id\":\"x\",\"text\":\"\0\"}", 21), "not JSON"},
      {"a lone surrogate", R"({"id":"x","text":"\ud800"})", "not JSON"},
      {"thirty thousand brackets", R"({"a":)" + std::string(30000, '['), "deeper than 16"},
      {"the text twice", R"({"id":"x","text":"kind","text":"unkind"})", R"("text" stands in it twice)"},
      {"the text twice, once as a number", R"({"id":"x","text":7,"text":"a"})",
       R"("text" stands in it twice)"},
      {"the id twice, one of them escaped", R"({"id":"x","\u0069d":"y","text":"a"})",
       R"("id" stands in it twice)"},
      {"two objects", R"({"id":"x","text":"a"}{})", "not JSON"},
      {"more than 1 MiB", R"({"id":"x","text":")" + std::string(1024 * 1024, 'a') + "\"}",
       "longer than 1 MiB"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    PlayedWorld world;
    const Outcome outcome = world.run(
        {"classify"}, "{\"id\":\"1\",\"text\":\"a\"}\n" + c.line + "\n{\"id\":\"3\",\"text\":\"b\"}");
    CHECK(outcome.code == 65);
    CHECK(outcome.err.find("line 2: ") != std::string::npos);
    CHECK(outcome.err.find(c.said) != std::string::npos);
    CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') == 2);
  }
}

TEST_CASE("classify: what other keys hold, and how often they come, is all the same") {
  for (const char* more : {R"("a":1,"a":2)", R"("a":{"b":1,"b":2,"id":"y","text":"b"})",
                           R"("a":["id","text"])", R"("a":1e999)"}) {
    CAPTURE(more);
    PlayedWorld world;
    const Outcome outcome = world.run({"classify"}, R"({"id":"x",)" + std::string(more) + R"(,"text":"a"})");
    CHECK(outcome.code == 0);
    CHECK(json::parse(outcome.out)["id"] == "x");
    CHECK(json::parse(outcome.out)["redacted"] == "a");
  }
}

TEST_CASE("classify: thrice the longest answer, written in escapes, is no line too long") {
  PlayedWorld world;
  std::string text;
  for (int i = 0; i < 30000; ++i) text += "\\ud83d\\ude00";
  const Outcome outcome = world.run({"classify"}, R"({"id":"1","text":")" + text + "\"}\n");
  CHECK(outcome.code == 0);
  CHECK(json::parse(outcome.out)["redacted"].get<std::string>().size() == 120000);
}

TEST_CASE("classify: lines that end in other ways") {
  struct Case {
    const char* why;
    std::string input;
    int code;
    std::ptrdiff_t lines;
  };
  const std::string line = R"({"id":"1","text":"a"})";
  const Case cases[] = {
      {"nothing", "", 0, 0},
      {"only line ends", "\n\n\n", 0, 0},
      {"no end at the last", line + "\n" + line, 0, 2},
      {"CR LF", line + "\r\n" + line + "\r\n", 0, 2},
      {"a byte order mark at the start", "\xEF\xBB\xBF" + line + "\r\n" + line, 0, 2},
      {"a byte order mark and nothing else", "\xEF\xBB\xBF", 0, 0},
      {"two of them", "\xEF\xBB\xBF\xEF\xBB\xBF" + line + "\n" + line, 65, 1},
      {"one at the start of the second line", line + "\n\xEF\xBB\xBF" + line, 65, 1},
      {"too long at the end of the input", line + "\n" + std::string(3 * 1024 * 1024, 'x'), 65, 1},
      {"one byte too long", std::string(1024 * 1024 + 1 - line.size(), ' ') + line + "\n" + line, 65, 1},
      {"as long as may be", std::string(1024 * 1024 - line.size(), ' ') + line + "\n" + line, 0, 2},
      {"as long as may be, and no line end", std::string(1024 * 1024 - line.size(), ' ') + line, 0, 1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    PlayedWorld world;
    const Outcome outcome = world.run({"classify"}, c.input);
    CHECK(outcome.code == c.code);
    CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') == c.lines);
  }
}
