#include "emptying/empty_box.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <set>
#include <sstream>

#include "emptying/full_box.hpp"
#include "emptying/rehearsal.hpp"
#include "support/faulty_file_system.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::test;
using nlohmann::json;

namespace {

std::vector<json> rows_of(const FullBox& box, const std::string& file) {
  std::vector<json> rows;
  std::istringstream lines(box.exported(file));
  for (std::string line; std::getline(lines, line);) rows.push_back(json::parse(line, nullptr, false));
  return rows;
}

std::set<std::string> recipients(const FullBox& box, const std::string& pack) {
  std::set<std::string> found;
  for (const auto& [path, bytes] : box.exported()) {
    const std::string below = path.substr(pack.size() + 1);
    const std::string folder = below.substr(0, below.find('/'));
    if (folder != below && folder != "board") found.insert(folder);
  }
  return found;
}

}  // namespace

TEST_CASE("emptying: a submission about two services goes to both, and counts once") {
  FullBox box;
  Answers answers;
  answers.texts["feedback"] = "The minibus was late and the school sent him home";
  answers.choices["areas"] = {"transport", "schooling"};
  answers.choices["district"] = {"carlisle"};
  box.post(october, answers);

  const auto done = box.empty();
  REQUIRE(done.size() == 1);
  CHECK(done[0].counts == store::EmptyingCounts{.read = 1, .opened = 1, .delivered = 1});
  CHECK(recipients(box, "2026-10").size() == 2);
}

TEST_CASE("emptying: the manifest says the same as the box, and its arithmetic holds") {
  FullBox box;
  box.post(october, "Speech therapy stopped without a word", "therapies", "eden");
  box.post(october, "xyzzy");
  box.post(october, "My son is in danger at home right now, his stepdad is hitting him", "social-care",
           "carlisle");
  Answers at_risk;
  at_risk.texts["feedback"] = "please ring somebody";
  at_risk.ticks = {"risk_now"};
  box.post(october, at_risk);
  box.put(october, "damaged");

  const store::EmptyingCounts counts = box.empty().at(0).counts;
  CHECK(counts == store::EmptyingCounts{
                      .read = 5, .opened = 4, .refused = 1, .delivered = 1, .unsorted = 1, .held = 2});
  const json manifest = json::parse(box.exported("2026-10/manifest.json"));
  CHECK(manifest["read"] == 5);
  CHECK(manifest["opened"] ==
        manifest["delivered"].get<int>() + manifest["unsorted"].get<int>() + manifest["held"].get<int>());
  CHECK(manifest["rows"]["unsorted"] == 1);
  CHECK(emptying::changes_since_signed(box.files, box.exports() / "2026-10" / "manifest.json",
                                       {&box.keys().public_key(), 1})
            .empty());
}

TEST_CASE("emptying: what came in a flood is set apart for the keeper, its words and services known") {
  FullBox box;
  box.post_suspected(october, "The taxi never came.", "transport", "carlisle");
  const store::EmptyingCounts counts = box.empty().at(0).counts;
  CHECK(counts == store::EmptyingCounts{
                      .read = 1, .opened = 1, .refused = 0, .delivered = 0, .unsorted = 1, .held = 0});
  const json line = json::parse(box.exported("2026-10/unsorted/feedback.jsonl"));
  CHECK(line["suspected"] == "yes");
  CHECK(line["feedback"] == "The taxi never came.");
  CHECK(line["areas"] == json::array({"transport"}));
}

TEST_CASE("emptying: what is held stands in no pack") {
  FullBox box;
  Answers at_risk;
  at_risk.texts["feedback"] = "a marker that is held back";
  at_risk.ticks = {"risk_now"};
  box.post(october, at_risk);
  box.empty();
  for (const auto& file : box.exported()) {
    CAPTURE(file.first);
    CHECK(file.second.find("a marker that is held back") == std::string::npos);
  }
}

