// The loop with real sockets and a handler that is played: everything about bytes, time and memory.
#include "intake/server.hpp"

#include <doctest/doctest.h>
#include <sys/eventfd.h>

#include <atomic>
#include <ctime>
#include <future>
#include <mutex>
#include <string>
#include <thread>

#include "intake/problem.hpp"
#include "intake/raw_client.hpp"

using namespace postbox;
using namespace postbox::intake;
using namespace std::chrono_literals;
using test::get;
using test::post;
using test::RawAnswer;
using test::RawClient;

namespace {

Response plain(std::string body) { return respond(200, "text/plain", std::move(body)); }

// Answers with the path and the size of the body.
void echo(const Request& request, const Server::Respond& respond) {
  respond(plain(request.head.path + " " + std::to_string(request.body.size())));
}

std::optional<Response> refusal_of(const RequestHead& head) {
  if (head.path != "/nowhere") return std::nullopt;
  return problem(ProblemKind::not_found);
}

class RunningServer {
 public:
  explicit RunningServer(const Limits& limits = {}, const Server::Handler& handler = echo)
      : stop_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
        server_({"127.0.0.1", 0}, limits, handler,
                {[](Refusal refusal, const RequestHead&) { return problem(kind_of(refusal)); }, refusal_of}),
        thread_([this] { server_.run(stop_.number()); }) {}
  ~RunningServer() {
    stop();
    thread_.join();
  }
  void stop() { ::eventfd_write(stop_.number(), 1); }
  std::uint16_t port() const { return server_.address().port; }

 private:
  Descriptor stop_;
  Server server_;
  std::thread thread_;
};

Limits short_times() {
  Limits limits;
  limits.request_time_max = 200ms;
  limits.drain_time_max = 200ms;
  return limits;
}

// A request whose sender asks before it sends its body.
std::string waiting(const std::string& asked, std::size_t body_bytes) {
  return asked + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body_bytes) +
         "\r\nExpect: 100-continue\r\n\r\n";
}

const std::string slow_start = "POST /feedback HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf";

}  // namespace

TEST_CASE("server: a connection is kept and its requests are answered one after the other") {
  RunningServer server;
  RawClient client(server.port());
  for (int i = 0; i < 5; ++i) {
    const RawAnswer answer = client.ask(post("/feedback", "a/b", "hello"));
    CHECK(answer.status == 200);
    CHECK(answer.body == "/feedback 5");
    CHECK_FALSE(answer.has("Connection: close"));
  }
}

TEST_CASE("server: pipelined requests are answered in order") {
  RunningServer server;
  RawClient client(server.port());
  client.send(get("/1") + post("/2", "a/b", "xy") + get("/3"));
  CHECK(client.read().body == "/1 0");
  CHECK(client.read().body == "/2 2");
  CHECK(client.read().body == "/3 0");
}

TEST_CASE("server: answers come in order also when the later one is ready first") {
  std::mutex mutex;
  std::vector<std::thread> slow;
  {
    RunningServer server({}, [&](Request request, Server::Respond respond) {
      const std::lock_guard lock(mutex);
      slow.emplace_back([request = std::move(request), respond = std::move(respond)] {
        if (request.head.path == "/slow") std::this_thread::sleep_for(50ms);
        echo(request, respond);
      });
    });
    RawClient client(server.port());
    client.send(get("/slow") + get("/quick"));
    CHECK(client.read().body == "/slow 0");
    CHECK(client.read().body == "/quick 0");
  }
  for (std::thread& thread : slow) thread.join();
}

