#include "store/safeguarding.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "base/error.hpp"
#include "store/box_in_a_folder.hpp"
#include "store/emptyings.hpp"
#include "store/retention.hpp"

using namespace postbox;
using namespace postbox::test;
using namespace postbox::store;
using namespace std::chrono;

namespace {

const std::string link_a(64, 'a');
const std::string link_b(64, 'b');
constexpr year_month_day today = 2026y / November / 6d;

void add_urgent(BoxInAFolder& box, const std::string& link, const std::string& sealed = "for the lead") {
  append(box.connection, box.random,
         std::vector<NewSealed>{{october, "for the box " + link, LaneCopy{link, sealed}}});
}

LaneItem item(BoxInAFolder& box, const std::string& link) {
  for (const LaneItem& one : lane_items(box.connection)) {
    if (one.link == link) return one;
  }
  FAIL("no such item");
  return {link, october};
}

bool decide_on(BoxInAFolder& box, const std::string& link, LaneState to) {
  return decide(box.connection, item(box, link), to, today, [](std::string_view last) {
    return LaneLogEntry{"after <" + std::string(last) + ">", "signed"};
  });
}

bool stands_on_disk(const Path& folder, const std::string& bytes) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    if (all.find(bytes) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("lane: an urgent submission stands in the box and in the lane, any other in the box alone") {
  BoxInAFolder box;
  append(box.connection, box.random, std::vector<NewSealed>{{october, "quiet"}});
  add_urgent(box, link_a);
  CHECK(keys_waiting(box.connection, october).size() == 2);
  REQUIRE(lane_items(box.connection).size() == 1);
  CHECK(item(box, link_a).month == october);
  CHECK(item(box, link_a).state == LaneState::unopened);
  CHECK(lane_record(box.connection, link_a) == "for the lead");
  CHECK_FALSE(lane_record(box.connection, link_b));
  CHECK(unopened_links(box.connection) == std::vector<std::string>{link_a});
}

TEST_CASE("lane: where the lane cannot take its copy the box takes nothing either") {
  BoxInAFolder box;
  CHECK_THROWS_AS(add_urgent(box, "no link at all"), Error);
  CHECK(months_waiting(box.connection).empty());
  CHECK(lane_items(box.connection).empty());
}

TEST_CASE("lane: a copy that is there already stays as it is") {
  BoxInAFolder box;
  add_urgent(box, link_a, "first");
  CHECK(decide_on(box, link_a, LaneState::done));
  LaneAppender(box.connection).add(november, {link_a, "second"});
  CHECK(lane_record(box.connection, link_a) == "first");
  CHECK(item(box, link_a).state == LaneState::done);
}

TEST_CASE("lane: a decision and its entry in the log are one step") {
  BoxInAFolder box;
  add_urgent(box, link_a);
  const LaneItem fresh = item(box, link_a);
  CHECK(decide_on(box, link_a, LaneState::opened));
  CHECK(decide_on(box, link_a, LaneState::opened));  // read again: an entry, no new state
  CHECK(unopened_links(box.connection).empty());
  const auto log = lane_log(box.connection);
  REQUIRE(log.size() == 2);
  CHECK(log[0].entry == "after <>");
  CHECK(log[1].entry == "after <after <>>");

  SUBCASE("an item that somebody else decided on meanwhile is left alone") {
    CHECK_FALSE(decide(box.connection, fresh, LaneState::done, today, [](std::string_view) {
      return LaneLogEntry{"too late", ""};
    }));
    CHECK(item(box, link_a).state == LaneState::opened);
    CHECK(lane_log(box.connection).size() == 2);
  }
  SUBCASE("an entry that cannot be written leaves the item as it was") {
    CHECK_THROWS(decide(box.connection, item(box, link_a), LaneState::done, today,
                        [](std::string_view) -> LaneLogEntry { throw Error(Fault::key, "no key"); }));
    CHECK(item(box, link_a).state == LaneState::opened);
    CHECK(lane_log(box.connection).size() == 2);
  }
}

TEST_CASE("lane: nothing is released while an emptying is under way, for its packs are decided") {
  BoxInAFolder box;
  add_urgent(box, link_a);
  Emptying emptying = claim(box.connection, october, "/x", [](const std::string&) { return false; });
  try {
    decide_on(box, link_a, LaneState::released);
    FAIL("released");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::busy);
  }
  CHECK(decide_on(box, link_a, LaneState::done));
  record(box.connection, emptying, {.read = 1, .opened = 1, .held = 1},
         {.held = claimed_keys(box.connection, emptying)});
  mark_exported(box.connection, emptying, today);
  CHECK(decide_on(box, link_a, LaneState::released));
}

TEST_CASE("lane: held rows are found after their emptying, then wait again or go the way of all rows") {
  BoxInAFolder box;
  for (const auto* const link : {&link_a, &link_b}) add_urgent(box, *link);
  Emptying emptying = claim(box.connection, october, "/x", [](const std::string&) { return false; });
  const auto rows = claimed_keys(box.connection, emptying);
  record(box.connection, emptying, {.read = 2, .opened = 2, .held = 2},
         {.held = rows, .lane_copies = {{std::string(64, 'c'), "found late"}}});
  CHECK(item(box, std::string(64, 'c')).state == LaneState::unopened);
  CHECK(held_rows(box.connection).empty());  // until it is over
  mark_exported(box.connection, emptying, today);
  REQUIRE(held_rows(box.connection).size() == 2);
  CHECK(held_rows(box.connection)[0].month == october);

  settle_held(box.connection, {rows[0]}, {rows[1]});
  CHECK(held_rows(box.connection).empty());
  CHECK(keys_waiting(box.connection, october) == std::vector<RowKey>{rows[0]});
  CHECK(purge(box.connection, today).removed == 1);
  CHECK(keys_waiting(box.connection, october) == std::vector<RowKey>{rows[0]});
}

TEST_CASE("lane: the words of decided items go when their time is over, the decision stays") {
  BoxInAFolder box;
  const std::string filling(3000, 'x');
  add_urgent(box, link_a, "leaving-marker" + filling);
  add_urgent(box, link_b, "staying-marker" + filling);
  CHECK(decide_on(box, link_a, LaneState::done));
  CHECK(decide_on(box, link_b, LaneState::opened));
  CHECK(purgeable_in_lane(box.connection, 2026y / November / 5d) == 0);
  CHECK(purge_lane(box.connection, 2026y / November / 5d) == 0);
  REQUIRE(stands_on_disk(box.folder.path(), "leaving-marker"));

  CHECK(purgeable_in_lane(box.connection, today) == 1);
  CHECK(purge_lane(box.connection, today) == 1);
  purge(box.connection, today);
  CHECK_FALSE(stands_on_disk(box.folder.path(), "leaving-marker"));
  CHECK(stands_on_disk(box.folder.path(), "staying-marker"));
  CHECK(item(box, link_a).state == LaneState::done);
  CHECK_FALSE(item(box, link_a).has_words);
  CHECK_FALSE(lane_record(box.connection, link_a));
  CHECK(purge_lane(box.connection, today) == 0);
}

TEST_CASE("lane: what is unopened is found without a look at the sealed bytes") {
  BoxInAFolder box;
  add_urgent(box, link_a);
  Statement plan(box.connection,
                 "EXPLAIN QUERY PLAN SELECT link FROM safeguarding_items WHERE state = 'new'");
  REQUIRE(plan.step());
  CHECK(plan.text(3).find("COVERING INDEX safeguarding_unopened") != std::string_view::npos);
  add_urgent(box, link_b);
  REQUIRE(decide_on(box, link_a, LaneState::opened));
  CHECK(unopened_links(box.connection) == std::vector<std::string>{link_b});
}
