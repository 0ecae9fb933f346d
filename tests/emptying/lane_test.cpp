// Held submissions: held until they are released, passed on once, never passed on when they were dealt with.
#include "emptying/lane.hpp"

#include <doctest/doctest.h>

#include "emptying/full_box.hpp"
#include "emptying/rehearsal.hpp"
#include "safeguarding/lane.hpp"
#include "safeguarding/log.hpp"
#include "store/retention.hpp"
#include "store/safeguarding.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::test;
using safeguarding::Action;
using store::LaneState;

namespace {

const std::string marker = "a marker about the taxi";

Answers at_risk(const std::string& words = marker) {
  Answers answers;
  answers.texts["feedback"] = words;
  answers.choices["areas"] = {"transport"};
  answers.choices["district"] = {"carlisle"};
  answers.ticks.insert("risk_now");
  return answers;
}

// As the server stores an urgent post: with its copy in the lane.
Submission post_with_copy(FullBox& box, Month month, const Answers& answers) {
  const Submission posted = new_submission(box.random, month, Channel::form, answers);
  const std::string plaintext = encode(posted);
  store::append(
      box.connection(), box.random,
      std::vector<store::NewSealed>{
          {month, seal::seal(box.keys().public_key(), plaintext),
           safeguarding::copy_for_lane(box.safeguarding_keys().public_key(), posted.id, plaintext)}});
  return posted;
}

store::LaneItem item_of(FullBox& box, const Submission& submission) {
  for (const store::LaneItem& item : store::lane_items(box.connection())) {
    if (item.link == safeguarding::link_of(submission.id)) return item;
  }
  FAIL("not in the lane");
  return {"", october};
}

void decide(FullBox& box, const Submission& submission, Action action) {
  const store::LaneItem item = item_of(box, submission);
  const auto today = day_in_london(box.clock.now());
  CHECK(store::decide(
      box.connection(), item, safeguarding::state_after(item.state, action), today,
      [&](std::string_view last) {
        std::string entry = safeguarding::write_entry(last, {{}, today, action, item.link, "jo"});
        std::string signature = box.safeguarding_keys().sign(entry);
        return store::LaneLogEntry{std::move(entry), std::move(signature)};
      }));
}

// In how many places of the exports the marker stands.
int places(const FullBox& box) {
  int found = 0;
  for (const auto& [path, bytes] : box.exported()) {
    if (path.ends_with("feedback.jsonl") && bytes.find(marker) != std::string::npos) ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("held: an urgent submission of which the lane knows nothing gets its item with the emptying") {
  FullBox box;
  const Submission posted = box.post(october, at_risk());
  REQUIRE(box.empty().size() == 1);
  CHECK(item_of(box, posted).state == LaneState::unopened);
  CHECK(item_of(box, posted).month == october);
  const auto record = store::lane_record(box.connection(), item_of(box, posted).link);
  REQUIRE(record);
  CHECK(box.safeguarding_keys().open(*record) == encode(posted));
  CHECK_FALSE(box.keys().open(*record));
}

TEST_CASE("held: what lies in the lane is held, though this vocabulary finds nothing in it") {
  FullBox box;
  Answers quiet = at_risk();
  quiet.ticks.clear();
  post_with_copy(box, october, quiet);
  const auto emptied = box.empty();
  REQUIRE(emptied.size() == 1);
  CHECK(emptied[0].counts.held == 1);
  CHECK(places(box) == 0);
  CHECK(store::lane_items(box.connection()).size() == 1);
}

TEST_CASE("released: it goes out exactly once, in a second pack of its month, and the arithmetic holds") {
  FullBox box;
  box.post(october, "The bus was late", "transport", "carlisle");
  const Submission posted = post_with_copy(box, october, at_risk());
  const Submission other = post_with_copy(box, october, at_risk("another one"));
  REQUIRE(box.empty().size() == 1);
  CHECK(places(box) == 0);
  CHECK(box.empty().empty());

  decide(box, posted, Action::released);
  CHECK(emptying::may_settle(box.connection()));
  StopAt nowhere;
  const auto rehearsed = emptying::rehearse(box.rooms(), {}, nowhere);
  REQUIRE(rehearsed.size() == 1);
  CHECK(rehearsed[0].counts.delivered == 1);

  const auto emptied = box.empty();
  REQUIRE(emptied.size() == 1);
  CHECK(emptied[0].pack == "2026-10.2");
  CHECK(emptied[0].counts == store::EmptyingCounts{.read = 1, .opened = 1, .delivered = 1});
  CHECK(places(box) == 1);
  CHECK(box.empty().empty());
  CHECK(places(box) == 1);
  CHECK(store::held_rows(box.connection()).size() == 1);  // the other one

  decide(box, other, Action::opened);
  CHECK(box.empty().empty());
}

TEST_CASE("released: before its month is emptied it goes out with it") {
  FullBox box;
  const Submission posted = post_with_copy(box, october, at_risk());
  decide(box, posted, Action::released);
  const auto emptied = box.empty();
  REQUIRE(emptied.size() == 1);
  CHECK(emptied[0].pack == "2026-10");
  CHECK(emptied[0].counts == store::EmptyingCounts{.read = 1, .opened = 1, .delivered = 1});
  CHECK(places(box) == 1);
  CHECK(box.empty().empty());
}

TEST_CASE("released: an emptying that stops after the release is finished with the same bytes") {
  FullBox original;
  const Submission posted = post_with_copy(original, october, at_risk());
  original.empty();
  decide(original, posted, Action::released);
  const auto undisturbed = original.copy();
  undisturbed->empty();
  using emptying::Step;
  for (const Step step : {Step::claimed, Step::staged, Step::renamed, Step::recorded, Step::exported}) {
    CAPTURE(static_cast<int>(step));
    const auto box = original.copy();
    StopAt stop(step);
    CHECK_THROWS_AS(box->empty(box->files, stop), Error);
    box->empty();
    const auto files = box->exported();
    const auto expected = undisturbed->exported();
    CHECK(files.at("2026-10.2/manifest.json") == expected.at("2026-10.2/manifest.json"));
    CHECK(box->empty().empty());
  }
}

TEST_CASE("released: a mark in the database without a signed entry releases nothing") {
  struct Case {
    const char* why;
    void (*tamper)(FullBox& box);
  };
  const Case cases[] = {
      {"no entry at all", [](FullBox&) {}},
      {"an entry that nobody signed",
       [](FullBox& box) {
         const auto link = store::lane_items(box.connection())[0].link;
         store::Statement log(box.connection(), "INSERT INTO safeguarding_log VALUES (1, ?1, 'x')");
         const std::string entry = safeguarding::write_entry(
             "", {{}, day_in_london(box.clock.now()), Action::released, link, "nobody"});
         log.bind(1, entry).run();
       }},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    FullBox box;
    post_with_copy(box, october, at_risk());
    box.empty();
    box.connection().run("UPDATE safeguarding_items SET state = 'released', state_on = '2026-11-06'");
    c.tamper(box);
    CHECK(box.empty().empty());
    CHECK(places(box) == 0);
    CHECK(store::held_rows(box.connection()).size() == 1);
  }
}

TEST_CASE("done: never passed on, and gone for good once its words in the lane are gone") {
  FullBox box;
  const Submission posted = post_with_copy(box, october, at_risk());
  box.empty();
  decide(box, posted, Action::done);
  CHECK(box.empty().empty());
  const auto today = day_in_london(box.clock.now());
  CHECK(store::purge(box.connection(), today).removed == 0);

  CHECK(store::purge_lane(box.connection(), today) == 1);
  CHECK(box.empty().empty());
  CHECK(store::held_rows(box.connection()).empty());
  CHECK(store::purge(box.connection(), today).removed == 1);
  CHECK(places(box) == 0);
  CHECK(item_of(box, posted).state == LaneState::done);
}

TEST_CASE("done: it may still be released while its words are there") {
  FullBox box;
  const Submission posted = post_with_copy(box, october, at_risk());
  box.empty();
  decide(box, posted, Action::done);
  box.empty();
  decide(box, posted, Action::released);
  CHECK(box.empty().size() == 1);
  CHECK(places(box) == 1);
}
