// What people sort again goes where they say, once, and nobody without the box's key can say it.
#include <doctest/doctest.h>

#include <sstream>

#include "emptying/corrections.hpp"
#include "emptying/full_box.hpp"
#include "emptying/reference.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::test;
using nlohmann::json;

namespace {

constexpr auto transport = ServiceArea::transport;
constexpr auto ehcp = ServiceArea::ehcp;
constexpr const char* nobody_named = "It rained all day.";

// The rows of a pack.
std::vector<json> rows_of(const FullBox& box, const std::string& pack) {
  std::vector<json> rows;
  std::istringstream lines(box.exported(pack + "/feedback.jsonl"));
  for (std::string line; std::getline(lines, line) && line.starts_with('{');) {
    rows.push_back(json::parse(line));
  }
  return rows;
}

std::size_t resort(FullBox& box, const std::vector<Correction>& corrections) {
  const auto matched = emptying::match(box.connection(), box.keys(), corrections);
  CHECK(matched.unknown.empty());
  CHECK(matched.bound.empty());
  emptying::keep(box.connection(), box.keys(), matched.found);
  return matched.found.size();
}

std::string only_reference(const FullBox& box, const std::string& pack) {
  const auto rows = rows_of(box, pack);
  REQUIRE(rows.size() == 1);
  return rows.front()["reference"];
}

}  // namespace

TEST_CASE("resort: what was unsorted goes where a person says, with the next emptying, and only that") {
  FullBox box;
  box.post(october, nobody_named, {}, "carlisle");
  box.post(october, "The taxi was late again.", "transport", "carlisle");
  box.empty();
  const std::string reference = only_reference(box, "2026-10/unsorted");
  CHECK(resort(box, {{reference, {transport, ehcp}}}) == 1);
  const auto emptied = box.empty();
  REQUIRE(emptied.size() == 1);
  CHECK(emptied.front().pack == "2026-10.2");
  CHECK(emptied.front().counts.read == 1);
  CHECK(emptied.front().counts.delivered == 1);
  const auto rows = rows_of(box, "2026-10.2/cumberland-transport");
  REQUIRE(rows.size() == 1);
  CHECK(rows.front()["feedback"] == nobody_named);
  CHECK(rows.front()["reference"] != reference);
  CHECK(rows_of(box, "2026-10.2/cumberland-ehcp").size() == 1);
  CHECK(rows_of(box, "2026-10.2/unsorted").empty());
  CHECK(box.empty().empty());  // once
}

TEST_CASE("resort: the board does not count it again") {
  FullBox box;
  for (int i = 0; i < 6; ++i) box.post(october, nobody_named);
  box.empty();
  std::vector<Correction> corrections;
  for (const json& row : rows_of(box, "2026-10/unsorted")) {
    corrections.push_back({row["reference"], {transport}});
  }
  CHECK(resort(box, corrections) == 6);
  box.empty();
  CHECK(box.exported("2026-10.2/board/trends.csv").find("\"2026-10\",\"all\",\"submissions\",\"\",\"6\"") !=
        std::string::npos);
}

TEST_CASE("resort: what was set apart in a flood is released by it, delivered once and counted once") {
  FullBox box;
  box.post_suspected(october, "The taxi never came.", "transport", "carlisle");
  const store::EmptyingCounts first = box.empty().at(0).counts;
  CHECK(first.unsorted == 1);
  CHECK(first.delivered == 0);
  CHECK(rows_of(box, "2026-10/cumberland-transport").empty());
  CHECK(rows_of(box, "2026-10/unsorted").at(0)["suspected"] == "yes");

  resort(box, {{only_reference(box, "2026-10/unsorted"), {transport}}});
  const store::EmptyingCounts second = box.empty().at(0).counts;
  CHECK(second == store::EmptyingCounts{
                      .read = 1, .opened = 1, .refused = 0, .delivered = 1, .unsorted = 0, .held = 0});
  const auto rows = rows_of(box, "2026-10.2/cumberland-transport");
  REQUIRE(rows.size() == 1);
  CHECK(rows.front()["feedback"] == "The taxi never came.");
  CHECK_FALSE(rows.front().contains("suspected"));  // the recipient is told nothing of it
  CHECK(rows_of(box, "2026-10.2/unsorted").empty());
  CHECK(box.empty().empty());  // once
}

