#include "store/checkpoint.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "store/box_in_a_folder.hpp"
#include "store/gentle_writes.hpp"

using namespace postbox;
using namespace postbox::test;
using namespace postbox::store;

namespace {

std::int64_t rows(Connection& box) {
  Statement question(box, "SELECT count(*) FROM sealed_submissions");
  question.step();
  return question.integer(0);
}

void append_rows(BoxInAFolder& box, int count) {
  for (int i = 0; i < count; ++i) {
    append(box.connection, box.random, std::vector<NewSealed>{{october, std::string(2'000, 'x')}});
  }
}

}  // namespace

TEST_CASE("checkpoint: a connection that leaves the log tells how long it is, and moves nothing") {
  BoxInAFolder box;
  box.connection.leave_log();
  append_rows(box, 400);
  CHECK(box.connection.log_pages() > 400);
  Connection other(box.path);
  const auto pages = checkpoint(other);
  REQUIRE(pages.has_value());
  CHECK(pages->all == box.connection.log_pages());
  CHECK(pages->moved == pages->all);
  append_rows(box, 1);
  CHECK(box.connection.log_pages() < 20);  // it began anew
  CHECK(rows(other) == 401);
}

TEST_CASE("checkpoint: what somebody still reads stays in the log") {
  BoxInAFolder box;
  box.connection.leave_log();
  append_rows(box, 5);
  Connection reader(box.path, Access::read_only);
  reader.run("BEGIN");
  REQUIRE(rows(reader) == 5);
  append_rows(box, 5);
  Connection other(box.path);
  other.run("PRAGMA busy_timeout = 0");
  const auto pages = checkpoint(other);
  REQUIRE(pages.has_value());
  CHECK(pages->moved < pages->all);
  CHECK_FALSE(empty_log(other));
  CHECK(rows(reader) == 5);
  reader.run("COMMIT");
  CHECK(empty_log(other));
  CHECK(std::filesystem::file_size(box.folder.path() / "box.db-wal") == 0);
  CHECK(rows(reader) == 10);
}

TEST_CASE("checkpoint: gently it takes its time, and moves the same") {
  GentleWrites::prepare();
  BoxInAFolder box;
  box.connection.leave_log();
  append_rows(box, 320);
  const auto begin = std::chrono::steady_clock::now();
  {
    const GentleWrites gently;
    REQUIRE(checkpoint(box.connection).has_value());
  }
  // A page to a row at least: a rest of 250 microseconds after 32 of them.
  CHECK(std::chrono::steady_clock::now() - begin > std::chrono::microseconds(6 * 250));
  CHECK(rows(box.connection) == 320);
  Statement integrity(box.connection, "PRAGMA integrity_check");
  REQUIRE(integrity.step());
  CHECK(integrity.text(0) == "ok");
}
