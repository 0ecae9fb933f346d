#include "base/html.hpp"

#include <doctest/doctest.h>

#include <string>
#include <type_traits>
#include <vector>

namespace postbox {
namespace {

TEST_CASE("html: text becomes markup by being escaped") {
  struct Case {
    const char* why;
    std::string typed;
    std::string_view markup;
  };
  const Case cases[] = {
      {"nothing", "", ""},
      {"plain words", "We waited a year.", "We waited a year."},
      {"a script", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
      {"an ampersand first", "&lt;", "&amp;lt;"},
      {"both quotation marks", "\"it's\"", "&quot;it&#39;s&quot;"},
      {"a comment", "<!-- x -->", "&lt;!-- x --&gt;"},
      {"beyond ASCII stays", "D\xC5\xB5r \xF0\x9F\x98\x80", "D\xC5\xB5r \xF0\x9F\x98\x80"},
      {"tab and line ends stay", "a\tb\r\nc", "a\tb\r\nc"},
      {"NUL", std::string("a\0b", 3),
       "a\xEF\xBF\xBD"
       "b"},
      {"escape", "\x1B[31m", "\xEF\xBF\xBD[31m"},
      {"vertical tab and form feed", "\v\f", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"the first and the last control", "\x01\x1F", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"delete", "\x7F", "\xEF\xBF\xBD"},
      {"a space is no control", " ", " "},
      {"C1 controls, which HTML cannot carry either",
       "a\xC2\x80\xC2\x9F"
       "b",
       "a\xEF\xBF\xBD\xEF\xBF\xBD"
       "b"},
      {"no-break space is no control",
       "a\xC2\xA0"
       "b",
       "a\xC2\xA0"
       "b"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(text(c.typed).markup() == c.markup);
  }
}

TEST_CASE("html: a form field gives back what was typed, controls too, and is escaped all the same") {
  CHECK(exact_text("<a\x1B\xC2\x80&\x7F>").markup() == "&lt;a\x1B\xC2\x80&amp;\x7F&gt;");
  CHECK(void_element("input", {{"value", "\x01\"", true}}).markup() == "<input value=\"\x01&quot;\">");
}

TEST_CASE("html: an attribute cannot be left from inside") {
  CHECK(element("a", {{"href", "/?a=1&b=2"}, {"title", "\"><script>"}}, text("5 < 6")).markup() ==
        "<a href=\"/?a=1&amp;b=2\" title=\"&quot;&gt;&lt;script&gt;\">5 &lt; 6</a>");
  CHECK(void_element("input", {{"value", "' onfocus='x"}}).markup() ==
        "<input value=\"&#39; onfocus=&#39;x\">");
}

TEST_CASE("html: elements, with and without content, attributes and values") {
  CHECK(element("p", text("")).markup() == "<p></p>");
  CHECK(element("ul", element("li", text("a")) + element("li", text("b"))).markup() ==
        "<ul><li>a</li><li>b</li></ul>");
  CHECK(void_element("br", {}).markup() == "<br>");
  CHECK(void_element("input", {{"type", "checkbox"}, {"checked", ""}}).markup() ==
        "<input type=\"checkbox\" checked>");
}

TEST_CASE("html: attributes that depend on something are written alike") {
  const std::vector<Attribute> attributes = {{"class", "a&b"}, {"checked", ""}};
  CHECK(element("p", attributes, text("x")).markup() == "<p class=\"a&amp;b\" checked>x</p>");
  CHECK(void_element("input", attributes).markup() == "<input class=\"a&amp;b\" checked>");
  CHECK(void_element("br", std::vector<Attribute>{}).markup() == "<br>");
}

TEST_CASE("html: our own markup stays as it is") {
  CHECK(trusted("<style>p>a{}</style>").markup() == "<style>p>a{}</style>");
}

TEST_CASE("html: pieces are joined, and an empty one says so") {
  Html page;
  CHECK(page.empty());
  page += text("a");
  page += trusted("<hr>");
  CHECK(page.markup() == "a<hr>");
  CHECK_FALSE(page.empty());
}

// What must not compile: text that becomes markup without being escaped.
static_assert(!std::is_constructible_v<Html, std::string>);
static_assert(!std::is_constructible_v<Html, const char*>);
static_assert(!std::is_convertible_v<std::string, Html>);
static_assert(!std::is_invocable_v<decltype(trusted), std::string>);

}  // namespace
}  // namespace postbox
