#include "store/migrations.hpp"

#include <doctest/doctest.h>

#include <set>

#include "base/error.hpp"
#include "store/box_in_a_folder.hpp"
#include "store/emptyings.hpp"

using namespace postbox;
using namespace postbox::test;
using namespace postbox::store;

TEST_CASE("migrations: every step from the first on keeps the sealed rows of a full box") {
  const TempFolder folder;
  Connection box(folder.path() / "box.db", Access::create);
  const auto all = shipped_migrations();
  migrate(box, {all.front()});
  box.run("INSERT INTO sealed_submissions VALUES (7, '2026-10', x'0102'), (9, '2026-11', x'03')");

  migrate(box, all);
  CHECK(schema_version(box) == all.size());
  CHECK(keys_waiting(box, october).size() == 1);
  CHECK(months_waiting(box).size() == 2);
}

TEST_CASE("migrations: rows that wait get keys that follow each other, claimed ones keep theirs") {
  const TempFolder folder;
  Connection box(folder.path() / "box.db", Access::create);
  const auto all = shipped_migrations();
  migrate(box, {all.begin(), all.begin() + 6});
  box.run(
      "INSERT INTO sealed_submissions VALUES (7, '2026-10', x'01'), (90, '2026-11', x'020202'), (91, "
      "'2026-11', zeroblob(5000)), "
      "(900, '2026-10', x'03'), (9000000000000, '2026-11', x'04'), (95, '2026-09', x'05')");
  box.run(
      "INSERT INTO emptyings (month, pack, exports, state) VALUES ('2026-10', '2026-10', '/x', 'claimed')");
  box.run("INSERT INTO claims (submission, emptying) VALUES (7, 1), (900, 1)");
  box.run("INSERT INTO corrections VALUES (95, x'00')");

  migrate(box, all);
  REQUIRE(WaitingRows::key_below(0) < 9000000000000);
  const auto moved = keys_waiting(box, november);
  CHECK(std::set<RowKey>(moved.begin(), moved.end()) ==
        std::set<RowKey>{9000000000001, 9000000000002, WaitingRows::key_below(3) + 1});
  SealedReader reader(box);
  CHECK(reader.read(7) == "\x01");
  CHECK(reader.read(900) == "\x03");
  CHECK(reader.read(95) == "\x05");
  std::set<std::size_t> lengths;
  for (const RowKey key : moved) lengths.insert(reader.read(key).size());
  CHECK(lengths == std::set<std::size_t>{1, 3, 5'000});
}

TEST_CASE("migrations: taking them twice changes nothing") {
  BoxInAFolder box;
  migrate(box.connection, shipped_migrations());
  CHECK(schema_version(box.connection) == shipped_migrations().size());
}

TEST_CASE("migrations: a step that fails leaves the box as it was") {
  BoxInAFolder box;
  auto steps = shipped_migrations();
  const std::size_t before = steps.size();
  steps.push_back({"9999_bad.sql", "CREATE TABLE half (x); CREATE TABLE half (x);"});
  CHECK_THROWS_AS(migrate(box.connection, steps), Error);
  CHECK(schema_version(box.connection) == before);
  CHECK_THROWS_AS(box.connection.run("SELECT * FROM half"), Error);
}

TEST_CASE("migrations: a box from a newer program is refused") {
  BoxInAFolder box;
  box.connection.run("PRAGMA user_version = 900");
  try {
    migrate(box.connection, shipped_migrations());
    FAIL("took a box from the future");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::settings);
  }
}

TEST_CASE("migrations: a number that is missing is noticed") {
  const TempFolder folder;
  PosixFileSystem files;
  write_atomically(files, folder.path() / "0001_a.sql", "", 0600);
  write_atomically(files, folder.path() / "0003_c.sql", "", 0600);
  CHECK_THROWS_AS(read_migrations(files, folder.path()), Error);
}
