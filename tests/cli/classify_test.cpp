#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/played_world.hpp"

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
  };
  const Case cases[] = {
      {"not JSON", "{"},
      {"no text", R"({"id":"x"})"},
      {"no id", R"({"text":"x"})"},
      {"a number for a text", R"({"id":"x","text":7})"},
      {"an array", "[]"},
      {"not UTF-8", "{\"id\":\"x\",\"text\":\"\xFF\"}"},
      {"a lone surrogate", R"({"id":"x","text":"\ud800"})"},
      {"thirty thousand brackets", std::string(30000, '[')},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    PlayedWorld world;
    const Outcome outcome = world.run(
        {"classify"}, "{\"id\":\"1\",\"text\":\"a\"}\n" + c.line + "\n{\"id\":\"3\",\"text\":\"b\"}");
    CHECK(outcome.code == 65);
    CHECK(outcome.err.find("line 2") != std::string::npos);
    CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') == 2);
  }
}
