// The whole slot: sockets, workers, writer and a real database.
#include "intake/service.hpp"

#include <doctest/doctest.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "base/error.hpp"
#include "feedback/encoding.hpp"
#include "intake/box_writer.hpp"
#include "intake/played_box.hpp"
#include "intake/raw_client.hpp"
#include "intake/small_form.hpp"
#include "support/fixed_clock.hpp"

using namespace postbox;
using namespace postbox::intake;
using namespace std::chrono_literals;
using test::get;
using test::post;
using test::RawAnswer;
using test::RawClient;

namespace {

constexpr const char* api = "/api/v1/feedback";
constexpr const char* json_type = "application/json";

// Set by the test while workers read it.
class SharedClock : public Clock {
 public:
  std::chrono::sys_seconds now() const override { return at_; }
  void set(std::chrono::sys_seconds at) { at_ = at; }
  void advance(std::chrono::seconds by) { at_ = at_.load() + by; }

 private:
  std::atomic<std::chrono::sys_seconds> at_{test::FixedClock().now()};
};

class RunningService {
 public:
  explicit RunningService(const Limits& limits = quick_retry())
      : stop_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
        writer_(files_, random_, box_.folder(), 0),
        service_({"127.0.0.1", 0}, limits,
                 {form_, signposts_, clock, random_, [](std::string_view p) { return std::string(p); },
                  [] { return true; }, "", 30},
                 [this](std::span<const store::NewSealed> submissions) {
                   if (broken) throw Error(Fault::storage, "the test's fault");
                   writer_.commit(submissions);
                 }),
        thread_([this] { service_.run(stop_.number()); }) {}
  ~RunningService() { stop_and_wait(); }

  void stop_and_wait() {
    if (!thread_.joinable()) return;
    ::eventfd_write(stop_.number(), 1);
    thread_.join();
  }
  std::uint16_t port() const { return service_.address().port; }
  std::vector<std::string> rows() const { return box_.rows(); }

  std::atomic<bool> broken{false};
  SharedClock clock;

 private:
  static Limits quick_retry() {
    Limits limits;
    limits.retry_storage_every = 5ms;
    return limits;
  }

  Descriptor stop_;
  test::PlayedBox box_;
  PosixFileSystem files_;
  SystemRandom random_;
  form::Form form_ = test::small_form();
  std::vector<form::Signpost> signposts_ = test::small_signposts();
  BoxWriter writer_;
  Service service_;
  std::thread thread_;
};

// The value of "receipt" in an answer of the API.
std::string receipt_in(const std::string& body) {
  const std::string name = "\"receipt\":\"";
  const std::size_t at = body.find(name);
  return at == std::string::npos ? std::string() : body.substr(at + name.size(), 20);
}

std::set<std::string> receipts_in(const std::vector<std::string>& rows) {
  std::set<std::string> receipts;
  for (const std::string& row : rows) receipts.insert(decode(row)->receipt);
  return receipts;
}

bool becomes(int status, std::uint16_t port, const std::string& request) {
  for (int i = 0; i < 500; ++i) {
    if (RawClient(port).ask(request).status == status) return true;
    std::this_thread::sleep_for(10ms);
  }
  return false;
}

const std::string keyed_body = R"({"feedback":"sent once"})";

RawAnswer post_with_key(std::uint16_t port, const std::string& key, const std::string& body = keyed_body) {
  return RawClient(port).ask(post(api, json_type, body, "Idempotency-Key: " + key + "\r\n"));
}

}  // namespace

TEST_CASE("service: a post is in the box when it is answered") {
  RunningService service;
  RawClient client(service.port());
  const RawAnswer answer = client.ask(post(api, json_type, R"({"feedback":"thank you"})"));
  CHECK(answer.status == 201);
  CHECK(receipts_in(service.rows()) == std::set{receipt_in(answer.body)});
  const RawAnswer page =
      client.ask(post("/feedback", "application/x-www-form-urlencoded", "feedback=and+again&step=send"));
  CHECK(page.status == 200);
  CHECK(service.rows().size() == 2);
}