TEST_CASE("emptying: the giver's own choice of who receives it is binding") {
  FullBox box;
  Answers answers;
  answers.texts["feedback"] = "CAMHS never rang back and the taxi is late every day";
  answers.choices["areas"] = {"camhs", "transport"};
  answers.choices["only_to"] = {"information-advice"};
  answers.choices["district"] = {"carlisle"};
  box.post(october, answers);
  box.empty();
  const auto who = recipients(box, "2026-10");
  REQUIRE(who.size() == 1);
  const auto expected =
      ShippedRooms::get().routes.destinations({ServiceArea::information_advice}, "carlisle", october);
  CHECK(*who.begin() == expected.at(0).recipient);
}

TEST_CASE("emptying: words of a question that has left the form are not lost") {
  FullBox box;
  Answers answers;
  answers.texts["feedback"] = "The school bus is fine";
  answers.texts["an_old_question"] = "and this stood in a box that is gone";
  answers.choices["areas"] = {"transport"};
  answers.choices["district"] = {"carlisle"};
  box.post(october, answers);
  box.empty();
  const std::string recipient = *recipients(box, "2026-10").begin();
  const auto rows = rows_of(box, "2026-10/" + recipient + "/feedback.jsonl");
  REQUIRE(rows.size() == 1);
  const std::string words = rows[0].dump();
  CHECK(words.find("The school bus is fine") != std::string::npos);
  CHECK(words.find("and this stood in a box that is gone") != std::string::npos);
}

TEST_CASE("emptying: several workers give the same bytes as one") {
  const std::vector<const char*> areas = {"community-health", "transport", "ehcp"};
  const std::vector<const char*> districts = {"copeland", "eden", "barrow-in-furness"};
  FullBox original;
  for (std::size_t i = 0; i < 700; ++i) {
    original.post(october, "Portage was lovely, visit " + std::to_string(i), areas[i % areas.size()],
                  districts[i / 100 % districts.size()]);
  }
  original.workers = 1;
  const auto parallel = original.copy();
  parallel->workers = 5;
  original.empty();
  parallel->empty();
  CHECK(recipients(original, "2026-10").size() > 2);  // whose packs are finished side by side
  CHECK(original.exported() == parallel->exported());
}

// Calls `at_end` when the emptying lets go of its lock.
class WatchedLock : public FaultyFileSystem {
 public:
  WatchedLock(FileSystem& real, std::function<void()> at_end)
      : FaultyFileSystem(real), at_end_(std::move(at_end)) {}

  std::unique_ptr<FileLock> try_lock(const Path& path) override {
    return std::make_unique<Held>(FaultyFileSystem::try_lock(path), at_end_);
  }

 private:
  struct Held : FileLock {
    Held(std::unique_ptr<FileLock> lock, const std::function<void()>& called)
        : held(std::move(lock)), at_end(called) {}
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    ~Held() override { at_end(); }

    std::unique_ptr<FileLock> held;
    const std::function<void()>& at_end;
  };
  std::function<void()> at_end_;
};

TEST_CASE("emptying: what waits lies behind what was claimed before another emptying can begin") {
  FullBox box;
  for (int i = 0; i < 30; ++i) {
    box.post(october, "October " + std::to_string(i), "transport", "eden");
    box.post(november, "November " + std::to_string(i), "transport", "eden");
  }
  const auto first_that_waits = [&] {
    const auto keys = store::keys_waiting(box.connection(), november);
    return *std::min_element(keys.begin(), keys.end());
  };
  const store::RowKey before = first_that_waits();
  store::RowKey at_end = 0;
  WatchedLock disk(box.files, [&] { at_end = first_that_waits(); });
  StopAt nowhere;
  box.empty(disk, nowhere);
  const auto claimed = store::claimed_keys(box.connection(), store::all_emptyings(box.connection()).at(0));
  const store::RowKey last_claimed = *std::max_element(claimed.begin(), claimed.end());
  CHECK(before < last_claimed);
  CHECK(at_end > last_claimed);
}

TEST_CASE("emptying: the order in a pack is neither that of arrival nor that of the rows") {
  FullBox box;
  std::vector<std::string> posted;
  for (int i = 100; i < 160; ++i) {
    posted.push_back("visit " + std::to_string(i));
    box.post(october, posted.back(), "community-health", "copeland");
  }
  box.empty();
  const std::string recipient = *recipients(box, "2026-10").begin();
  std::vector<std::string> delivered;
  for (const json& row : rows_of(box, "2026-10/" + recipient + "/feedback.jsonl")) {
    const std::string line = row.dump();
    delivered.push_back(line.substr(line.find("visit "), 9));
  }
  CHECK(delivered != posted);
  CHECK(std::set<std::string>(delivered.begin(), delivered.end()) ==
        std::set<std::string>(posted.begin(), posted.end()));
}

