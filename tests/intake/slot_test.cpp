#include "intake/slot.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "feedback/encoding.hpp"
#include "intake/small_form.hpp"
#include "seal/sealer.hpp"
#include "support/counting_random.hpp"
#include "support/fixed_clock.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::intake;
using nlohmann::json;

namespace {

constexpr const char* json_type = "application/json";
constexpr const char* form_type = "application/x-www-form-urlencoded";

// A slot whose "sealed" record is the plaintext, so that the test can look into it.
struct PlayedSlot {
  form::Form form = test::small_form();
  std::vector<form::Signpost> signposts = test::small_signposts();
  test::FixedClock clock;
  test::CountingRandom random;
  bool can_store = true;
  Instant steady{std::chrono::hours{100}};
  Suspicion suspicion{random, 100};
  Slot slot =
      Slot({form, signposts, clock, random, [](std::string_view plaintext) { return std::string(plaintext); },
            [this] { return can_store; }, "", 30, nullptr, [this] { return steady; }, &suspicion});

  Decision ask(const char* method, const char* path) const {
    Request request;
    request.head.method = method;
    request.head.path = path;
    request.head.host = "box.example";
    return slot.handle(request);
  }
  static Request post_of(const char* path, const char* type, std::string body) {
    Request request;
    request.head.method = "POST";
    request.head.path = path;
    request.head.host = "box.example";
    request.head.content_type = type;
    request.head.body_bytes = body.size();
    request.body = std::move(body);
    return request;
  }
  Decision post(const char* path, const char* type, std::string body) const {
    return slot.handle(post_of(path, type, std::move(body)));
  }
};

bool says(const Decision& decision, std::string_view words) {
  return decision.response.body->find(words) != std::string::npos;
}

Submission stored_in(const Decision& decision) {
  REQUIRE(decision.to_store);
  const auto submission = decode(decision.to_store->sealed);
  REQUIRE(submission);
  return *submission;
}

}  // namespace

TEST_CASE("slot: JSON becomes one sealed submission and a receipt") {
  PlayedSlot played;
  const Decision decision =
      played.post("/api/v1/feedback", json_type, R"({"feedback":"Thank you","rating":"good"})");
  CHECK(decision.response.status == 201);
  const json answer = json::parse(*decision.response.body);
  CHECK(answer.size() == 3);
  CHECK(answer["month"] == "2026-11");
  CHECK(answer["signposts"][0] ==
        json({{"id", "999"}, {"name", "Emergency services"}, {"phone", "999"}, {"url", ""}}));
  const Submission stored = stored_in(decision);
  CHECK(stored.receipt == answer["receipt"]);
  CHECK(stored.receipt.size() == 20);
  CHECK(stored.id.size() == 26);
  CHECK(stored.channel == Channel::api);
  CHECK(stored.month.text() == "2026-11");
  CHECK(decision.to_store->month == stored.month);
  CHECK(stored.answers.texts.at("feedback") == "Thank you");
  CHECK(chosen(stored.answers, "rating") == "good");
}

TEST_CASE("slot: no two submissions share an id or a receipt") {
  PlayedSlot played;
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) {
    const Submission stored = stored_in(played.post("/api/v1/feedback", json_type, R"({"feedback":"same"})"));
    seen.insert(stored.id);
    seen.insert(stored.receipt);
  }
  CHECK(seen.size() == 200);
}

TEST_CASE("slot: the month is that of a clock in London, signposts those open now") {
  PlayedSlot played;
  played.clock.set(test::at_utc(2026, 8, 31, 23, 30));  // 00:30 on Tuesday, 1 September
  const Decision decision = played.post("/api/v1/feedback", json_type, R"({"feedback":"night"})");
  const json answer = json::parse(*decision.response.body);
  CHECK(answer["month"] == "2026-09");
  CHECK(answer["signposts"].size() == 1);
  CHECK(decision.to_store->month.text() == "2026-09");
  played.clock.set(test::at_utc(2026, 11, 6, 12));
  CHECK(json::parse(
            *played.post("/api/v1/feedback", json_type, R"({"feedback":"noon"})").response.body)["signposts"]
            .size() == 2);
}

