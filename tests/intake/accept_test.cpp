#include "intake/accept.hpp"

#include <doctest/doctest.h>

using namespace postbox::intake;

TEST_CASE("accept: a page for whoever names text/html, a document for everybody else") {
  struct Case {
    const char* why;
    const char* accept;
    bool page;
  };
  const Case cases[] = {
      {"Chromium",
       "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,"
       "application/signed-exchange;v=b3;q=0.7",
       true},
      {"Firefox", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true},
      {"Lynx", "text/html, text/plain, text/sgml, text/css, application/xhtml+xml, */*;q=0.01", true},
      {"in other letters and spaces", " Text/HTML ; Q=0.5 ", true},
      {"with a parameter", "text/html;level=1", true},
      {"as good as JSON", "application/json, text/html", true},
      {"a little better than JSON", "application/json;q=0.25,text/html;q=.251", true},
      {"at last", ",,text/html", true},
      {"curl", "*/*", false},
      {"nothing said", "", false},
      {"fetch", "application/json", false},
      {"text of any kind is not named", "text/*", false},
      {"a picture", "image/avif,image/webp,*/*;q=0.8", false},
      {"ranked below JSON", "application/json, text/html;q=0.9", false},
      {"ranked below a problem", "application/problem+json;q=0.8, text/html;q=0.799", false},
      {"refused", "text/html;q=0", false},
      {"refused, at length", "text/html;q=0.000", false},
      {"a quality that is none", "text/html;q=high", false},
      {"the beginning of another name", "text/htmlx", false},
      {"in a parameter", "text/plain;as=text/html", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(wants_page(c.accept) == c.page);
  }
}
