// Words that name nobody and still show who is meant wait for the keeper's look, and go out when the keeper
// says so.
#include <doctest/doctest.h>

#include <sstream>

#include "emptying/corrections.hpp"
#include "emptying/full_box.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::test;
using nlohmann::json;

namespace {

constexpr const char* rare = "The taxi leaves the only deaf girl in Year 4 in Bootle behind.";
constexpr const char* why =
    "the only one (the only deaf girl in Year 4); need that people see (deaf); small place (Bootle); "
    "age or school year (Year 4)";
constexpr const char* service = "cumberland-transport";

json only_row(const FullBox& box, const std::string& pack) {
  const std::string lines = box.exported(pack + "/feedback.jsonl");
  REQUIRE(std::count(lines.begin(), lines.end(), '\n') == 1);
  return json::parse(lines);
}

// The keeper fills in send_to and gives the sheet back.
void send_on(FullBox& box, const std::string& reference) {
  const auto matched = emptying::match(box.connection(), box.keys(), {{reference, {ServiceArea::transport}}});
  REQUIRE(matched.found.size() == 1);
  emptying::keep(box.connection(), box.keys(), matched.found);
}

// Where the words stand in what was exported, but for the folder of what waits.
std::vector<std::string> files_with_the_words(const FullBox& box, const std::string& but_for) {
  std::vector<std::string> files;
  for (const auto& [path, bytes] : box.exported()) {
    if (!path.starts_with(but_for) && bytes.find("only deaf girl") != std::string::npos) {
      files.push_back(path);
    }
  }
  return files;
}

}  // namespace

TEST_CASE(
    "look: a rare combination is in no recipient's pack; unsorted/ has it and says what makes it rare") {
  FullBox box;
  box.post(october, rare, "transport", "copeland");
  box.post(october, "The taxi was late again.", "transport", "copeland");
  const emptying::Emptied emptied = box.empty().at(0);
  CHECK(
      emptied.counts ==
      store::EmptyingCounts{.read = 2, .opened = 2, .refused = 0, .delivered = 1, .unsorted = 1, .held = 0});
  CHECK(emptied.rare == 1);
  const json row = only_row(box, "2026-10/unsorted");
  CHECK(row["rare"] == why);
  CHECK(row["feedback"] == rare);
  CHECK(row["areas"] == json::array({"transport"}));
  CHECK(files_with_the_words(box, "2026-10/unsorted/").empty());
  CHECK(only_row(box, std::string("2026-10/") + service)["feedback"] == "The taxi was late again.");
}

TEST_CASE(
    "look: sent on by the keeper it goes to the service with the next emptying, once, and waits no more") {
  FullBox box;
  box.post(october, rare, "transport", "copeland");
  box.empty();
  send_on(box, only_row(box, "2026-10/unsorted")["reference"]);
  const auto emptied = box.empty();
  REQUIRE(emptied.size() == 1);
  CHECK(emptied[0].pack == "2026-10.2");
  CHECK(emptied[0].rare == 0);
  CHECK(emptied[0].counts.delivered == 1);
  const json row = only_row(box, std::string("2026-10.2/") + service);
  CHECK(row["feedback"] == rare);
  CHECK_FALSE(row.contains("rare"));
  CHECK(box.empty().empty());
}

TEST_CASE(
    "look: nothing is lost or sent twice where a run stops at any step, before and after the keeper's word") {
  for (const auto step : {emptying::Step::claimed, emptying::Step::staged, emptying::Step::renamed,
                          emptying::Step::recorded, emptying::Step::exported}) {
    FullBox box;
    box.post(october, rare, "transport", "copeland");
    for (const char* pack : {"2026-10", "2026-10.2"}) {
      CAPTURE(pack);
      StopAt stop(step);
      CHECK_THROWS_AS(box.empty(box.files, stop), Error);
      box.empty();
      if (std::string_view(pack) == "2026-10") send_on(box, only_row(box, "2026-10/unsorted")["reference"]);
    }
    CHECK(only_row(box, std::string("2026-10.2/") + service)["feedback"] == rare);
    CHECK(box.exported().count("2026-10.3/manifest.json") == 0);
  }
}

TEST_CASE("look: the answers of one submission are looked at together, and the setting can be off") {
  for (const bool hold : {true, false}) {
    CAPTURE(hold);
    FullBox box;
    box.hold_for_a_look = hold;
    Answers answers;
    answers.texts["feedback"] = "She has Batten disease and the taxi has no room for her chair.";
    answers.texts["could_be_better"] = "Seascale is not the end of the world.";
    answers.choices["areas"] = {"transport"};
    answers.choices["district"] = {"copeland"};
    box.post(october, answers);
    const store::EmptyingCounts counts = box.empty().at(0).counts;
    CHECK(counts.unsorted == (hold ? 1 : 0));
    CHECK(counts.delivered == (hold ? 0 : 1));
  }
}

TEST_CASE("look: who is in danger is held for the safeguarding lead and not shown to whoever sorts") {
  FullBox box;
  Answers at_risk;
  at_risk.texts["feedback"] = rare;
  at_risk.ticks = {"risk_now"};
  box.post(october, at_risk);
  const emptying::Emptied emptied = box.empty().at(0);
  CHECK(emptied.counts.held == 1);
  CHECK(emptied.counts.unsorted == 0);
  CHECK(emptied.rare == 0);
  CHECK(files_with_the_words(box, "nowhere").empty());
}

TEST_CASE("look: the giver's own choice of who receives it binds the keeper too") {
  FullBox box;
  Answers answers;
  answers.texts["feedback"] = rare;
  answers.choices["only_to"] = {"information-advice"};
  answers.choices["district"] = {"copeland"};
  box.post(october, answers);
  box.empty();
  const json row = only_row(box, "2026-10/unsorted");
  CHECK(row["areas"] == json::array({"information-advice"}));
  const auto matched =
      emptying::match(box.connection(), box.keys(), {{row["reference"], {ServiceArea::transport}}});
  CHECK(matched.found.empty());
  CHECK(matched.bound.size() == 1);
}
