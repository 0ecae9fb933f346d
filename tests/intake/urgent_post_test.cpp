// An urgent post: stored for the box and for the safeguarding lane together, answered with whom to ring.
#include <doctest/doctest.h>

#include "config/form_file.hpp"
#include "config/languages_file.hpp"
#include "config/phrases_file.hpp"
#include "feedback/encoding.hpp"
#include "intake/box_writer.hpp"
#include "intake/played_box.hpp"
#include "intake/slot.hpp"
#include "intake/small_form.hpp"
#include "seal/opener/secret_keys.hpp"
#include "seal/sealer.hpp"
#include "store/safeguarding.hpp"
#include "support/counting_random.hpp"
#include "support/fixed_clock.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::intake;
using nlohmann::json;

namespace {

form::Form form_with_district() {
  form::Form form = test::small_form();
  form::Question district;
  district.id = "district";
  district.type = form::QuestionType::choice;
  district.label = "Where do you live?";
  district.options = {{"eden", "Eden", ""}, {"carlisle", "Carlisle", ""}};
  form.questions.push_back(district);
  return form;
}

std::vector<form::Signpost> signposts_by_district() {
  auto all = test::small_signposts();
  form::Signpost eden = all.front();
  eden.id = "eden-line";
  eden.districts = {"eden"};
  all.push_back(eden);
  return all;
}

// A slot whose record for the box is the plaintext; the lane's copy is really sealed.
struct SlotWithLane {
  explicit SlotWithLane(form::Form asked = form_with_district())
      : form(std::move(asked)), keys((seal::start(), seal::SecretKeys::generate())) {}

  PosixFileSystem files;
  form::Form form;
  std::vector<form::Signpost> signposts = signposts_by_district();
  test::FixedClock clock;
  test::CountingRandom random;
  classify::Classifier classifier{config::read_vocabulary(files, {"/nowhere", POSTBOX_SOURCE_DIR})};
  seal::SecretKeys keys;
  classify::Languages languages{config::read_languages(files, {"/nowhere", POSTBOX_SOURCE_DIR})};
  safeguarding::Lane lane{classifier, languages, keys.public_key()};
  Slot slot = Slot({.form = form,
                    .signposts = signposts,
                    .clock = clock,
                    .random = random,
                    .seal = [](std::string_view p) { return std::string(p); },
                    .can_store = [] { return true; },
                    .openapi = "",
                    .lane = &lane,
                    .languages = &languages});

  Decision post(const char* path, const char* type, std::string body) const {
    Request request;
    request.head.method = "POST";
    request.head.path = path;
    request.head.host = "box.example";
    request.head.content_type = type;
    request.head.body_bytes = body.size();
    request.body = std::move(body);
    return slot.handle(request);
  }
  Decision post_json(std::string body) const {
    return post("/api/v1/feedback", "application/json", std::move(body));
  }
  Decision post_form(std::string body) const {
    return post("/feedback", "application/x-www-form-urlencoded", std::move(body));
  }
};

// 999 comes first on every page; what is asked is whether it comes before the thanks.
bool begins_with_danger(const Decision& decision) {
  return decision.response.body->find("danger-title") < decision.response.body->find("<h1");
}

std::vector<std::string> signposts_in(const Decision& decision) {
  std::vector<std::string> ids;
  const json answer = json::parse(*decision.response.body);
  for (const json& one : answer["signposts"]) ids.push_back(one["id"]);
  return ids;
}

}  // namespace

TEST_CASE("urgent post: it has a copy for the lane, any other has none") {
  struct Case {
    const char* why;
    const char* body;
    bool urgent;
  };
  const Case cases[] = {
      {"praise", R"({"feedback":"The new teaching assistant is wonderful."})", false},
      {"a rating alone", R"({"rating":"poor"})", false},
      {"the tick with words", R"({"feedback":"Please look.","risk_now":true})", true},
      {"the tick taken back", R"({"feedback":"Please look.","risk_now":false})", false},
      {"words of danger without the tick", R"({"feedback":"He says he will kill himself tonight."})", true},
  };
  const SlotWithLane slot;
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Decision decision = slot.post_json(c.body);
    CHECK(decision.response.status == 201);
    REQUIRE(decision.to_store);
    CHECK(decision.to_store->lane_copy.has_value() == c.urgent);
    if (!c.urgent) continue;
    const store::LaneCopy& copy = *decision.to_store->lane_copy;
    CHECK(slot.keys.open(copy.sealed) == decision.to_store->sealed);
    CHECK(copy.link == safeguarding::link_of(decode(decision.to_store->sealed)->id));
  }
}

TEST_CASE("urgent post: the page begins with whom to ring") {
  const SlotWithLane slot;
  const Decision urgent = slot.post_form("feedback=I+want+to+kill+myself+tonight&step=send");
  CHECK(urgent.response.status == 200);
  REQUIRE(urgent.to_store);
  CHECK(urgent.to_store->lane_copy);
  CHECK(begins_with_danger(urgent));
  const Decision quiet = slot.post_form("feedback=Thank+you&step=send");
  CHECK_FALSE(quiet.to_store->lane_copy);
  CHECK_FALSE(begins_with_danger(quiet));
}