TEST_CASE("server: while a request is worked on nothing that its sender does keeps the loop busy") {
  struct Case {
    const char* why;
    void (*does)(RawClient& client);
  };
  const Case cases[] = {
      {"sends the next one in pieces",
       [](RawClient& client) {
         for (const char c : get("/next")) client.send(std::string(1, c));
       }},
      {"ends sending", [](RawClient& client) { client.end_sending(); }},
      {"goes with a reset",
       [](RawClient& client) {
         const linger at_once{1, 0};
         ::setsockopt(client.socket(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
         client.close();
       }},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    std::promise<Server::Respond> taken;
    RunningServer server({}, [&](const Request& request, Server::Respond respond) {
      if (request.head.path != "/slow") return echo(request, respond);
      taken.set_value(std::move(respond));
    });
    RawClient client(server.port());
    client.send(get("/slow"));
    const Server::Respond respond = taken.get_future().get();
    c.does(client);
    const std::clock_t before = std::clock();
    std::this_thread::sleep_for(100ms);
    CHECK(std::clock() - before < CLOCKS_PER_SEC / 50);  // a loop that is rung again and again takes a tenth
    respond(plain("slow"));
    CHECK(RawClient(server.port()).ask(get("/other")).body == "/other 0");
    if (c.why != cases[2].why) CHECK(client.read().body == "slow");
    if (c.why == cases[0].why) CHECK(client.read().body == "/next 0");
  }
}

TEST_CASE("server: every answer carries the security headers") {
  RunningServer server;
  for (const std::string& request : {get("/"), std::string("GET / HTTP/1.1\r\n\r\n")}) {
    const RawAnswer answer = RawClient(server.port()).ask(request);
    CAPTURE(answer.status);
    for (const char* header : {"X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin",
                               "Cache-Control: no-store", "Cross-Origin-Opener-Policy: same-origin"}) {
      CAPTURE(header);
      CHECK(answer.has(header));
    }
    CHECK(answer.head.find("Content-Security-Policy: default-src 'none';") != std::string::npos);
    CHECK(answer.head.find("Permissions-Policy: ") != std::string::npos);
    CHECK(answer.head.find("Server:") == std::string::npos);
  }
}

TEST_CASE("server: HEAD has the headers of GET and no body") {
  RunningServer server;
  RawClient client(server.port());
  client.send("HEAD /easy HTTP/1.1\r\nHost: a\r\n\r\n" + get("/next"));
  CHECK(client.read(true).has("Content-Length: 7"));
  CHECK(client.read().body == "/next 0");
}

TEST_CASE("server: HTTP/1.0, Connection: close and the last of the allowed requests end the connection") {
  Limits limits;
  limits.requests_per_connection_max = 2;
  RunningServer server(limits);
  for (const char* request :
       {"GET / HTTP/1.0\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"}) {
    RawClient client(server.port());
    CHECK(client.ask(request).has("Connection: close"));
    CHECK(client.is_closed());
  }
  RawClient client(server.port());
  CHECK_FALSE(client.ask(get("/")).has("Connection: close"));
  CHECK(client.ask(get("/")).has("Connection: close"));
  CHECK(client.is_closed());
}

TEST_CASE("server: a refusal says so, ends the connection and hides nothing behind it") {
  struct Case {
    const char* why;
    std::string bytes;
    int status;
    const char* type;
  };
  const std::string start = "POST /feedback HTTP/1.1\r\nHost: a\r\n";
  const Case cases[] = {
      {"CL.TE", start + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411,
       "length-required"},
      {"chunked", start + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 411,
       "length-required"},
      {"two lengths", start + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde", 400, "malformed"},
      {"+4", start + "Content-Length: +4\r\n\r\nabcd", 400, "malformed"},
      {"gzip", start + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd", 415,
       "unsupported-media-type"},
      {"100 MB", start + "Content-Length: 100000000\r\n\r\n", 413, "body-too-large"},
      {"8 kB path", "GET /" + std::string(8000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414, "path-too-long"},
      {"endless header", "GET / HTTP/1.1\r\nX: " + std::string(20000, 'a'), 431, "head-too-large"},
      {"no Host", "GET / HTTP/1.1\r\n\r\n", 400, "malformed"},
      {"bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400, "malformed"},
  };
  RunningServer server;
  for (const Case& c : cases) {
    CAPTURE(c.why);
    RawClient client(server.port());
    client.send(c.bytes + get("/smuggled"));
    const RawAnswer answer = client.read();
    CHECK(answer.status == c.status);
    CHECK(answer.has("Content-Type: application/problem+json"));
    CHECK(answer.has("Connection: close"));
    CHECK(answer.body.find("\"type\":\"/problems/" + std::string(c.type) + "\"") != std::string::npos);
    CHECK(answer.body.find("\"status\":" + std::to_string(c.status)) != std::string::npos);
    CHECK(client.is_closed());
  }
}

TEST_CASE("server: behind a post without a length nothing is read") {
  RunningServer server;
  RawClient client(server.port());
  client.send("POST /feedback HTTP/1.1\r\nHost: a\r\n\r\n" + get("/smuggled"));
  const RawAnswer answer = client.read();
  CHECK(answer.body == "/feedback 0");
  CHECK(answer.has("Connection: close"));
  CHECK(client.is_closed());
}

TEST_CASE("server: who sends a hundred megabytes still hears why not") {
  RunningServer server;
  RawClient client(server.port());
  client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n");
  const std::string megabyte(1024 * 1024, 'x');
  for (int i = 0; i < 20; ++i) client.send(megabyte);
  CHECK(client.read().status == 413);
}

TEST_CASE("server: who waits to be told to go on is told") {
  RunningServer server;
  RawClient client(server.port());
  client.send(waiting("POST /feedback", 5));
  CHECK(client.read().status == 100);
  CHECK(client.ask("hello").body == "/feedback 5");
  client.send(waiting("POST /again", 5));  // the connection goes on
  CHECK(client.read().status == 100);
  CHECK(client.ask("hello").body == "/again 5");
}

TEST_CASE("server: who waits and would be refused hears that at once, and nothing behind it is read") {
  struct Case {
    const char* why;
    std::string head;
    int status;
  };
  const Case cases[] = {
      {"too much", waiting("POST /feedback", 999'999), 413},
      {"no such page", waiting("POST /nowhere", 5), 404},
      {"no such page, behind a good request", get("/1") + waiting("POST /nowhere", 5), 404},
  };
  RunningServer server;
  for (const Case& c : cases) {
    CAPTURE(c.why);
    RawClient client(server.port());
    client.send(c.head);
    RawAnswer answer = client.read();
    if (answer.status == 200) answer = client.read();
    CHECK(answer.status == c.status);
    CHECK(answer.has("Connection: close"));
    client.send("hello" + get("/2"));
    CHECK(client.is_closed());
  }
}

TEST_CASE("server: who did not wait is read first; a HEAD that waits is refused without a body") {
  RunningServer server;
  RawClient eager(server.port());
  const RawAnswer answer = eager.ask(waiting("POST /nowhere", 5) + "hello");
  CHECK(answer.body == "/nowhere 5");
  CHECK_FALSE(answer.has("Connection: close"));
  RawClient head(server.port());
  head.send(waiting("HEAD /nowhere", 5));
  CHECK(head.read(true).status == 404);
  CHECK(head.is_closed());
}

TEST_CASE("server: a body that takes too long is told so; an unused connection is closed without a word") {
  RunningServer server(short_times());
  RawClient slow(server.port());
  RawClient unused(server.port());
  slow.send(slow_start);
  CHECK(slow.read().status == 408);
  CHECK(slow.is_closed());
  CHECK(unused.is_closed());
}

TEST_CASE("server: one deadline for the whole request, however often a byte comes") {
  RunningServer server(short_times());
  RawClient drip(server.port());
  std::atomic<bool> done{false};
  std::thread sender([&] {
    drip.send("GET / HTTP/1.1\r\nX: ");
    while (!done && drip.send("a")) std::this_thread::sleep_for(10ms);
  });
  const auto started = std::chrono::steady_clock::now();
  CHECK(drip.read().status == 408);
  CHECK(std::chrono::steady_clock::now() - started < 5s);
  done = true;
  sender.join();
}

TEST_CASE("server: a kept connection has its own time for each request") {
  RunningServer server(short_times());
  RawClient client(server.port());
  for (int i = 0; i < 4; ++i) {
    std::this_thread::sleep_for(100ms);
    CHECK(client.ask(get("/")).status == 200);
  }
}

TEST_CASE("server: slow connections cost the good ones nothing") {
  RunningServer server;
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 300; ++i) {
    slow.push_back(std::make_unique<RawClient>(server.port()));
    slow.back()->send(slow_start);
  }
  const auto started = std::chrono::steady_clock::now();
  for (int i = 0; i < 50; ++i) CHECK(RawClient(server.port()).ask(get("/")).status == 200);
  CHECK(std::chrono::steady_clock::now() - started < 5s);
}

TEST_CASE("server: a reader who does not read is let go, and the others are served meanwhile") {
  Limits limits = short_times();
  RunningServer server(limits, [](const Request& request, const Server::Respond& respond) {
    respond(plain(std::string(request.head.path == "/large" ? 32 * 1024 * 1024 - 4096 : 5, 'x')));
  });
  RawClient reader(server.port());
  reader.send(get("/large"));
  CHECK(RawClient(server.port()).ask(get("/small")).body == "xxxxx");
  std::this_thread::sleep_for(500ms);
  CHECK(reader.read().body.size() < 32 * 1024 * 1024 - 4096);
  CHECK(RawClient(server.port()).ask(get("/small")).body == "xxxxx");
}

TEST_CASE("server: one connection too many, and the one nearest to its deadline goes") {
  Limits limits;
  limits.connections_max = 3;
  RunningServer server(limits);
  RawClient first(server.port());
  first.send(slow_start);
  std::this_thread::sleep_for(400ms);
  RawClient second(server.port());
  RawClient third(server.port());
  CHECK(third.ask(get("/")).status == 200);
  RawClient fourth(server.port());
  CHECK(fourth.ask(get("/")).status == 200);
  CHECK(first.is_closed());
  CHECK(second.ask(get("/")).status == 200);
}

TEST_CASE("server: when half-read bodies fill the memory, whoever holds most gives way") {
  Limits limits;
  limits.buffered_bytes_max = 1024 * 1024;
  RunningServer server(limits);
  std::vector<std::unique_ptr<RawClient>> hogs;
  for (int i = 0; i < 12; ++i) {
    hogs.push_back(std::make_unique<RawClient>(server.port()));
    hogs.back()->send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 190000\r\n\r\n" +
                      std::string(150'000, 'x'));
  }
  CHECK(RawClient(server.port()).ask(post("/feedback", "a/b", std::string(2000, 'x'))).status == 200);
  int refused = 0;
  int served = 0;
  for (const auto& hog : hogs) {
    hog->send(std::string(40'000, 'x'));
    const int status = hog->read().status;
    refused += status == 503 ? 1 : 0;
    served += status == 200 ? 1 : 0;
  }
  CHECK(refused > 0);
  CHECK(served > 0);
  CHECK(refused + served == 12);
}

TEST_CASE("server: connections opened and dropped leave nothing behind") {
  RunningServer server;
  for (int i = 0; i < 2000; ++i) {
    RawClient client(server.port());
    if (i % 3 == 0) client.send("GET / HT");
    if (i % 3 == 1) client.send(get("/"));
  }
  CHECK(RawClient(server.port()).ask(get("/")).status == 200);
}

TEST_CASE("server: an answer for somebody who left is thrown away") {
  std::promise<Server::Respond> asked;
  RunningServer server({}, [&](const Request& request, Server::Respond respond) {
    if (request.head.path == "/wait") return asked.set_value(std::move(respond));
    echo(request, respond);
  });
  {
    RawClient gone(server.port());
    gone.send(get("/wait"));
  }
  const Server::Respond respond = asked.get_future().get();
  respond(plain("late"));
  CHECK(RawClient(server.port()).ask(get("/")).status == 200);
}

TEST_CASE("server: who ends sending after the request still gets the answer") {
  RunningServer server;
  RawClient client(server.port());
  client.send(get("/"));
  client.end_sending();
  CHECK(client.read().status == 200);
  CHECK(client.is_closed());
}

TEST_CASE("server: told to stop, it finishes what has begun and takes nothing new") {
  std::promise<Server::Respond> asked;
  auto server =
      std::make_unique<RunningServer>(Limits{}, [&](const Request& request, Server::Respond respond) {
        if (request.head.path == "/wait") return asked.set_value(std::move(respond));
        echo(request, respond);
      });
  const std::uint16_t port = server->port();
  RawClient waiting(port);
  RawClient half(port);
  RawClient idle(port);
  CHECK(idle.ask(get("/")).status == 200);
  waiting.send(get("/wait"));
  const Server::Respond respond = asked.get_future().get();
  half.send(slow_start);
  CHECK(RawClient(port).ask(get("/")).status == 200);  // so the half-sent one has been seen
  server->stop();
  CHECK(idle.is_closed());
  CHECK_THROWS(RawClient{port});
  respond(plain("done"));
  const RawAnswer answer = waiting.read();
  CHECK(answer.body == "done");
  CHECK(answer.has("Connection: close"));
  CHECK(half.ask(std::string(96, 'x')).body == "/feedback 100");
  waiting.end_sending();
}
