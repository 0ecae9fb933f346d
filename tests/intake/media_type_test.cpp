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

TEST_CASE("media type: JSON and forms are told, and nothing but UTF-8 is read") {
  struct Case {
    MediaType type;
    bool json, form, multipart;
  };
  const Case cases[] = {
      {{"application/json", "", ""}, true, false, false},
      {{"application/json", "utf-8", ""}, true, false, false},
      {{"application/json", "latin1", ""}, false, false, false},
      {{"application/json", "utf-16", ""}, false, false, false},
      {{"application/x-www-form-urlencoded", "", ""}, false, true, false},
      {{"application/x-www-form-urlencoded", "latin1", ""}, false, false, false},
      {{"multipart/form-data", "", "B"}, false, true, true},
      {{"multipart/form-data", "utf-8", ""}, false, true, true},
      {{"multipart/form-data", "utf-16", "B"}, false, false, false},
      {{"multipart/mixed", "", "B"}, false, false, false},
      {{"text/plain", "", ""}, false, false, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.type.name + " " + c.type.charset);
    CHECK(is_json(c.type) == c.json);
    CHECK(is_form(c.type) == c.form);
    CHECK(is_multipart(c.type) == c.multipart);
  }
}
