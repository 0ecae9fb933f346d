#include "intake/idempotency.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "support/fixed_clock.hpp"

using namespace postbox;
using namespace postbox::intake;
using namespace std::chrono_literals;

namespace {

Response created(const std::string& receipt) {
  return respond(201, "application/json",
                 R"({"receipt":")" + receipt + R"(","month":"2026-11","signposts":[{"id":"999"}]})");
}

struct Played {
  test::FixedClock clock;
  RepeatedPosts repeated;
  std::vector<Response> heard;

  explicit Played(std::size_t most = RepeatedPosts::answers_max) : repeated(clock, most) {}

  RepeatedPosts::Finding look_up(const std::string& key, const std::string& body) {
    return repeated.look_up(repeated.fingerprints(key, body),
                            [this](Response response) { heard.push_back(std::move(response)); });
  }
  void store(const std::string& key, const std::string& body, const std::string& receipt) {
    REQUIRE(is_first(look_up(key, body)));
    const Response answer = created(receipt);
    repeated.stored(repeated.fingerprints(key, body), receipt_of(answer), answer);
  }
  static bool is_first(const RepeatedPosts::Finding& finding) {
    return std::holds_alternative<RepeatedPosts::First>(finding);
  }
  // "" where it is not remembered with its answer.
  std::string remembered(const std::string& key, const std::string& body) {
    const auto finding = look_up(key, body);
    const auto* receipt = std::get_if<Receipt>(&finding);
    return receipt == nullptr ? std::string() : receipt->code;
  }
};

}  // namespace

TEST_CASE("idempotency: the same key and body bring the receipt again, another body does not") {
  Played played;
  played.store("key", "body", "FIRST");
  CHECK(played.remembered("key", "body") == "FIRST");
  CHECK(played.remembered("key", "body") == "FIRST");
  CHECK(std::holds_alternative<RepeatedPosts::OtherBody>(played.look_up("key", "body ")));
  CHECK(Played::is_first(played.look_up("Key", "body")));
}

TEST_CASE("idempotency: who sends it while the first is under way hears the first's answer, once") {
  Played played;
  CHECK(Played::is_first(played.look_up("key", "body")));
  for (int i = 0; i < 3; ++i) {
    CHECK(std::holds_alternative<RepeatedPosts::Waits>(played.look_up("key", "body")));
  }
  CHECK(std::holds_alternative<RepeatedPosts::OtherBody>(played.look_up("key", "another")));
  CHECK(played.heard.empty());
  const Response answer = created("FIRST");
  played.repeated.stored(played.repeated.fingerprints("key", "body"), receipt_of(answer), answer);
  REQUIRE(played.heard.size() == 3);
  for (const Response& response : played.heard) CHECK(*response.body == *answer.body);
}

TEST_CASE("idempotency: a post that was not stored is forgotten, and whoever waited is told") {
  Played played;
  CHECK(Played::is_first(played.look_up("key", "body")));
  played.look_up("key", "body");
  played.repeated.not_stored(played.repeated.fingerprints("key", "body"),
                             respond(503, "application/problem+json", "{}"));
  REQUIRE(played.heard.size() == 1);
  CHECK(played.heard[0].status == 503);
  CHECK(Played::is_first(played.look_up("key", "another")));
}

TEST_CASE("idempotency: an answer is remembered for 24 hours and no longer") {
  struct Case {
    const char* why;
    std::chrono::seconds later;
    bool remembered;
  };
  const Case cases[] = {
      {"at once", 0s, true},
      {"a second before the day is over", 24h - 1s, true},
      {"after a day", 24h, false},
      {"after a month", 24h * 30, false},
      {"the system clock was set back", -3h, true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    Played played;
    played.store("key", "body", "FIRST");
    played.clock.advance(c.later);
    CHECK(played.remembered("key", "body") == (c.remembered ? "FIRST" : ""));
  }
}

TEST_CASE("idempotency: a flood of keys pushes out the oldest answers") {
  Played played(3);
  for (const char* key : {"a", "b", "c", "d"}) played.store(key, "body", key);
  CHECK(played.remembered("b", "body") == "b");
  CHECK(played.remembered("d", "body") == "d");
  CHECK(Played::is_first(played.look_up("a", "body")));
}

TEST_CASE("idempotency: a post under way is not pushed out, for somebody waits for it") {
  Played played(1);
  CHECK(Played::is_first(played.look_up("slow", "body")));
  for (const char* key : {"a", "b", "c"}) played.store(key, "body", key);
  played.clock.advance(48h);
  CHECK(std::holds_alternative<RepeatedPosts::Waits>(played.look_up("slow", "body")));
}

TEST_CASE("idempotency: an answer made again has the first receipt and month, and the signposts of now") {
  const Receipt earlier{"EARLIER", *Month::parse("2026-10")};
  const Response again = with_receipt(created("LATER"), earlier);
  CHECK(again.status == 201);
  CHECK(receipt_of(again) == earlier);
  CHECK(*again.body == R"({"receipt":"EARLIER","month":"2026-10","signposts":[{"id":"999"}]})");
}
