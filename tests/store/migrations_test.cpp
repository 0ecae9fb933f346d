#include "store/migrations.hpp"

#include <doctest/doctest.h>

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
  CHECK(keys_waiting(box, october) == std::vector<RowKey>{7});
  CHECK(months_waiting(box).size() == 2);
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