TEST_CASE("urgent post: what nobody here can read is answered with whom to ring as well") {
  const SlotWithLane slot;
  for (const char* words : {"Syn+czeka+na+diagnoz%C4%99+i+nikt+do+nas+nie+dzwoni",
                            "%D8%A7%D8%A8%D9%86%D9%8A+%D9%8A%D9%86%D8%AA%D8%B8%D8%B1"}) {
    CAPTURE(words);
    const Decision foreign = slot.post_form("feedback=" + std::string(words) + "&step=send");
    CHECK(foreign.response.status == 200);
    REQUIRE(foreign.to_store);
    CHECK_FALSE(foreign.to_store->lane_copy);  // a person reads it first
    CHECK(begins_with_danger(foreign));
  }
  const Decision answer = slot.post_json(R"({"feedback":"Syn czeka na diagnozę i nikt do nas nie dzwoni"})");
  CHECK(answer.response.status == 201);
  CHECK_FALSE(signposts_in(answer).empty());
}

TEST_CASE("urgent post: checked in another language, it is told whom to ring, and nothing is guessed") {
  const SlotWithLane slot(config::read_form(PosixFileSystem(), {"/nowhere", POSTBOX_SOURCE_DIR}));
  const std::string polish = "feedback=Autobus+jest+zawsze+sp%C3%B3%C5%BAniony+i+syn+p%C5%82acze&step=check";
  const Decision foreign = slot.post_form(polish);
  CHECK(begins_with_danger(foreign));
  CHECK(foreign.response.body->find("keeps children safe") == std::string::npos);  // nobody knows that yet
  CHECK(foreign.response.body->find("class=\"services\"") == std::string::npos);
  const Decision ticked = slot.post_form(polish + "&areas=transport");
  CHECK(ticked.response.body->find("class=\"services\"") != std::string::npos);
  const Decision danger = slot.post_form("feedback=C%C3%B3rka+m%C3%B3wi+%C5%BCe+chce+umrze%C4%87&step=check");
  CHECK(begins_with_danger(danger));
  CHECK(danger.response.body->find("keeps children safe") != std::string::npos);
}

TEST_CASE("urgent post: the thank-you page says who gets the words, as lane and emptying will have it") {
  const SlotWithLane slot(config::read_form(PosixFileSystem(), {"/nowhere", POSTBOX_SOURCE_DIR}));
  const std::string polish = "feedback=Autobus+jest+zawsze+sp%C3%B3%C5%BAniony+i+syn+p%C5%82acze";
  struct Case {
    const char* why;
    std::string post;
    const char* said;
  };
  const Case cases[] = {
      {"praise", "feedback=Thank+you", "The service that your words are about gets them."},
      {"the giver's choice", "feedback=Thank+you&only_to=camhs", "Only the services that you chose"},
      {"the tick", "feedback=Thank+you&risk_now=true", "only if that person passes them on"},
      {"danger, whatever was chosen", "feedback=I+want+to+kill+myself+tonight&only_to=camhs",
       "only if that person passes them on"},
      {"another language", polish, "A person has them translated."},
      {"another language, about a service", polish + "&areas=transport",
       "The service that your words are about gets them."},
      {"another language, for a service", polish + "&only_to=transport", "Only the services that you chose"},
      {"danger in another language", "feedback=C%C3%B3rka+m%C3%B3wi+%C5%BCe+chce+umrze%C4%87",
       "only if that person passes them on"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Decision sent = slot.post_form(c.post + "&step=send");
    REQUIRE(sent.to_store);
    const std::string& html = *sent.response.body;
    for (const Case& other : cases) {
      CAPTURE(other.said);
      const bool same = std::string_view(other.said) == c.said;
      CHECK((html.find(other.said) != std::string::npos) == same);
    }
  }
}

TEST_CASE("urgent post: nothing is stored while it is only checked") {
  CHECK_FALSE(SlotWithLane().post_form("feedback=Words&risk_now=true&step=check").to_store);
}

TEST_CASE("urgent post: the signposts are those of the district and the hour") {
  const SlotWithLane slot;  // Friday noon
  using Ids = std::vector<std::string>;
  CHECK(signposts_in(slot.post_json(R"({"risk_now":true,"district":"eden"})")) ==
        Ids{"999", "office", "eden-line"});
  CHECK(signposts_in(slot.post_json(R"({"risk_now":true,"district":"carlisle"})")) == Ids{"999", "office"});
  CHECK(signposts_in(slot.post_json(R"({"risk_now":true})")) == Ids{"999", "office", "eden-line"});
}

TEST_CASE("urgent post: box and lane take it in one transaction") {
  const SlotWithLane slot;
  const test::PlayedBox box;
  SystemRandom random;
  BoxWriter writer(slot.files, random, box.folder(), 0);
  const std::vector<store::NewSealed> batch = {*slot.post_json(R"({"risk_now":true})").to_store,
                                               *slot.post_json(R"({"rating":"good"})").to_store};
  {
    store::Connection breaker(box.folder() / "box.db");
    breaker.run("ALTER TABLE safeguarding_items RENAME TO elsewhere");
  }
  CHECK_THROWS(writer.commit(batch));
  CHECK(box.rows().empty());
  {
    store::Connection mender(box.folder() / "box.db");
    mender.run("ALTER TABLE elsewhere RENAME TO safeguarding_items");
  }
  writer.commit(batch);
  CHECK(box.rows().size() == 2);
  store::Connection reader(box.folder() / "box.db");
  CHECK(store::unopened_links(reader) == std::vector<std::string>{batch[0].lane_copy->link});
}
