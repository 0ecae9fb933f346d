// Posts by an HTTP client that others wrote: what we take for HTTP must be what they take for it.
#include <doctest/doctest.h>
#include <httplib.h>

#include "journey/running_server.hpp"
#include "support/json.hpp"

using namespace postbox::test;
using nlohmann::json;

TEST_CASE("another client: the form, its style, and posts in all three formats, over one connection") {
  WorldWithBox world;
  {
    RunningServer server(world);
    httplib::Client client("127.0.0.1", server.port());
    client.set_keep_alive(true);

    const auto form = client.Get("/");
    REQUIRE(form);
    CHECK(form->status == 200);
    CHECK(form->get_header_value("Content-Type") == "text/html; charset=utf-8");
    CHECK_FALSE(form->has_header("Set-Cookie"));
    CHECK(client.Get("/style.css")->status == 200);
    CHECK(client.Head("/easy")->status == 200);

    const auto by_json =
        client.Post("/api/v1/feedback", R"({"feedback":"The bus was on time"})", "application/json");
    CHECK(by_json->status == 201);
    const httplib::Params fields = {{"feedback", "Ein anderer Brief, über Umlaute"}, {"step", "send"}};
    CHECK(client.Post("/feedback", fields)->status == 200);
    const httplib::MultipartFormDataItems parts = {{"feedback", "a third one", "", ""},
                                                   {"step", "send", "", ""}};
    CHECK(client.Post("/feedback", parts)->status == 200);
  }
  const Outcome emptied =
      world.on_box({"empty", "--up-to-now", "--passphrase-file", world.passphrase, "--json"});
  CHECK(json::parse(emptied.out)[0]["counts"]["opened"] == 3);
}

TEST_CASE("another client: refusals arrive as problem documents") {
  WorldWithBox world;
  RunningServer server(world);
  httplib::Client client("127.0.0.1", server.port());
  struct Case {
    const char* why;
    std::string body;
    const char* type;
    int status;
  };
  const Case cases[] = {
      {"not JSON", "{", "application/json", 400},
      {"an unknown key", R"({"x":1})", "application/json", 422},
      {"another content type", "{}", "text/plain", 415},
      {"too large a body", std::string(200 * 1024, ' '), "application/json", 413},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto answer = client.Post("/api/v1/feedback", c.body, c.type);
    REQUIRE(answer);
    CHECK(answer->status == c.status);
    CHECK(answer->get_header_value("Content-Type") == "application/problem+json");
    CHECK(json::parse(answer->body)["status"] == c.status);
  }
}