TEST_CASE("slot: a form is checked first and stored when sent") {
  PlayedSlot played;
  const std::string words = "feedback=Line+one%0D%0Aline+two&rating=poor";
  const Decision check = played.post("/feedback", form_type, words + "&step=check");
  CHECK(check.response.status == 200);
  CHECK_FALSE(check.to_store);
  CHECK(says(check, "line two"));
  const Decision sent = played.post("/feedback", form_type, words + "&step=send");
  CHECK(sent.response.status == 200);
  const Submission stored = stored_in(sent);
  CHECK(stored.channel == Channel::form);
  CHECK(stored.answers.texts.at("feedback") == "Line one\nline two");
  CHECK(says(sent, stored.receipt));
  const Decision changed = played.post("/feedback", form_type, words + "&step=change");
  CHECK(changed.response.status == 200);
  CHECK_FALSE(changed.to_store);
  CHECK(says(changed, "<textarea"));
  CHECK(says(changed, "line two"));
}

TEST_CASE("slot: multipart is read as the form it is") {
  PlayedSlot played;
  const std::string body =
      "--B\r\nContent-Disposition: form-data; name=\"feedback\"\r\n\r\nwords\r\n"
      "--B\r\nContent-Disposition: form-data; name=\"step\"\r\n\r\nsend\r\n--B--\r\n";
  const Decision sent = played.post("/feedback", "multipart/form-data; boundary=B", body);
  CHECK(stored_in(sent).answers.texts.at("feedback") == "words");
}

TEST_CASE("slot: a refused form comes back with the words in it") {
  struct Case {
    const char* why;
    std::string body;
    std::string words;  // as they stand in their field again
    const char* said;
  };
  const std::string long_words(10'001, 'x');
  const Case cases[] = {
      {"an answer that is none", "feedback=my+words+%3Cb%3E&rating=excellent", "my words &lt;b&gt;",
       "is not one of the answers"},
      {"the words twice", "feedback=my+words&rating=good&feedback=and+more", "my words\n\nand more",
       "This came more than once"},
      {"the same words twice", "feedback=my+words&feedback=my+words", "my words\n\nmy words",
       "This came more than once"},
      {"a letter too many", "feedback=" + long_words, long_words, "This is 10,001 characters long"},
      {"two buttons", "feedback=my+words&step=check", "my words", "is not one of the page"},
  };
  PlayedSlot played;
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Decision decision = played.post("/feedback", form_type, c.body + "&step=send");
    CHECK(decision.response.status == 422);
    CHECK(std::string_view(decision.response.content_type) == "text/html; charset=utf-8");
    CHECK(says(decision, ">\n" + c.words + "</textarea>"));
    CHECK(says(decision, c.said));
    CHECK_FALSE(decision.to_store);
  }
}

TEST_CASE("slot: refusals of the API have the right status, type and pointers") {
  struct Case {
    const char* why;
    const char* path;
    const char* type;
    std::string body;
    int status;
    const char* problem;
    const char* pointer;
  };
  const char* api = "/api/v1/feedback";
  const Case cases[] = {
      {"not JSON", api, json_type, "{", 400, "malformed", nullptr},
      {"duplicate keys", api, json_type, R"({"rating":"good","rating":"poor"})", 400, "malformed", nullptr},
      {"bad UTF-8", api, json_type, "{\"feedback\":\"\xFF\"}", 400, "malformed", nullptr},
      {"an empty body", api, json_type, "", 400, "malformed", nullptr},
      {"an array", api, json_type, "[]", 422, "answers-refused", ""},
      {"an unknown key", api, json_type, R"({"name":"x"})", 422, "answers-refused", "/name"},
      {"an unknown value", api, json_type, R"({"rating":"excellent"})", 422, "answers-refused", "/rating"},
      {"blank", api, json_type, R"({"feedback":" "})", 422, "answers-refused", ""},
      {"a false tick alone", api, json_type, R"({"risk_now":false})", 422, "answers-refused", ""},
      {"too long", api, json_type, R"({"feedback":")" + std::string(10'001, 'x') + "\"}", 422,
       "answers-refused", "/feedback"},
      {"text", api, "text/plain", "{}", 415, "unsupported-media-type", nullptr},
      {"no type", api, "", "{}", 415, "unsupported-media-type", nullptr},
      {"another charset", api, "application/json; charset=iso-8859-1", "{}", 415, "unsupported-media-type",
       nullptr},
      {"a form to the API", api, form_type, "feedback=x", 415, "unsupported-media-type", nullptr},
      {"JSON to the form", "/feedback", json_type, "{}", 415, "unsupported-media-type", nullptr},
      {"a form in another charset", "/feedback", "application/x-www-form-urlencoded; charset=latin1",
       "feedback=x", 415, "unsupported-media-type", nullptr},
      {"a form with bad UTF-8", "/feedback", form_type, "feedback=%FF", 400, "malformed", nullptr},
  };
  PlayedSlot played;
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Decision decision = played.post(c.path, c.type, c.body);
    CHECK(decision.response.status == c.status);
    CHECK_FALSE(decision.to_store);
    REQUIRE(std::string_view(decision.response.content_type) == "application/problem+json");
    const json problem = json::parse(*decision.response.body);
    CHECK(problem["type"] == "/problems/" + std::string(c.problem));
    CHECK(problem["status"] == c.status);
    CHECK_FALSE(problem["title"].get<std::string>().empty());
    CHECK(problem.contains("errors") == (c.pointer != nullptr));
    if (c.pointer != nullptr) CHECK(problem["errors"][0]["pointer"] == c.pointer);
  }
}

