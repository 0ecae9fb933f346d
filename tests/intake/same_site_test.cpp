#include "intake/same_site.hpp"

#include <doctest/doctest.h>

using namespace postbox::intake;

TEST_CASE("same site: posts from other pages are known by what browsers say") {
  struct Case {
    const char* why;
    const char* host;
    const char* origin;
    const char* site;
    bool foreign;
  };
  const Case cases[] = {
      {"no browser", "box.example", "", "", false},
      {"our own page", "box.example", "https://box.example", "same-origin", false},
      {"typed or bookmarked", "box.example", "", "none", false},
      {"an old browser that sends an origin only", "box.example:8080", "http://box.example:8080", "", false},
      {"capitals", "box.example", "https://Box.Example", "", false},
      {"the proxy names the usual port", "box.example:443", "https://box.example", "", false},
      {"another site", "box.example", "https://evil.example", "", true},
      {"another site, says the browser", "box.example", "", "cross-site", true},
      {"a neighbour under the same domain", "box.example", "", "same-site", true},
      {"a word that we do not know", "box.example", "", "maybe", true},
      {"a sandboxed frame", "box.example", "null", "", true},
      {"another port is another origin", "box.example:8080", "http://box.example:9090", "", true},
      {"our name as the beginning of another", "box.example", "https://box.example.evil", "", true},
      {"our name as the end of another", "box.example", "https://evilbox.example", "", true},
      {"no scheme", "box.example", "box.example", "", true},
      {"the origin is ours and the browser disagrees", "box.example", "https://box.example", "cross-site",
       true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    RequestHead head;
    head.host = c.host;
    head.origin = c.origin;
    head.sec_fetch_site = c.site;
    CHECK(is_from_another_site(head) == c.foreign);
  }
}
