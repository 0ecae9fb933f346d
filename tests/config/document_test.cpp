#include "config/document.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "base/error.hpp"

using namespace postbox;
using namespace postbox::config;
using namespace std::chrono;

namespace {

std::string refusal(const std::function<void()>& reading) {
  try {
    reading();
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::settings);
    return error.what();
  }
  return "(taken)";
}

}  // namespace

TEST_CASE("document: every kind of value is read as what it is") {
  const Node root = parse_toml(
      "name = \"Kendal\"\ncount = 7\nshare = 0.5\non = true\nfrom = 2023-04-01\nlist = [\"a\", "
      "\"b\"]\n[inner]\nx = 1\n",
      "file.toml");
  CHECK(root.at("name").text() == "Kendal");
  CHECK(root.at("count").integer() == 7);
  CHECK(root.at("count").real() == 7.0);
  CHECK(root.at("share").real() == 0.5);
  CHECK(root.at("on").boolean());
  CHECK(root.at("from").date() == 2023y / April / 1d);
  CHECK(root.at("list").texts() == std::vector<std::string>{"a", "b"});
  CHECK(root.at("inner").at("x").integer() == 1);
  CHECK(root.find("absent") == nullptr);
}

TEST_CASE("document: a mistake is named with its file and line") {
  const Node root = parse_toml("name = \"Kendal\"\n\ncount = \"7\"\n[inner]\nslip = 1\n", "file.toml");
  struct Case {
    const char* why;
    std::function<void()> read;
    const char* said;
  };
  const Case cases[] = {
      {"a text where a number belongs", [&] { root.at("count").integer(); },
       "file.toml:3: expected a whole number"},
      {"a text where a date belongs", [&] { root.at("count").date(); }, "file.toml:3: expected a date"},
      {"a text where a list belongs", [&] { root.at("name").items(); }, "file.toml:1: expected a list"},
      {"a text where a table belongs", [&] { root.at("name").members(); }, "file.toml:1: expected a table"},
      {"a missing key", [&] { root.at("inner").at("x"); }, "file.toml:4: \"x\" is missing"},
      {"a key that is not known", [&] { root.at("inner").only({"x"}); },
       "file.toml:5: \"slip\" is not a setting"},
      {"no TOML", [] { parse_toml("a = 1\nb = ", "file.toml"); }, "file.toml:2"},
      {"a key twice", [] { parse_toml("a = 1\na = 2", "file.toml"); }, "file.toml:2"},
      {"a time of day", [] { parse_toml("a = 12:00:00", "file.toml"); }, "file.toml:1: a time of day"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(refusal(c.read).find(c.said) != std::string::npos);
  }
}

TEST_CASE("document: a number out of bounds is refused at both ends") {
  const Node root = parse_toml("n = 5", "file.toml");
  CHECK(root.at("n").integer_between(5, 5) == 5);
  CHECK(refusal([&] { root.at("n").integer_between(6, 9); }).find("from 6 to 9") != std::string::npos);
  CHECK(refusal([&] { root.at("n").integer_between(1, 4); }).find("from 1 to 4") != std::string::npos);
}