TEST_CASE("slot: a submission that no record holds is refused, not cut") {
  PlayedSlot played;
  form::Form wide = test::small_form();
  wide.questions[0].max_characters = 1'000'000;
  const Slot slot({wide, played.signposts, played.clock, played.random,
                   [](std::string_view plaintext) { return std::string(plaintext); }, [] { return true; }, "",
                   30});
  const std::string fits(seal::plaintext_bytes_max - 1000, 'x');
  const std::string does_not(seal::plaintext_bytes_max, 'x');
  const auto api = [&](const std::string& words) {
    return slot.handle(
        PlayedSlot::post_of("/api/v1/feedback", json_type, R"({"feedback":")" + words + "\"}"));
  };
  CHECK(api(fits).response.status == 201);
  const Decision refused = api(does_not);
  CHECK(refused.response.status == 422);
  CHECK(json::parse(*refused.response.body)["errors"][0]["pointer"] == "");
  const Decision form =
      slot.handle(PlayedSlot::post_of("/feedback", form_type, "step=send&feedback=" + does_not));
  CHECK(form.response.status == 422);
  CHECK_FALSE(form.to_store);
}

TEST_CASE("slot: figures are shown once they are published, read again each second") {
  PlayedSlot played;
  std::string published;
  int reads = 0;
  const Slot slot({.form = played.form,
                   .signposts = played.signposts,
                   .clock = played.clock,
                   .random = played.random,
                   .seal = [](std::string_view plaintext) { return std::string(plaintext); },
                   .can_store = [] { return true; },
                   .openapi = "",
                   .steady_now = [&] { return played.steady; },
                   .published_trends =
                       [&] {
                         ++reads;
                         return published;
                       }});
  Request request;
  request.head.method = "GET";
  request.head.path = "/trends";
  CHECK(slot.handle(request).response.status == 404);
  published = "<!doctype html>figures";
  CHECK(slot.handle(request).response.status == 404);
  CHECK(reads == 1);
  played.steady += std::chrono::seconds{1};
  const Response shown = slot.handle(request).response;
  CHECK(shown.status == 200);
  CHECK(*shown.body == published);
  // Its style stands in the page; it can load and send nothing. All other pages keep to our style sheet.
  CHECK(response_head(shown, false).find("style-src 'unsafe-inline'") != std::string::npos);
  CHECK(response_head(shown, false).find("form-action 'none'") != std::string::npos);
  request.head.path = "/";
  CHECK(response_head(slot.handle(request).response, false).find("unsafe-inline") == std::string::npos);
}

