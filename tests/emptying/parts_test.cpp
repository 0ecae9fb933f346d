// Feedback about two services: each lead reads its own part, and nothing gets lost on the way.
#include <doctest/doctest.h>

#include "emptying/corrections.hpp"
#include "emptying/full_box.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::test;
using nlohmann::json;

namespace {

constexpr const char* taxi =
    "The taxi to school transport pick-up was late every day, and the driver was rude.";
constexpr const char* camhs = "Her CAMHS therapist is kind, and CAMHS helped with the anxiety.";
constexpr const char* nobody = "We are a family of four.";
constexpr const char* mark = "[about another service]";

constexpr const char* transport_pack = "2026-10/cumberland-transport/";
constexpr const char* camhs_pack = "2026-10/cntw-camhs/";

Answers answers(const std::string& words) {
  Answers answers;
  answers.texts["feedback"] = words;
  answers.choices["district"] = {"carlisle"};
  return answers;
}

std::string both() { return std::string(taxi) + " " + nobody + " " + camhs; }

json row(const FullBox& box, const std::string& pack) {
  const std::string lines = box.exported(pack + "feedback.jsonl");
  REQUIRE(lines.starts_with('{'));
  return json::parse(lines.substr(0, lines.find('\n')));
}

std::string words(const FullBox& box, const std::string& pack) { return row(box, pack)["feedback"]; }

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE(
    "parts: each lead reads its own sentences and nobody's, in every file; the mark stands for the others") {
  FullBox box;
  box.post(october, answers(both()));
  box.empty();
  CHECK(words(box, transport_pack) == std::string(taxi) + " " + nobody + " " + mark);
  CHECK(words(box, camhs_pack) == std::string(mark) + " " + nobody + " " + camhs);
  for (const char* file : {"feedback.csv", "report.html"}) {
    CAPTURE(file);
    const std::string transport = box.exported(std::string(transport_pack) + file);
    CHECK(holds(transport, "the driver was rude"));
    CHECK(holds(transport, mark));
    CHECK_FALSE(holds(transport, "anxiety"));
    const std::string other = box.exported(std::string(camhs_pack) + file);
    CHECK(holds(other, "anxiety"));
    CHECK_FALSE(holds(other, "the driver was rude"));
  }
  CHECK(row(box, transport_pack)["areas"] == row(box, camhs_pack)["areas"]);
}

TEST_CASE("parts: sentences of every answer go, and an answer about another service alone is the mark") {
  FullBox box;
  Answers given = answers(taxi);
  given.texts["could_be_better"] = std::string(taxi) + "\n\n- " + nobody;
  given.texts["working_well"] = camhs;
  box.post(october, given);
  box.empty();
  const json camhs_row = row(box, camhs_pack);
  CHECK(camhs_row["working_well"] == camhs);
  CHECK(camhs_row["feedback"] == mark);
  CHECK(camhs_row["could_be_better"] == std::string(mark) + "\n\n- " + nobody);
  CHECK(row(box, transport_pack)["working_well"] == mark);
  CHECK(row(box, transport_pack)["feedback"] == taxi);
}

TEST_CASE("parts: a setting shows everybody all of it") {
  FullBox box;
  box.post(october, answers(both()));
  StopAt nowhere;
  emptying::Rooms rooms = box.rooms();
  rooms.show_other_services = true;
  emptying::empty_box(rooms, {.exports = box.exports()}, box.folder() / "emptying.lock", nowhere);
  CHECK(words(box, transport_pack) == both());
  CHECK(words(box, camhs_pack) == both());
}

TEST_CASE("parts: what nobody else gets is not left out") {
  FullBox box;
  Answers given = answers(both());
  given.choices["only_to"] = {"camhs"};
  box.post(october, given);
  box.empty();
  CHECK(words(box, camhs_pack) == both());
}

TEST_CASE("parts: whom the giver ticked, and no sentence is clearly about, gets all of it") {
  FullBox box;
  Answers given = answers(std::string(taxi) + " " + nobody);
  given.choices["areas"] = {"transport", "camhs"};
  box.post(october, given);
  box.empty();
  CHECK(words(box, camhs_pack) == std::string(taxi) + " " + nobody);
}

TEST_CASE("parts: whom the giver chose with only_to still reads its own part of it") {
  FullBox box;
  Answers given = answers(both());
  given.choices["only_to"] = {"transport", "camhs"};
  box.post(october, given);
  box.empty();
  CHECK(words(box, transport_pack) == std::string(taxi) + " " + nobody + " " + mark);
}

TEST_CASE("parts: what a person has sorted again goes whole to everybody it names") {
  FullBox box;
  box.post(october, answers(both()));
  box.empty();
  const std::string reference = row(box, camhs_pack)["reference"];
  const auto matched = emptying::match(box.connection(), box.keys(),
                                       {{reference, {ServiceArea::camhs, ServiceArea::transport}}});
  emptying::keep(box.connection(), box.keys(), matched.found);
  box.empty();
  CHECK(words(box, "2026-10.2/cntw-camhs/") == both());
  CHECK(words(box, "2026-10.2/cumberland-transport/") == both());
}

TEST_CASE("parts: what came in a flood is set apart whole") {
  FullBox box;
  Submission suspected = new_submission(box.random, october, Channel::form, answers(both()));
  suspected.suspected = true;
  box.put(october, seal::seal(box.keys().public_key(), encode(suspected)));
  box.empty();
  CHECK(words(box, "2026-10/unsorted/") == both());
}