TEST_CASE("service: sixteen senders at once, every acknowledged post is in the box and no other") {
  RunningService service;
  constexpr int senders = 16;
  constexpr int posts_each = 25;
  std::vector<std::vector<std::string>> receipts(senders);
  std::vector<std::thread> threads;
  for (auto& own : receipts) {
    threads.emplace_back([&own, port = service.port()] {
      RawClient client(port);
      for (int i = 0; i < posts_each; ++i) {
        const RawAnswer answer =
            client.ask(post(api, json_type, R"({"feedback":"post )" + std::to_string(i) + "\"}"));
        if (answer.status == 201) own.push_back(receipt_in(answer.body));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::set<std::string> acknowledged;
  for (const auto& own : receipts) acknowledged.insert(own.begin(), own.end());
  CHECK(acknowledged.size() == senders * posts_each);
  CHECK(receipts_in(service.rows()) == acknowledged);
}

TEST_CASE("service: a browser whose request is refused before it is whole gets a page all the same") {
  Limits limits;
  limits.request_time_max = 200ms;
  const std::string start = "POST /feedback HTTP/1.1\r\nHost: localhost\r\nAccept: text/html,*/*;q=0.8\r\n";
  struct Case {
    const char* why;
    std::string sent;
    int status;
  };
  const Case cases[] = {
      {"a body too large", start + "Content-Length: 999999\r\n\r\nwords", 413},
      {"a body that never ends", start + "Content-Length: 99\r\n\r\nwords", 408},
      {"a head that never ends", start, 408},
      {"a body in pieces", start + "Transfer-Encoding: chunked\r\n\r\n", 411},
      {"a packed body", start + "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nwords", 415},
      {"cookies of other sites", start + "Cookie: " + std::string(17'000, 'a') + "\r\n\r\n", 431},
      {"a link with a long tail",
       "GET /?from=" + std::string(1100, 'a') + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n",
       414},
      {"two lengths", start + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nwords", 400},
  };
  RunningService service(limits);
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const RawAnswer answer = RawClient(service.port()).ask(c.sent);
    CHECK(answer.status == c.status);
    CHECK(answer.has("Content-Type: text/html; charset=utf-8"));
    CHECK(answer.has("Connection: close"));
    CHECK(answer.has("X-Content-Type-Options: nosniff"));
    CHECK(answer.body.find("To the form") != std::string::npos);
    CHECK((answer.body.find("Nothing was put into the box.") != std::string::npos) == (c.status != 414));
  }
}

TEST_CASE("service: while storage fails posts get 503, the pages still come, and it resumes by itself") {
  RunningService service;
  CHECK(RawClient(service.port()).ask(get("/readyz")).status == 200);
  service.broken = true;
  const RawAnswer refused = RawClient(service.port()).ask(post(api, json_type, R"({"feedback":"lost"})"));
  CHECK(refused.status == 503);
  CHECK(refused.has("Retry-After: 30"));
  CHECK(refused.has("Content-Type: application/problem+json"));
  const RawAnswer page =
      RawClient(service.port())
          .ask(post("/feedback", "application/x-www-form-urlencoded", "feedback=my+words+stay&step=send"));
  CHECK(page.status == 503);
  CHECK(page.has("Retry-After: 30"));
  CHECK(page.body.find("my words stay") != std::string::npos);
  CHECK(RawClient(service.port()).ask(get("/readyz")).status == 503);
  CHECK(RawClient(service.port()).ask(get("/healthz")).status == 200);
  CHECK(RawClient(service.port()).ask(get("/")).status == 200);
  service.broken = false;
  CHECK(becomes(200, service.port(), get("/readyz")));
  CHECK(RawClient(service.port()).ask(post(api, json_type, R"({"feedback":"kept"})")).status == 201);
  const auto rows = service.rows();
  REQUIRE(rows.size() == 1);
  CHECK(decode(rows[0])->answers.texts.at("feedback") == "kept");
}

TEST_CASE("service: posts that were accepted before the stop are stored and answered") {
  RunningService service;
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 20; ++i) {
    clients.push_back(std::make_unique<RawClient>(service.port()));
    clients.back()->send(post(api, json_type, R"({"feedback":"just before"})", "Connection: close\r\n"));
  }
  std::thread reader([&] {
    for (const auto& client : clients) CHECK(client->read().status == 201);
    clients.clear();
  });
  service.stop_and_wait();
  reader.join();
  CHECK(service.rows().size() == 20);
}

TEST_CASE("service: markers in headers and query are found in no row and no answer") {
  RunningService service;
  const std::string marker = "marker-31337";
  RawClient client(service.port());
  const std::string body = R"({"feedback":"words"})";
  const RawAnswer answer =
      client.ask("POST " + std::string(api) + "?from=" + marker + " HTTP/1.1\r\nHost: " + marker +
                 "\r\nUser-Agent: " + marker + "\r\nX-Forwarded-For: " + marker + "\r\nCookie: a=" + marker +
                 "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
                 "\r\n\r\n" + body);
  CHECK(answer.status == 201);
  CHECK((answer.head + answer.body).find(marker) == std::string::npos);
  for (const std::string& row : service.rows()) CHECK(row.find(marker) == std::string::npos);
}

TEST_CASE("service: a post sent again with its key gets the same answer, and one row is stored") {
  RunningService service;
  const RawAnswer first = post_with_key(service.port(), "one");
  const RawAnswer again = post_with_key(service.port(), "one");
  CHECK(first.status == 201);
  CHECK(again.status == 201);
  CHECK(again.body == first.body);
  const RawAnswer other = post_with_key(service.port(), "one", R"({"feedback":"something else"})");
  CHECK(other.status == 409);
  CHECK(other.has("Content-Type: application/problem+json"));
  CHECK(other.body.find("/problems/key-reused") != std::string::npos);
  CHECK(receipts_in(service.rows()) == std::set{receipt_in(first.body)});
  const RawAnswer another = post_with_key(service.port(), "two");
  CHECK(receipt_in(another.body) != receipt_in(first.body));
  CHECK(service.rows().size() == 2);
}

TEST_CASE("service: without a key the same words are two posts, and a form's key means nothing") {
  RunningService service;
  RawClient client(service.port());
  for (int i = 0; i < 2; ++i) CHECK(client.ask(post(api, json_type, keyed_body)).status == 201);
  for (int i = 0; i < 2; ++i) {
    CHECK(client
              .ask(post("/feedback", "application/x-www-form-urlencoded", "feedback=words&step=send",
                        "Idempotency-Key: one\r\n"))
              .status == 200);
  }
  CHECK(service.rows().size() == 4);
}

TEST_CASE("service: a hundred times the same post at once make one row and a hundred equal answers") {
  RunningService service;
  std::vector<std::unique_ptr<RawClient>> clients;
  const std::string request = post(api, json_type, keyed_body, "Idempotency-Key: together\r\n");
  for (int i = 0; i < 100; ++i) clients.push_back(std::make_unique<RawClient>(service.port()));
  for (const auto& client : clients) client->send(request);
  std::set<std::string> bodies;
  for (const auto& client : clients) {
    const RawAnswer answer = client->read();
    CHECK(answer.status == 201);
    bodies.insert(answer.body);
  }
  CHECK(bodies.size() == 1);
  CHECK(receipts_in(service.rows()) == std::set{receipt_in(*bodies.begin())});
}

TEST_CASE("service: a refused or failed post leaves its key free") {
  RunningService service;
  CHECK(post_with_key(service.port(), "one", R"({"feedback":" "})").status == 422);
  service.broken = true;
  CHECK(post_with_key(service.port(), "one").status == 503);
  CHECK(service.rows().empty());
  service.broken = false;
  CHECK(becomes(200, service.port(), get("/readyz")));
  const RawAnswer kept = post_with_key(service.port(), "one", R"({"feedback":"other words now"})");
  CHECK(kept.status == 201);
  CHECK(receipts_in(service.rows()) == std::set{receipt_in(kept.body)});
}

TEST_CASE("service: a key is forgotten after a day; over a month's end the first month is told again") {
  RunningService service;
  service.clock.set(test::at_utc(2026, 11, 30, 23, 30));
  const RawAnswer first = post_with_key(service.port(), "one");
  CHECK(first.body.find("\"month\":\"2026-11\"") != std::string::npos);
  service.clock.advance(1h);
  const RawAnswer again = post_with_key(service.port(), "one");
  CHECK(receipt_in(again.body) == receipt_in(first.body));
  CHECK(again.body.find("\"month\":\"2026-11\"") != std::string::npos);
  CHECK(service.rows().size() == 1);
  service.clock.advance(23h);
  const RawAnswer new_day = post_with_key(service.port(), "one");
  CHECK(new_day.status == 201);
  CHECK(receipt_in(new_day.body) != receipt_in(first.body));
  CHECK(service.rows().size() == 2);
}