TEST_CASE("slot: routes are literal") {
  struct Case {
    const char* why;
    const char* method;
    const char* path;
    int status;
  };
  const Case cases[] = {
      {"the form", "GET", "/", 200},
      {"Easy Read", "GET", "/easy", 200},
      {"for somebody else", "GET", "/for-someone", 200},
      {"HEAD", "HEAD", "/", 200},
      {"style", "GET", "/style.css", 200},
      {"picture", "GET", "/icon.svg", 200},
      {"questions", "GET", "/api/v1/form", 200},
      {"alive", "GET", "/healthz", 200},
      {"ready", "GET", "/readyz", 200},
      {"no description shipped", "GET", "/api/openapi.json", 404},
      {"no figures published", "GET", "/trends", 404},
      {"upwards", "GET", "/../box.db", 404},
      {"upwards, encoded", "GET", "/%2e%2e/box.db", 404},
      {"a letter encoded", "GET", "/%65asy", 404},
      {"two slashes", "GET", "//", 404},
      {"a slash at the end", "GET", "/easy/", 404},
      {"posting to the form's page", "POST", "/", 405},
      {"posting without a length to no page", "POST", "/nope", 404},
      {"posting a form without a length", "POST", "/feedback", 411},
      {"posting to the API without a length", "POST", "/api/v1/feedback", 411},
      {"PUT without a length", "PUT", "/api/v1/feedback", 405},
      {"reading the slot", "GET", "/feedback", 405},
      {"reading the API's slot", "GET", "/api/v1/feedback", 405},
      {"HEAD of the slot", "HEAD", "/feedback", 405},
      {"deleting", "DELETE", "/api/v1/feedback", 405},
      {"TRACE", "TRACE", "/", 405},
      {"a method in small letters", "get", "/", 405},
      {"a method that is none", "FROB", "/", 405},
  };
  PlayedSlot played;
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Decision decision = played.ask(c.method, c.path);
    CHECK(decision.response.status == c.status);
    CHECK((decision.response.allow != nullptr) == (c.status == 405));
    CHECK_FALSE(decision.response.body->empty());
  }
  CHECK(std::string_view(played.ask("POST", "/").response.allow) == "GET, HEAD");
  CHECK(std::string_view(played.ask("GET", "/feedback").response.allow) == "POST");
}

TEST_CASE("slot: what the head alone decides is known before the body, and answered alike") {
  struct Case {
    const char* why;
    const char* method;
    const char* path;
    const char* type;
    int status;  // 0: the body is waited for
    const char* key = nullptr;
    const char* site = "";
  };
  const char* const multipart = "multipart/form-data; boundary=B";
  const char* const api = "/api/v1/feedback";
  const Case cases[] = {
      {"a form", "POST", "/feedback", form_type, 0},
      {"a multipart form", "POST", "/feedback", multipart, 0},
      {"JSON", "POST", api, json_type, 0},
      {"JSON with a key", "POST", api, json_type, 0, "7a1f"},
      {"a page, with a body for whatever reason", "GET", "/", "text/plain", 0},
      {"no such page", "POST", "/nope", form_type, 404},
      {"the form's page", "POST", "/", form_type, 405},
      {"another method", "PUT", api, json_type, 405},
      {"HEAD of the slot", "HEAD", "/feedback", "", 405},
      {"JSON to the form", "POST", "/feedback", json_type, 415},
      {"a form to the API", "POST", api, form_type, 415},
      {"no type", "POST", api, "", 415},
      {"a type twice over", "POST", api, "application/json, text/plain", 415},
      {"another charset", "POST", "/feedback", "application/x-www-form-urlencoded; charset=latin1", 415},
      {"a key that is none", "POST", api, json_type, 400, "a b"},
      {"a key that is none, to the form", "POST", "/feedback", form_type, 0, "a b"},
      {"another site", "POST", "/feedback", form_type, 403, nullptr, "cross-site"},
  };
  PlayedSlot played;
  for (const Case& c : cases) {
    for (const char* accept : {"*/*", "text/html"}) {
      CAPTURE(c.why);
      CAPTURE(accept);
      Request request = PlayedSlot::post_of(c.path, c.type, "words");
      request.head.method = c.method;
      request.head.accept = accept;
      request.head.sec_fetch_site = c.site;
      if (c.key != nullptr) request.head.idempotency_key = c.key;
      const auto before = played.slot.refused_before_body(request.head);
      REQUIRE(before.has_value() == (c.status != 0));
      if (!before) continue;
      const Response after = played.slot.handle(request).response;
      CHECK(before->status == c.status);
      CHECK(after.status == c.status);
      CHECK(*before->body == *after.body);
      CHECK((before->allow != nullptr) == (c.status == 405));
    }
  }
}

