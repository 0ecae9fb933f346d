#include "store/month_counts.hpp"

#include <doctest/doctest.h>

#include "store/box_in_a_folder.hpp"

using namespace postbox;
using namespace postbox::test;
using namespace postbox::store;

namespace {

Emptying begin(BoxInAFolder& box, Month month) {
  return claim(box.connection, month, "/exports", [](const std::string& /*pack*/) { return false; });
}

void finish(BoxInAFolder& box, Emptying& emptying) { record(box.connection, emptying, {}, {}); }

}  // namespace

TEST_CASE("month counts: those of earlier emptyings come back, oldest first, parts in order") {
  BoxInAFolder box;
  Emptying first = begin(box, october);
  keep_month_counts(box.connection, first, {"one", std::string("tw\0o", 4), "three"});
  finish(box, first);
  Emptying second = begin(box, october);
  keep_month_counts(box.connection, second, {"late"});
  finish(box, second);
  const Emptying third = begin(box, november);

  const auto before = month_counts_before(box.connection, third);
  REQUIRE(before.size() == 2);
  CHECK(before[0].pack == "2026-10");
  CHECK(before[0].parts == std::vector<std::string>{"one", std::string("tw\0o", 4), "three"});
  CHECK(before[1].pack == "2026-10.2");
  CHECK(before[1].month == october);
  CHECK(month_counts_before(box.connection, first).empty());
}

TEST_CASE("month counts: kept again by a resumed emptying, they take the place of the first ones") {
  BoxInAFolder box;
  Emptying first = begin(box, october);
  keep_month_counts(box.connection, first, {"a", "b"});
  keep_month_counts(box.connection, first, {"c"});
  finish(box, first);
  CHECK(month_counts_before(box.connection, begin(box, november)).at(0).parts ==
        std::vector<std::string>{"c"});
}

TEST_CASE("month counts: an emptying from before they were kept has none") {
  BoxInAFolder box;
  Emptying first = begin(box, october);
  finish(box, first);
  const auto before = month_counts_before(box.connection, begin(box, november));
  REQUIRE(before.size() == 1);
  CHECK(before[0].parts.empty());
}

TEST_CASE("month counts: the step that adds them keeps a full box as it is") {
  const TempFolder folder;
  Connection box(folder.path() / "box.db", Access::create);
  const auto all = shipped_migrations();
  migrate(box, {all.begin(), all.begin() + 2});
  box.run("INSERT INTO sealed_submissions VALUES (7, '2026-10', x'0102')");
  box.run(
      "INSERT INTO emptyings (month, pack, exports, state) VALUES ('2026-10', '2026-10', '/e', 'recorded')");
  box.run("INSERT INTO claims VALUES (7, 1, 'held')");
  migrate(box, {all.begin(), all.begin() + 3});
  CHECK(all_emptyings(box).at(0).pack == "2026-10");
  CHECK(claimed_keys(box, all_emptyings(box)[0]) == std::vector<RowKey>{7});
  CHECK_THROWS(box.run("INSERT INTO month_counts VALUES (99, 0, x'00')"));  // of no emptying
}
