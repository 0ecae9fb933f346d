// Posts in another language: nobody reads them by machine, and nobody may overlook them.
#include <doctest/doctest.h>

#include "config/languages_file.hpp"
#include "emptying/full_box.hpp"
#include "emptying/rehearsal.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::test;
using nlohmann::json;

namespace {

constexpr const char* polish = "Syn czeka na diagnozę i nikt do nas nie dzwoni.";

const classify::Languages& languages() {
  static const classify::Languages shipped(
      config::read_languages(PosixFileSystem(), {"/nowhere", POSTBOX_SOURCE_DIR}));
  return shipped;
}

std::vector<emptying::Emptied> empty(FullBox& box, emptying::Progress& progress) {
  emptying::Rooms rooms = box.rooms();
  rooms.languages = &languages();
  return emptying::empty_box(rooms, {.exports = box.exports()}, box.folder() / "emptying.lock", progress);
}

std::vector<emptying::Emptied> empty(FullBox& box) {
  StopAt nowhere;
  return empty(box, nowhere);
}

json first_row(const FullBox& box, const std::string& pack) {
  const std::string lines = box.exported(pack + "/feedback.jsonl");
  REQUIRE(lines.starts_with('{'));
  return json::parse(lines.substr(0, lines.find('\n')));
}

}  // namespace

TEST_CASE("translation: a text in another language lies in unsorted, marked, redacted and without guesses") {
  FullBox box;
  box.post(october, std::string(polish) + " Tel. 07700 900123", {}, "carlisle");
  const auto done = empty(box);
  REQUIRE(done.size() == 1);
  CHECK(done[0].for_translation == emptying::ForTranslation{{"unsorted", {{"Polish", 1}}}});
  CHECK(done[0].counts.unsorted == 1);
  const json row = first_row(box, "2026-10/unsorted");
  const std::string words = row["feedback"];
  CHECK(words.starts_with("[for translation: Polish] "));
  CHECK(words.find("[phone]") != std::string::npos);
  CHECK(row["guess_1"] == "");
  CHECK(row["tone"] == "neutral");
  CHECK(json::parse(box.exported("2026-10/manifest.json"))["for_translation"]["unsorted"]["Polish"] == 1);
}

TEST_CASE("translation: whom the giver ticked or named receives it, marked, and nobody else does") {
  for (const char* question : {"areas", "only_to"}) {
    CAPTURE(question);
    FullBox box;
    Answers given;
    given.texts["feedback"] = polish;
    given.texts["working_well"] = "Autobus jest bardzo dobry.";
    given.choices[question] = {"transport", "camhs"};
    given.choices["district"] = {"carlisle"};
    box.post(october, given);
    const auto done = empty(box);
    CHECK(done[0].for_translation == emptying::ForTranslation{{"cntw-camhs", {{"Polish", 1}}},
                                                              {"cumberland-transport", {{"Polish", 1}}}});
    const json row = first_row(box, "2026-10/cumberland-transport");
    CHECK(row["feedback"] == std::string("[for translation: Polish] ") + polish);
    CHECK(row["working_well"] == "[for translation: Polish] Autobus jest bardzo dobry.");
    CHECK(box.exported("2026-10/unsorted/feedback.jsonl") == "(no such file)");
  }
}

TEST_CASE("translation: English is not marked, and a mixed text with enough of it is read as usual") {
  FullBox box;
  box.post(october, "The taxi was late every day and the driver was rude to her. Dziękuję.", {}, "carlisle");
  const auto done = empty(box);
  CHECK(done[0].for_translation.empty());
  CHECK(done[0].counts.delivered == 1);
  CHECK(json::parse(box.exported("2026-10/manifest.json"))["for_translation"].empty());
}

TEST_CASE("translation: somebody at risk now is held, whatever the language") {
  FullBox box;
  Answers given;
  given.texts["feedback"] = polish;
  given.ticks = {"risk_now"};
  box.post(october, given);
  const auto done = empty(box);
  CHECK(done[0].counts.held == 1);
  CHECK(done[0].for_translation.empty());
}

TEST_CASE("translation: what speaks of danger is held, though nobody could read the rest") {
  FullBox box;
  box.post(october, "Syn mówi, że chce umrzeć, i nikt do nas nie dzwoni.");
  const auto done = empty(box);
  CHECK(done[0].counts.held == 1);
  CHECK(done[0].for_translation.empty());
}

TEST_CASE("translation: a rehearsal tells what there will be to translate") {
  FullBox box;
  box.post(october, polish);
  box.post(october, "The taxi was late every day.", {}, "carlisle");
  emptying::Rooms rooms = box.rooms();
  rooms.languages = &languages();
  StopAt nowhere;
  const auto rehearsed = emptying::rehearse(rooms, {.exports = box.exports()}, nowhere);
  REQUIRE(rehearsed.size() == 1);
  CHECK(rehearsed[0].for_translation == emptying::ForTranslation{{"unsorted", {{"Polish", 1}}}});
}

TEST_CASE("translation: a run that only had to finish tells of it too") {
  for (const auto step : {emptying::Step::staged, emptying::Step::renamed, emptying::Step::recorded}) {
    FullBox box;
    box.post(october, polish);
    StopAt stop(step);
    CHECK_THROWS_AS(empty(box, stop), Error);
    const auto done = empty(box);
    REQUIRE(done.size() == 1);
    CHECK(done[0].for_translation == emptying::ForTranslation{{"unsorted", {{"Polish", 1}}}});
  }
}