TEST_CASE("resort: it can be sorted twice, by the reference of any of its packs; the last word counts") {
  FullBox box;
  box.post(october, nobody_named, {}, "carlisle");
  box.empty();
  const std::string first = only_reference(box, "2026-10/unsorted");
  resort(box, {{first, {transport}}});
  resort(box, {{first, {ehcp}}});
  box.empty();
  CHECK(rows_of(box, "2026-10.2/cumberland-transport").empty());
  const std::string second = only_reference(box, "2026-10.2/cumberland-ehcp");
  resort(box, {{first, {transport}}});
  box.empty();
  CHECK(rows_of(box, "2026-10.3/cumberland-transport").size() == 1);
  resort(box, {{second, {ehcp}}});
  box.empty();
  CHECK(rows_of(box, "2026-10.4/cumberland-ehcp").size() == 1);
}

TEST_CASE("resort: the giver's own choice is binding, and a reference that is nobody's is named") {
  FullBox box;
  Answers answers;
  answers.texts["feedback"] = nobody_named;
  answers.choices["only_to"] = {"transport"};
  answers.choices["district"] = {"carlisle"};
  box.post(october, answers);
  box.empty();
  const std::string reference = only_reference(box, "2026-10/cumberland-transport");
  const auto matched = emptying::match(box.connection(), box.keys(),
                                       {{reference, {transport, ehcp}}, {"aaaaaaaaaaaa", {ehcp}}});
  CHECK(matched.found.empty());
  CHECK(matched.bound == std::vector<std::string>{reference});
  CHECK(matched.unknown == std::vector<std::string>{"aaaaaaaaaaaa"});
}

TEST_CASE(
    "resort: without the box's signature, or for another submission, a correction sends nothing anywhere") {
  FullBox box;
  const Submission mine = box.post(october, nobody_named, {}, "carlisle");
  const Submission other = box.post(october, nobody_named, {}, "carlisle");
  box.empty();
  const seal::SecretKeys stranger = seal::SecretKeys::generate();
  const auto row = [&box](const Submission& submission) {
    for (const auto key :
         store::claimed_keys(box.connection(), store::all_emptyings(box.connection()).front())) {
      store::SealedReader reader(box.connection());
      if (decode(*box.keys().open(reader.read(key)))->id == submission.id) return key;
    }
    return store::RowKey{0};
  };
  emptying::keep(box.connection(), stranger, {{row(mine), mine, {transport}}});
  emptying::keep(box.connection(), box.keys(), {{row(other), mine, {transport}}});
  box.empty();
  CHECK(rows_of(box, "2026-10.2/cumberland-transport").empty());
  CHECK(rows_of(box, "2026-10.2/unsorted").size() == 2);
}

TEST_CASE("resort: a stop at any step of the emptying that follows gives the same packs") {
  FullBox original;
  original.post(october, nobody_named, {}, "carlisle");
  original.empty();
  resort(original, {{only_reference(original, "2026-10/unsorted"), {transport}}});
  const auto undisturbed = original.copy();
  undisturbed->empty();
  const std::string expected = undisturbed->exported("2026-10.2/cumberland-transport/feedback.csv");
  CHECK(expected.find(nobody_named) != std::string::npos);
  for (const emptying::Step step : {emptying::Step::claimed, emptying::Step::staged, emptying::Step::renamed,
                                    emptying::Step::recorded, emptying::Step::exported}) {
    const auto box = original.copy();
    StopAt stop(step);
    CHECK_THROWS_AS(box->empty(box->files, stop), Error);
    box->empty();
    CHECK(box->exported("2026-10.2/cumberland-transport/feedback.csv") == expected);
    CHECK(box->exported("2026-10.3/manifest.json") == "(no such file)");
    CHECK(store::waiting_corrections(box->connection()).empty());
  }
}

TEST_CASE("resort: nothing is kept while an emptying is under way") {
  FullBox box;
  box.post(october, nobody_named);
  box.empty();
  const std::string reference = only_reference(box, "2026-10/unsorted");
  box.post(november.previous(), nobody_named);
  StopAt stop(emptying::Step::claimed);
  CHECK_THROWS_AS(box.empty(box.files, stop), Error);
  const auto matched = emptying::match(box.connection(), box.keys(), {{reference, {transport}}});
  REQUIRE(matched.found.size() == 1);
  CHECK_THROWS_AS(emptying::keep(box.connection(), box.keys(), matched.found), Error);
  CHECK(store::waiting_corrections(box.connection()).empty());
}