TEST_CASE("slot: a browser that is refused gets a page in the status of the refusal") {
  const char* const browser = "text/html,application/xhtml+xml,*/*;q=0.8";
  struct Case {
    const char* why;
    const char* method;
    const char* target;
    const char* accept;
    int status;
    const char* said;  // on the page; nullptr for a problem
  };
  const Case cases[] = {
      {"a path mistyped", "GET", "/esy", browser, 404, "There is no such page"},
      {"no figures yet", "GET", "/trends", browser, 404, "There are no figures yet"},
      {"the slot opened by its address", "GET", "/feedback", browser, 405, "Opening this page sends nothing"},
      {"the same by HEAD", "HEAD", "/feedback", browser, 405, "Opening this page sends nothing"},
      {"a post to the form's page", "POST", "/", browser, 405, "We could not take that"},
      {"a type that no form sends", "POST", "/feedback", browser, 415, "We could not take that"},
      {"curl", "GET", "/esy", "*/*", 404, nullptr},
      {"no word of what is wanted", "GET", "/feedback", "", 405, nullptr},
      {"JSON before a page", "GET", "/esy", "application/json,text/html;q=0.5", 404, nullptr},
      {"the API, whatever is wanted", "GET", "/api/v1/feedback", browser, 405, nullptr},
      {"no page of the API", "GET", "/api/v2", browser, 404, nullptr},
      {"a monitor's page", "POST", "/readyz", browser, 405, nullptr},
  };
  PlayedSlot played;
  for (const Case& c : cases) {
    CAPTURE(c.why);
    Request request = PlayedSlot::post_of(c.target, "text/plain", "words");
    request.head.method = c.method;
    request.head.accept = c.accept;
    const Decision decision = played.slot.handle(request);
    const Response& answer = decision.response;
    CHECK(answer.status == c.status);
    CHECK((answer.allow != nullptr) == (c.status == 405));
    const bool page = std::string_view(answer.content_type) == "text/html; charset=utf-8";
    REQUIRE(page == (c.said != nullptr));
    if (!page) continue;
    CHECK(says(decision, "<h1>" + std::string(c.said) + "</h1>"));
    CHECK(says(decision, "999"));
    const bool posted = std::string_view(c.method) == "POST";
    CHECK(says(decision, "Nothing was put into the box.") == posted);
    CHECK(played.slot.handle(request).response.body == answer.body);  // the same for all
  }
}

