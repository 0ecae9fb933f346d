#include "intake/media_type.hpp"

#include <doctest/doctest.h>

using namespace postbox::intake;

TEST_CASE("media type: the name and the parameters that matter are found") {
  struct Case {
    const char* why;
    std::string_view value;
    std::string_view name, charset, boundary;
  };
  const Case cases[] = {
      {"plain", "application/json", "application/json", "", ""},
      {"in capitals", "Application/JSON; Charset=UTF-8", "application/json", "utf-8", ""},
      {"quoted", "text/plain;charset=\"utf-8\"", "text/plain", "utf-8", ""},
      {"a boundary keeps its case", "multipart/form-data; boundary=----WebKitX", "multipart/form-data", "",
       "----WebKitX"},
      {"a quoted boundary", "multipart/form-data; boundary=\"a b\\\"c\"", "multipart/form-data", "",
       "a b\"c"},
      {"an unknown parameter", "application/json; profile=x", "application/json", "", ""},
      {"an empty parameter", "application/json;", "application/json", "", ""},
      {"spaces around", "application/json ; charset=utf-8 ", "application/json", "utf-8", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto type = parse_media_type(c.value);
    REQUIRE(type);
    CHECK(type->name == c.name);
    CHECK(type->charset == c.charset);
    CHECK(type->boundary == c.boundary);
  }
}

TEST_CASE("media type: what is none is nothing") {
  for (const std::string_view value :
       {"", "json", "application/", "/json", "application json", "a/b c", "a/b; charset", "a/b; charset=",
        "a/b; charset=\"utf-8", "a/b; charset=utf-8; charset=utf-8", "a/b, c/d", "a/b; charset=\"a\\"}) {
    CAPTURE(value);
    CHECK_FALSE(parse_media_type(value));
  }
}

TEST_CASE("media type: nothing but UTF-8 is read") {
  CHECK(is_utf8({"application/json", "", ""}));
  CHECK(is_utf8({"application/json", "utf-8", ""}));
  CHECK_FALSE(is_utf8({"application/json", "latin1", ""}));
  CHECK_FALSE(is_utf8({"application/json", "utf-16", ""}));
}