TEST_CASE("emptying: a record that says another month than the one it lies under is refused") {
  FullBox box;
  const Submission submission =
      new_submission(box.random, november, Channel::api, {{{"feedback", "words"}}, {}, {}});
  box.put(october, seal::seal(box.keys().public_key(), encode(submission)));
  CHECK(box.empty().at(0).counts.refused == 1);
}

TEST_CASE("emptying: an import into a month that was emptied makes a second pack") {
  FullBox box;
  box.post(october, "first letter about the bus", "transport", "carlisle");
  CHECK(box.empty().at(0).pack == "2026-10");
  box.post(october, "a paper form that came late", "transport", "carlisle");
  CHECK(box.empty().at(0).pack == "2026-10.2");
  CHECK(box.exported("2026-10.2/manifest.json").find("\"read\": 1") != std::string::npos);
}

TEST_CASE("emptying: which months are due") {
  struct Case {
    const char* why;
    std::optional<Month> asked;
    bool up_to_now;
    std::vector<Month> expected;
  };
  const Month september = october.previous();
  const Case cases[] = {
      {"every closed month that holds something", std::nullopt, false, {october}},
      {"the running month when asked", std::nullopt, true, {october, november}},
      {"a month by name", october, false, {october}},
      {"a closed month without posts gives a manifest of zeros", september, false, {september}},
      {"the running month by name and allowed", november, true, {november}},
  };
  FullBox box;
  box.post(october, "words", "transport");
  box.post(november, "words", "transport");
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(emptying::months_due(box.connection(), {c.asked, c.up_to_now, {}}, november) == c.expected);
  }
  CHECK_THROWS_AS(emptying::months_due(box.connection(), {november, false, {}}, november), Error);
  CHECK_THROWS_AS(emptying::months_due(box.connection(), {november.next(), true, {}}, november), Error);
}

TEST_CASE(
    "emptying: nothing due makes no folder; a closed month without posts makes a manifest of zeros, once") {
  FullBox box;
  CHECK(box.empty().empty());
  CHECK_FALSE(std::filesystem::exists(box.exports()));
  CHECK(box.empty({.month = october}).at(0).counts == store::EmptyingCounts{});
  CHECK(json::parse(box.exported("2026-10/manifest.json"))["read"] == 0);
  CHECK(box.empty({.month = october}).empty());
}

TEST_CASE("emptying: a month closes at midnight in London, summer time and system clock set back included") {
  FullBox box;
  const Month march{std::chrono::year{2026} / 3};
  const Month june{std::chrono::year{2026} / 6};
  box.post(june, "words", "transport");
  struct Case {
    const char* why;
    std::chrono::sys_seconds now;
    std::size_t emptied;
  };
  const Case cases[] = {
      {"clock set back into the month", at_utc(2026, 6, 12), 0},
      {"clock set back before the month", at_utc(2026, 2, 1), 0},
      {"22:59 UTC is 23:59 in London", at_utc(2026, 6, 30, 22, 59), 0},
      {"23:00 UTC is midnight in London", at_utc(2026, 6, 30, 23, 0), 1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    box.clock.set(c.now);
    CHECK(box.empty().size() == c.emptied);
  }
  box.clock.set(at_utc(2026, 4, 1, 0, 0));
  box.post(march, "words", "transport");
  CHECK(box.empty().size() == 1);
}

TEST_CASE("emptying: a rehearsal says the same and writes nothing") {
  FullBox box;
  box.post(october, "Portage was lovely", "community-health", "copeland");
  box.put(october, "damaged");
  StopAt nowhere;
  const auto rehearsed = emptying::rehearse(box.rooms(), {.exports = box.exports()}, nowhere);
  CHECK(box.exported().empty());
  const auto done = box.empty();
  REQUIRE(rehearsed.size() == 1);
  CHECK(rehearsed[0].counts == done.at(0).counts);
}