TEST_CASE("slot: a refused browser stays on its form and in its language") {
  PlayedSlot played;
  form::Form polish = played.form;
  polish.language.code = polish.language.tag = "pl";
  played.form.translations = {polish};
  struct Case {
    const char* path;
    const char* query;
    const char* back;
    const char* lang;
  };
  const Case cases[] = {
      {"/feedback", "", "/", "en-GB"},
      {"/feedback", "lang=pl", "/?lang=pl", "pl"},
      {"/feedback", "page=easy&lang=pl", "/easy?lang=pl", "pl"},
      {"/feedback", "page=for-someone", "/for-someone", "en-GB"},
      {"/nowhere", "lang=pl", "/?lang=pl", "pl"},
      {"/nowhere", "a&lang=xx&page=%22", "/", "en-GB"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    Request request;
    request.head.method = "GET";
    request.head.path = c.path;
    request.head.query = c.query;
    request.head.accept = "text/html";
    const Decision decision = played.slot.handle(request);
    CHECK(says(decision, "<html lang=\"" + std::string(c.lang) + "\""));
    CHECK(says(decision, "<p><a href=\"" + std::string(c.back) + "\">To the form</a></p>"));
  }
}

TEST_CASE("slot: a browser's post that was never whole is told what became of its words") {
  struct Case {
    Refusal why;
    int status;
    const char* title;
    const char* words;
  };
  const Case cases[] = {
      {Refusal::malformed, 400, "We could not take that", "may show your words again"},
      {Refusal::too_slow, 408, "It took too long to get here", "it still has your words"},
      {Refusal::no_length, 411, "We could not take that", "may show your words again"},
      {Refusal::body_too_large, 413, "That is too long for the box", "may show your words again"},
      {Refusal::path_too_long, 414, "We could not take that", "may show your words again"},
      {Refusal::unsupported_encoding, 415, "We could not take that", "may show your words again"},
      {Refusal::head_too_large, 431, "We could not take that", "may show your words again"},
      {Refusal::no_capacity, 503, "This does not work just now", "it still has your words"},
  };
  const PlayedSlot played;
  RequestHead known;
  known.method = "POST";
  known.path = "/feedback";
  for (const Case& c : cases) {
    CAPTURE(c.status);
    known.accept = "text/html";
    const Response page = played.slot.refused(known, c.why);
    CHECK(page.status == c.status);
    CHECK((page.retry_after_seconds != 0) == (c.status == 503));
    for (const char* words : {c.title, c.words, "Nothing was put into the box."}) {
      CAPTURE(words);
      CHECK(page.body->find(words) != std::string::npos);
    }
    known.accept = "*/*";
    const Response problem = played.slot.refused(known, c.why);
    CHECK(problem.status == c.status);
    CHECK(std::string_view(problem.content_type) == "application/problem+json");
  }
  // Words that nobody sent are not spoken of.
  known.method = "GET";
  known.accept = "text/html";
  const Response nothing_posted = played.slot.refused(known, Refusal::no_capacity);
  CHECK(nothing_posted.body->find("your words") == std::string::npos);
}

TEST_CASE("slot: the empty form is made once a second for all, and anew when other lines are open") {
  PlayedSlot played;
  const auto noon = played.ask("GET", "/").response.body;
  CHECK(played.ask("GET", "/").response.body == noon);
  played.steady += std::chrono::seconds{1};
  CHECK(*played.ask("GET", "/").response.body != *noon);
  CHECK(played.ask("GET", "/easy").response.body != noon);
  played.clock.set(test::at_utc(2026, 11, 6, 23));
  const auto night = played.ask("GET", "/").response.body;
  CHECK(*night != *noon);
}

TEST_CASE("slot: the API's description is served where there is one") {
  PlayedSlot played;
  const Slot slot({played.form, played.signposts, played.clock, played.random,
                   [](std::string_view) { return std::string(); }, [] { return true; },
                   R"({"openapi":"3.1.0"})", 30});
  Request request;
  request.head.method = "GET";
  request.head.path = "/api/openapi.json";
  CHECK(*slot.handle(request).response.body == R"({"openapi":"3.1.0"})");
}

TEST_CASE("slot: posts from other sites are refused before they are read") {
  PlayedSlot played;
  for (const char* path : {"/feedback", "/api/v1/feedback"}) {
    Request request = PlayedSlot::post_of(path, json_type, "not even JSON");
    request.head.origin = "https://evil.example";
    const Decision decision = played.slot.handle(request);
    CHECK(decision.response.status == 403);
    CHECK(says(decision, "/problems/cross-site"));
  }
  Request reading;
  reading.head.method = "GET";
  reading.head.path = "/";
  reading.head.sec_fetch_site = "cross-site";  // a link on another page leads here, as it should
  CHECK(played.slot.handle(reading).response.status == 200);
}

TEST_CASE(
    "slot: in a flood a form that is suspected is stored and thanked for like any other, its mark sealed") {
  PlayedSlot played;
  const auto hidden = [](const std::string& page, const std::string& name) {
    const std::string before = "name=\"" + name + "\" value=\"";
    const std::size_t at = page.find(before);
    return at == std::string::npos
               ? std::string()
               : page.substr(at + before.size(), page.find('"', at + before.size()) - at - before.size());
  };
  const std::string shown = hidden(*played.ask("GET", "/").response.body, "shown");
  REQUIRE_FALSE(shown.empty());
  const auto sent = [&](const std::string& more) {
    const Decision decision =
        played.post("/feedback", form_type, "step=send&feedback=The+bus+was+late" + more);
    CHECK(decision.response.status == 200);
    REQUIRE(decision.to_store);
    return decode(decision.to_store->sealed)->suspected;
  };
  CHECK_FALSE(sent("&website=x&shown=" + shown));  // quiet
  for (int i = 0; i < 100; ++i) sent("");
  CHECK_FALSE(sent(""));
  CHECK(sent("&website=x"));
  CHECK(sent("&shown=" + shown));  // back at once

  const Decision check = played.post("/feedback", form_type, "feedback=x&website=y&shown=" + shown);
  CHECK(hidden(*check.response.body, "shown") == shown);
  CHECK(hidden(*check.response.body, "website") == "filled");
}

TEST_CASE("slot: not ready says when to come back") {
  PlayedSlot played;
  played.can_store = false;
  const Decision decision = played.ask("GET", "/readyz");
  CHECK(decision.response.status == 503);
  CHECK(decision.response.retry_after_seconds == 30);
  CHECK(played.ask("GET", "/healthz").response.status == 200);
}

TEST_CASE("slot: a clock that nobody set takes no posts, and they come back with their words") {
  PlayedSlot played;
  for (const auto& at : {test::at_utc(1970, 1, 1, 0), test::at_utc(1999, 12, 31), test::at_utc(2100, 1, 1)}) {
    played.clock.set(at);
    CHECK(played.ask("GET", "/readyz").response.status == 503);
    CHECK(played.ask("GET", "/").response.status == 200);
    const Decision posted = played.post("/api/v1/feedback", json_type, R"({"feedback":"my words"})");
    CHECK(posted.response.status == 503);
    CHECK(posted.response.retry_after_seconds == 30);
    CHECK_FALSE(posted.to_store);
    const Decision page = played.post("/feedback", form_type, "feedback=my+words&step=send");
    CHECK(page.response.status == 503);
    CHECK(says(page, "my words"));
    CHECK_FALSE(page.to_store);
  }
  played.clock.set(test::at_utc(2026, 11, 6));
  CHECK(played.post("/api/v1/feedback", json_type, R"({"feedback":"my words"})").to_store);
}

TEST_CASE("slot: what could not be stored goes back to the family with its words") {
  PlayedSlot played;
  const Response page =
      played.slot.not_stored(PlayedSlot::post_of("/feedback", form_type, "feedback=my+words&step=send"));
  CHECK(page.status == 503);
  CHECK(page.retry_after_seconds == 30);
  CHECK(page.body->find("my words") != std::string::npos);
  const Response problem = played.slot.not_stored(
      PlayedSlot::post_of("/api/v1/feedback", json_type, R"({"feedback":"my words"})"));
  CHECK(problem.status == 503);
  CHECK(std::string_view(problem.content_type) == "application/problem+json");
  CHECK(problem.body->find("my words") == std::string::npos);
}

TEST_CASE("slot: the token of a check page makes two posts of the same answers one") {
  PlayedSlot played;
  const auto token_of = [&] {
    const std::string page = *played.post("/feedback", form_type, "feedback=x&step=check").response.body;
    const std::string before = "name=\"token\" value=\"";
    const std::size_t at = page.find(before);
    REQUIRE(at != std::string::npos);
    return page.substr(at + before.size(), page.find('"', at + before.size()) - at - before.size());
  };
  CHECK(token_of() != token_of());
  const auto sent = [&](const std::string& body) {
    return played.post("/feedback", form_type, body + "&step=send");
  };
  const Decision first = sent("feedback=x&rating=good&token=t");
  const Decision second = sent("token=t&rating=good&feedback=x");
  const Decision other = sent("feedback=y&rating=good&token=t");
  REQUIRE((first.once && second.once && other.once));
  CHECK(first.once->name == second.once->name);
  CHECK(first.once->body == second.once->body);
  CHECK(first.once->body != other.once->body);
  CHECK(first.once->receipt.code != second.once->receipt.code);
  CHECK(second.once->again(first.once->receipt).body->find(first.once->receipt.code) != std::string::npos);
  CHECK(other.once->refused().status == 409);
  CHECK_FALSE(sent("feedback=x").once);
}

TEST_CASE("slot: an Idempotency-Key names a post of the API, or the refusal says what one is") {
  const PlayedSlot played;
  const auto with_key = [&](const char* path, const char* type, const char* body, const std::string& key) {
    Request request = PlayedSlot::post_of(path, type, body);
    request.head.idempotency_key = key;
    return played.slot.handle(request);
  };
  const auto to_api = [&](const std::string& key) {
    return with_key("/api/v1/feedback", "application/json", R"({"feedback":"words"})", key);
  };
  const std::string longest(200, 'k');
  for (const std::string& key : {std::string("a"), std::string("\"8e03978e-40d5\""), longest}) {
    CAPTURE(key);
    const Decision decision = to_api(key);
    CHECK(decision.response.status == 201);
    REQUIRE(decision.once);
    CHECK(decision.once->name == key);
  }
  for (const std::string& key : {std::string(), longest + "k", std::string("a b"), std::string("a\tb"),
                                 std::string("schl\u00FCssel")}) {
    CAPTURE(key);
    const Decision refused = to_api(key);
    CHECK(refused.response.status == 400);
    CHECK(says(refused, "an Idempotency-Key is 1 to 200 visible characters of ASCII"));
    CHECK_FALSE(refused.to_store);
  }
  CHECK(with_key("/feedback", form_type, "feedback=x&step=send", "a b").response.status == 200);
}

TEST_CASE("slot: no Idempotency-Key can be the token of a form") {
  PlayedSlot played;
  const Decision decision = played.post("/feedback", form_type, "feedback=x&token=t&step=send");
  REQUIRE(decision.once);
  CHECK(decision.once->name.find(' ') != std::string::npos);  // which no visible character of a header is
}
