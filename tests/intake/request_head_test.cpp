#include "intake/request_head.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>

using namespace postbox::intake;
using namespace std::string_literals;

namespace {

const Limits limits;

std::optional<Refusal> refusal_of(const std::string& head) {
  const HeadReading reading = parse_head(head, limits);
  const auto* refusal = std::get_if<Refusal>(&reading);
  return refusal == nullptr ? std::nullopt : std::optional(*refusal);
}

std::optional<RequestHead> head_of(const std::string& head) {
  HeadReading reading = parse_head(head, limits);
  if (auto* parsed = std::get_if<RequestHead>(&reading)) return std::move(*parsed);
  return std::nullopt;
}

std::string with(const std::string& lines) {
  return "POST /feedback HTTP/1.1\r\nHost: box\r\n" + lines + "\r\n";
}

}  // namespace

TEST_CASE("request head: what a browser sends is taken apart") {
  const auto head = head_of(
      "POST /feedback?lang=pl HTTP/1.1\r\nHost: Post.Box:8080\r\ncontent-length:  17 \r\n"
      "Content-Type: application/x-www-form-urlencoded\r\nOrigin: https://post.box\r\n"
      "Sec-Fetch-Site: same-origin\r\nConnection: keep-alive, Close\r\nExpect: 100-Continue\r\n"
      "Accept-Language: pl,en;q=0.5\r\n\r\n");
  REQUIRE(head);
  CHECK(head->method == "POST");
  CHECK(head->path == "/feedback");
  CHECK(head->query == "lang=pl");
  CHECK(head->host == "post.box:8080");
  CHECK(head->body_bytes == 17);
  CHECK(head->content_type == "application/x-www-form-urlencoded");
  CHECK(head->origin == "https://post.box");
  CHECK(head->sec_fetch_site == "same-origin");
  CHECK(head->wants_close);
  CHECK(head->expects_continue);
  CHECK_FALSE(head->http_1_0);
}

TEST_CASE("request head: an Accept in several lines is one list") {
  const auto head = head_of(with("Content-Length: 0\r\nAccept: text/html\r\naccept:  */*;q=0.1 \r\n"));
  REQUIRE(head);
  CHECK(head->accept == "text/html,*/*;q=0.1");
}

