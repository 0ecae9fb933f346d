#include "intake/request_reader.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace postbox::intake;
using State = RequestReader::State;

namespace {

const Limits limits;
const std::string post = "POST /feedback HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";

}  // namespace

TEST_CASE("request reader: a request is whole with its last byte and not before") {
  RequestReader reader(limits);
  CHECK(reader.state() == State::empty);
  for (std::size_t i = 0; i + 1 < post.size(); ++i) {
    REQUIRE(reader.add(post.substr(i, 1)) == State::partly);
  }
  REQUIRE(reader.add("o") == State::whole);
  const Request request = reader.take();
  CHECK(request.head.path == "/feedback");
  CHECK(request.body == "hello");
  CHECK(reader.state() == State::empty);
}

TEST_CASE("request reader: requests that come together are taken one after the other") {
  RequestReader reader(limits);
  REQUIRE(reader.add(post + "GET /easy HTTP/1.1\r\nHost: a\r\n\r\nGET /") == State::whole);
  CHECK(reader.take().body == "hello");
  REQUIRE(reader.state() == State::whole);
  CHECK(reader.take().head.path == "/easy");
  CHECK(reader.state() == State::partly);
  CHECK(reader.add(" HTTP/1.1\r\nHost: a\r\n\r\n") == State::whole);
}

TEST_CASE("request reader: a body that holds a request stays a body") {
  const std::string inner = "GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n";
  RequestReader reader(limits);
  reader.add("POST /feedback HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(inner.size()) +
             "\r\n\r\n" + inner);
  CHECK(reader.take().body == inner);
  CHECK(reader.state() == State::empty);
}

TEST_CASE("request reader: one empty line before a request is passed over, two are not") {
  RequestReader reader(limits);
  CHECK(reader.add("\r") == State::partly);
  CHECK(reader.add("\n") == State::empty);
  REQUIRE(reader.add(post + "\r\n" + post) == State::whole);
  CHECK(reader.take().body == "hello");
  REQUIRE(reader.state() == State::whole);
  CHECK(reader.take().head.path == "/feedback");

  RequestReader patient(limits);
  CHECK(patient.add("\r\n\r\n" + post) == State::refused);
  RequestReader no_carriage_return(limits);
  CHECK(no_carriage_return.add("\n" + post) == State::refused);
}

TEST_CASE("request reader: after a refusal nothing more is read") {
  RequestReader reader(limits);
  CHECK(reader.add("GET / HTTP/1.1\r\n\r\n") == State::refused);
  CHECK(reader.refusal() == Refusal::malformed);
  CHECK(reader.add(post) == State::refused);
  CHECK(reader.bytes_held() < 100);
}

TEST_CASE("request reader: what is known of a request is told whole, partly come or refused") {
  const std::string line = "POST /feedback?lang=pl HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n";
  for (const char* rest : {"", "Content-Length: 5\r\n\r\nhel", "Content-Length: 5\r\n\r\nhello",
                           "Content-Length: 999999\r\n\r\nhello", "odd\r\n\r\n"}) {
    CAPTURE(rest);
    RequestReader reader(limits);
    reader.add(line + rest);
    CHECK(reader.known().method == "POST");
    CHECK(reader.known().query == "lang=pl");
    CHECK(reader.known().accept == "text/html");
  }
}

TEST_CASE("request reader: who waits to be told to go on is told once") {
  const std::string head =
      "POST /feedback HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";
  RequestReader reader(limits);
  reader.add(head.substr(0, 20));
  CHECK_FALSE(reader.owes_continue());
  reader.add(head.substr(20));
  CHECK(reader.owes_continue());
  CHECK_FALSE(reader.owes_continue());
  reader.add("he");
  CHECK_FALSE(reader.owes_continue());

  RequestReader eager(limits);
  eager.add(head + "he");
  CHECK_FALSE(eager.owes_continue());

  RequestReader old(limits);
  old.add("POST / HTTP/1.0\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
  CHECK_FALSE(old.owes_continue());
}

TEST_CASE("request reader: an idle connection does not keep the room of a large body") {
  RequestReader reader(limits);
  reader.add("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 196608\r\n\r\n" + std::string(196608, 'x'));
  CHECK(reader.bytes_held() > 196608);
  CHECK(reader.take().body.size() == 196608);
  CHECK(reader.bytes_held() < 100);
}
