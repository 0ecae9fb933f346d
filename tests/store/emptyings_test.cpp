#include "store/emptyings.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "store/box_in_a_folder.hpp"

using namespace postbox;
using namespace postbox::test;
using namespace postbox::store;
using namespace std::chrono;

namespace {

const auto nothing_taken = [](const std::string&) { return false; };

void post(BoxInAFolder& box, Month month, std::size_t count) {
  append(box.connection, box.random, std::vector<NewSealed>(count, {month, "sealed"}));
}

}  // namespace

TEST_CASE("emptyings: a claim takes the month's rows and no others, and what comes later is not in it") {
  BoxInAFolder box;
  post(box, october, 3);
  post(box, november, 2);
  const Emptying emptying = claim(box.connection, october, "/x", nothing_taken);
  post(box, october, 1);

  CHECK(emptying.pack == "2026-10");
  CHECK(claimed_keys(box.connection, emptying).size() == 3);
  CHECK(keys_waiting(box.connection, october).size() == 1);
  CHECK(keys_waiting(box.connection, november).size() == 2);
}

TEST_CASE("emptyings: one under way is found again with all it needs") {
  BoxInAFolder box;
  post(box, october, 1);
  CHECK_FALSE(unfinished_emptying(box.connection));
  const Emptying claimed = claim(box.connection, october, "/far/exports", nothing_taken);

  const auto found = unfinished_emptying(box.connection);
  REQUIRE(found);
  CHECK(found->id == claimed.id);
  CHECK(found->exports == "/far/exports");
  CHECK(found->state == EmptyingState::claimed);
}

TEST_CASE("emptyings: a month emptied again gets the next free number") {
  BoxInAFolder box;
  struct Case {
    const char* why;
    std::string in_the_way;
    std::string expected;
  };
  const Case cases[] = {{"first time", "", "2026-10"},
                        {"second time", "", "2026-10.2"},
                        {"a folder of that name lies there", "2026-10.3", "2026-10.4"}};
  for (const Case& c : cases) {
    CAPTURE(c.why);
    Emptying emptying =
        claim(box.connection, october, "/x", [&](const std::string& pack) { return pack == c.in_the_way; });
    CHECK(emptying.pack == c.expected);
    record(box.connection, emptying, {}, {});
    mark_exported(box.connection, emptying, 2026y / November / 1d);
  }
  CHECK(was_emptied(box.connection, october));
  CHECK_FALSE(was_emptied(box.connection, november));
}

TEST_CASE("emptyings: counts that do not add up are refused by the database") {
  BoxInAFolder box;
  post(box, october, 2);
  struct Case {
    const char* why;
    EmptyingCounts counts;
    bool taken;
  };
  const Case cases[] = {
      {"one lost on the way", {.read = 2, .opened = 2, .delivered = 1}, false},
      {"one refused and also opened", {.read = 2, .opened = 2, .refused = 1, .delivered = 2}, false},
      {"all accounted for", {.read = 2, .opened = 1, .refused = 1, .held = 1}, true},
  };
  Emptying emptying = claim(box.connection, october, "/x", nothing_taken);
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(c.counts.adds_up() == c.taken);
    if (c.taken) {
      CHECK_NOTHROW(record(box.connection, emptying, c.counts, {}));
    } else {
      CHECK_THROWS_AS(record(box.connection, emptying, c.counts, {}), Error);
    }
  }
  REQUIRE(unfinished_emptying(box.connection));
  CHECK(unfinished_emptying(box.connection)->counts == cases[2].counts);
  mark_exported(box.connection, emptying, 2026y / November / 1d);
  CHECK_FALSE(unfinished_emptying(box.connection));
}