TEST_CASE("request head: what is known of one that was refused or has not come whole") {
  const std::string accept = "Accept: text/html\r\n";
  struct Case {
    const char* why;
    std::string bytes;
    const char* method;
    const char* path;
    const char* query;
    const char* accept;
  };
  const Case cases[] = {
      {"nothing", "", "", "", "", ""},
      {"half a request line", "POST /feed", "", "", "", ""},
      {"half a line after it", "GET /?lang=pl HTTP/1.1\r\nAccept: text/ht", "GET", "/", "lang=pl", ""},
      {"too large a body",
       "POST /feedback?lang=pl HTTP/1.1\r\n" + accept + "Content-Length: 999999\r\n\r\nAccept: a/b\r\n",
       "POST", "/feedback", "lang=pl", "text/html"},
      {"no Host, a line that is none", "GET /easy HTTP/1.1\r\nodd\r\n" + accept + "\r\n", "GET", "/easy", "",
       "text/html"},
      {"too long a path", "GET /" + std::string(1100, 'a') + " HTTP/1.1\r\n" + accept, "", "", "",
       "text/html"},
      {"a head without an end", "GET / HTTP/1.1\r\n" + accept + "Cookie: " + std::string(17'000, 'a'), "GET",
       "/", "", "text/html"},
      {"no HTTP at all", "\x16\x03\x01\r\n\r\n", "", "", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const RequestHead known = known_of(c.bytes, limits);
    CHECK(known.method == c.method);
    CHECK(known.path == c.path);
    CHECK(known.query == c.query);
    CHECK(known.accept == c.accept);
  }
}

TEST_CASE("request head: unusual but right heads are taken") {
  struct Case {
    const char* why;
    std::string head;
  };
  const Case cases[] = {
      {"no query", "GET / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"a post without a length: whether it needs one depends on the page", with("")},
      {"HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\n\r\n"},
      {"an IPv6 host", "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n"},
      {"a path that looks like a walk upwards is only a path that no route has",
       "GET /../etc HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"a method that nobody knows is the router's business", "FROB / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"an empty value", with("Content-Length: 0\r\nX-Empty:\r\n")},
      {"bytes above ASCII in a value", with("Content-Length: 0\r\nX-Name: J\xC3\xBCrgen\r\n")},
      {"a tab in a value", with("Content-Length: 0\r\nX-Name: a\tb\r\n")},
      {"leading zeros are digits", with("Content-Length: 0005\r\n")},
      {"the largest body", with("Content-Length: 196608\r\n")},
      {"a GET may announce a body, which is then read and not used",
       "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(refusal_of(c.head) == std::nullopt);
  }
}

TEST_CASE("request head: an absolute target is its path, and its host goes before the Host header") {
  struct Case {
    const char* target;
    const char* path;
    const char* query;
    const char* host;
  };
  const Case cases[] = {
      {"http://box.example/easy?lang=pl", "/easy", "lang=pl", "box.example"},
      {"HTTP://Box.Example:8080/easy", "/easy", "", "box.example:8080"},
      {"https://[::1]:443/", "/", "", "[::1]:443"},
      {"http://box.example", "/", "", "box.example"},
      {"http://box.example?lang=pl", "/", "lang=pl", "box.example"},
      {"http://box.example/?next=http://b/c", "/", "next=http://b/c", "box.example"},
      {"http://box.example//easy", "//easy", "", "box.example"},
      {"/http://b/c", "/http://b/c", "", "other"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.target);
    const auto head = head_of("GET " + std::string(c.target) + " HTTP/1.1\r\nHost: other\r\n\r\n");
    REQUIRE(head);
    CHECK(head->path == c.path);
    CHECK(head->query == c.query);
    CHECK(head->host == c.host);
  }
}

TEST_CASE("request head: what two parsers could read in two ways is refused") {
  struct Case {
    const char* why;
    std::string head;
    Refusal expected;
  };
  const Case cases[] = {
      {"chunked", with("Transfer-Encoding: chunked\r\n"), Refusal::no_length},
      {"chunked beside a length (CL.TE)", with("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n"),
       Refusal::no_length},
      {"the same the other way round (TE.CL)", with("Transfer-Encoding: chunked\r\nContent-Length: 6\r\n"),
       Refusal::no_length},
      {"an encoding that is none", with("Transfer-Encoding: identity\r\nContent-Length: 6\r\n"),
       Refusal::no_length},
      {"gzip", with("Content-Encoding: gzip\r\nContent-Length: 6\r\n"), Refusal::unsupported_encoding},
      {"any content encoding", with("Content-Encoding: identity\r\nContent-Length: 6\r\n"),
       Refusal::unsupported_encoding},
      {"two lengths", with("Content-Length: 6\r\nContent-Length: 7\r\n"), Refusal::malformed},
      {"two equal lengths", with("Content-Length: 6\r\nContent-Length: 6\r\n"), Refusal::malformed},
      {"two lengths, the first too large", with("Content-Length: 999999999\r\nContent-Length: 6\r\n"),
       Refusal::malformed},
      {"two lengths in one", with("Content-Length: 6, 6\r\n"), Refusal::malformed},
      {"a sign", with("Content-Length: +4\r\n"), Refusal::malformed},
      {"a minus", with("Content-Length: -1\r\n"), Refusal::malformed},
      {"letters", with("Content-Length: abc\r\n"), Refusal::malformed},
      {"hexadecimal", with("Content-Length: 0x10\r\n"), Refusal::malformed},
      {"an empty length", with("Content-Length:\r\n"), Refusal::malformed},
      {"a space in the number", with("Content-Length: 1 0\r\n"), Refusal::malformed},
      {"one byte too many", with("Content-Length: 196609\r\n"), Refusal::body_too_large},
      {"more digits than a number holds", with("Content-Length: 99999999999999999999999\r\n"),
       Refusal::body_too_large},
      {"no Host", "GET / HTTP/1.1\r\n\r\n", Refusal::malformed},
      {"two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", Refusal::malformed},
      {"a Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", Refusal::malformed},
      {"a folded line", with("X-Long: a\r\n b\r\nContent-Length: 0\r\n"), Refusal::malformed},
      {"a line folded by a tab", with("Content-Length: 0\r\nX: a\r\n\tb\r\n"), Refusal::malformed},
      {"a space before the colon", with("Content-Length : 0\r\n"), Refusal::malformed},
      {"a line without a colon", with("Content-Length 0\r\n"), Refusal::malformed},
      {"a name that is no token", with("X(y): 1\r\nContent-Length: 0\r\n"), Refusal::malformed},
      {"no name", with(": 1\r\nContent-Length: 0\r\n"), Refusal::malformed},
      {"a carriage return alone in a value", with("X: a\rb\r\nContent-Length: 0\r\n"), Refusal::malformed},
      {"a control character in a value", with("X: a\x01\r\nContent-Length: 0\r\n"), Refusal::malformed},
      {"two content types", with("Content-Type: a/b\r\nContent-Type: a/b\r\nContent-Length: 0\r\n"),
       Refusal::malformed},
      {"two origins", with("Origin: a\r\nOrigin: a\r\nContent-Length: 0\r\n"), Refusal::malformed},
      {"an absolute target does not stand for a Host", "GET http://a/ HTTP/1.1\r\n\r\n", Refusal::malformed},
      {"an absolute target beside two Hosts", "GET http://a/ HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
       Refusal::malformed},
      {"an absolute target without a host", "GET http:/// HTTP/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"an absolute target of another scheme", "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
       Refusal::malformed},
      {"an absolute target with one slash", "GET http:/a/ HTTP/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"an absolute target with a user", "GET http://me@a/ HTTP/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"an absolute target whose host is escaped", "GET http://a%2f/ HTTP/1.1\r\nHost: a\r\n\r\n",
       Refusal::malformed},
      {"an absolute target with a backslash", "GET http://a\\b/ HTTP/1.1\r\nHost: a\r\n\r\n",
       Refusal::malformed},
      {"a scheme alone", "GET http:// HTTP/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"a path without its slash", "GET easy HTTP/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"an asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"an authority", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"no target", "GET HTTP/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"a fragment", "GET /#a HTTP/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"a space in the path", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"bytes above ASCII in the path", "GET /\xC3\xBC HTTP/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"a method that is no token", "GE(T / HTTP/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"a method without end", std::string(40, 'A') + " / HTTP/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"HTTP/0.9", "GET /\r\n\r\n", Refusal::malformed},
      {"HTTP/2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"a version in small letters", "GET / http/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"an empty line first", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", Refusal::malformed},
      {"a long path", "GET /" + std::string(1024, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n",
       Refusal::path_too_long},
      {"a long query", "GET /?" + std::string(1024, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n",
       Refusal::path_too_long},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(refusal_of(c.head) == c.expected);
  }
}

TEST_CASE("request head: headers may be as many as 16 KiB hold") {
  std::string lines;
  for (int i = 0; i < 2'000; ++i) lines += "X: 1\r\n";
  CHECK(refusal_of(with("Content-Length: 0\r\n" + lines)) == std::nullopt);
}

TEST_CASE("head scanner: the end is found however the bytes are cut") {
  const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  const std::string bytes = head + "GET /next";
  for (std::size_t step = 1; step <= bytes.size(); ++step) {
    HeadScanner scanner(limits);
    std::optional<std::variant<std::size_t, Refusal>> end;
    for (std::size_t size = step; !end; size += step) {
      end = scanner.scan(std::string_view(bytes).substr(0, size));
      REQUIRE(size < bytes.size() + step);
    }
    CHECK(std::get<std::size_t>(*end) == head.size());
  }
}

TEST_CASE("head scanner: what can only end badly is refused at once") {
  struct Case {
    const char* why;
    std::string bytes;
    Refusal expected;
  };
  const Case cases[] = {
      {"a bare line feed", "GET / HTTP/1.1\n", Refusal::malformed},
      {"a bare line feed as the end of the head", "GET / HTTP/1.1\r\nHost: a\r\n\n", Refusal::malformed},
      {"NUL", "GET /\0"s, Refusal::malformed},
      {"the greeting of TLS", "\x16\x03\x01\x00"s, Refusal::malformed},
      {"a path without end", "GET /" + std::string(2000, 'a'), Refusal::path_too_long},
      {"a header without end", "GET / HTTP/1.1\r\nX: " + std::string(16 * 1024, 'a'),
       Refusal::head_too_large},
      {"lines without end",
       [] {
         std::string lines = "GET / HTTP/1.1\r\n";
         while (lines.size() <= 16 * 1024) lines += "a: b\r\n";
         return lines;
       }(),
       Refusal::head_too_large},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    HeadScanner scanner(limits);
    const auto end = scanner.scan(c.bytes);
    REQUIRE(end);
    CHECK(std::get<Refusal>(*end) == c.expected);
  }
}

TEST_CASE("head scanner: the largest head is taken, one byte more is not") {
  const auto head_of_size = [](std::size_t size) {
    const std::string start = "GET / HTTP/1.1\r\nX: ";
    return start + std::string(size - start.size() - 4, 'a') + "\r\n\r\n";
  };
  HeadScanner fits(limits);
  CHECK(std::get<std::size_t>(fits.scan(head_of_size(16 * 1024)).value()) == 16 * 1024);
  HeadScanner does_not(limits);
  CHECK(std::get<Refusal>(does_not.scan(head_of_size(16 * 1024 + 1)).value()) == Refusal::head_too_large);
}

TEST_CASE("request head: an Idempotency-Key is kept as sent, and comes once") {
  for (const std::string& key : {"a"s, "\"8e03978e-40d5-43dd-bc93-6894a57f9324\""s, "a b"s, ""s}) {
    CAPTURE(key);
    const auto head = head_of(with("Content-Length: 0\r\nidempotency-KEY:  " + key + " \r\n"));
    REQUIRE(head);
    CHECK(head->idempotency_key == key);
  }
  CHECK(head_of(with("Content-Length: 0\r\n"))->idempotency_key == std::nullopt);
  for (const char* second : {"a", "b", ""}) {
    CAPTURE(second);
    CHECK(refusal_of(with("Content-Length: 0\r\nIdempotency-Key: a\r\nIdempotency-Key: "s + second +
                          "\r\n")) == Refusal::malformed);
  }
}
