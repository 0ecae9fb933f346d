#include "store/copy.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "store/box_in_a_folder.hpp"
#include "store/restored.hpp"
#include "store/retention.hpp"

using namespace postbox;
using namespace postbox::test;
using namespace postbox::store;

namespace {

void post(BoxInAFolder& box, Month month, const std::string& sealed) {
  append(box.connection, box.random, std::vector<NewSealed>{{month, sealed}});
}

}  // namespace

TEST_CASE("copy: holds what was committed, while another connection writes") {
  BoxInAFolder box;
  post(box, october, "first");
  Connection writer(box.path);
  Transaction open(writer);
  writer.run("INSERT INTO sealed_submissions VALUES (7, '2026-10', x'01')");
  write_copy(box.connection, box.folder / "copy");
  open.commit();
  Connection copy(box.folder / "copy", Access::read_only);
  CHECK(is_sound(copy));
  CHECK(count_submissions(copy) == 1);
  CHECK(schema_version(copy) == shipped_migrations().size());
  CHECK(count_submissions(box.connection) == 2);
}

TEST_CASE("copy: nothing that was removed is in it, whatever the pages still hold") {
  BoxInAFolder box;
  box.connection.run("PRAGMA secure_delete = OFF");
  for (int i = 0; i < 50; ++i) post(box, october, "leaving-marker" + std::string(3000, 'L'));
  box.connection.run("DELETE FROM sealed_submissions");
  post(box, october, "staying-marker");
  box.connection.run("PRAGMA wal_checkpoint(TRUNCATE)");
  PosixFileSystem files;
  REQUIRE(files.read(box.path).find("leaving-marker") != std::string::npos);
  write_copy(box.connection, box.folder / "copy");
  CHECK(files.read(box.folder / "copy").find("leaving-marker") == std::string::npos);
  CHECK(files.read(box.folder / "copy").find("staying-marker") != std::string::npos);
}

TEST_CASE("copy: the same rows give the same bytes, in whatever order they came") {
  PosixFileSystem files;
  std::string first;
  for (const bool backwards : {false, true}) {
    BoxInAFolder box;
    for (int i = 0; i < 300; ++i) {
      const int row = backwards ? 300 - i : i + 1;
      Statement insert(box.connection, "INSERT INTO sealed_submissions VALUES (?1, '2026-10', ?2)");
      insert.bind(1, row).bind_blob(2, std::string(1085, static_cast<char>('a' + row % 26))).run();
    }
    write_copy(box.connection, box.folder / "copy");
    const std::string bytes = files.read(box.folder / "copy").substr(100);  // after SQLite's head: counters
    if (first.empty()) first = bytes;
    CHECK(bytes == first);
  }
}

TEST_CASE("surplus: what one box holds and the other does not") {
  BoxInAFolder returning;
  BoxInAFolder there;
  CHECK(surplus_of(there.path, returning.connection).is_none());
  returning.connection.run("INSERT INTO sealed_submissions VALUES (1, '2026-10', x'01')");
  there.connection.run("INSERT INTO sealed_submissions VALUES (9, '2026-10', x'01')");  // has changed places
  CHECK(surplus_of(there.path, returning.connection).is_none());
  there.connection.run(
      "INSERT INTO sealed_submissions VALUES (2, '2026-10', x'02'), (3, '2026-10', x'03');"
      "INSERT INTO emptyings (month, pack, exports, state) VALUES ('2026-10', '2026-10', '/x', 'claimed');"
      "INSERT INTO safeguarding_log VALUES (1, 'entry', 'signature')");
  const Surplus surplus = surplus_of(there.path, returning.connection);
  CHECK(surplus.submissions == 2);
  CHECK(surplus.in_lane == 0);
  CHECK(surplus.decisions == 1);
  CHECK(surplus.packs == std::vector<std::string>{"2026-10"});
  CHECK_FALSE(surplus.is_none());
}

TEST_CASE("surplus: a box that cannot be read is let go of, so that the next one can be looked at") {
  BoxInAFolder returning;
  BoxInAFolder broken;
  broken.connection.run("DROP TABLE safeguarding_log");
  CHECK_THROWS_AS(surplus_of(broken.path, returning.connection), Error);
  BoxInAFolder there;
  CHECK(surplus_of(there.path, returning.connection).is_none());
}

TEST_CASE("close log: one file is left, and a box that is in use is not touched") {
  BoxInAFolder box;
  post(box, october, "row");
  {
    Connection other(box.path);
    other.run("PRAGMA busy_timeout = 0");
    count_submissions(box.connection);
    try {
      close_log(other);
      FAIL("closed the log of a box in use");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::busy);
    }
  }
  close_log(box.connection);
  CHECK(count_submissions(box.connection) == 1);
  CHECK_FALSE(std::filesystem::exists(Path(box.path) += "-wal"));
}

TEST_CASE("restored: an emptying that is taken over holds its rows, and their retention has begun") {
  BoxInAFolder box;
  CHECK_FALSE(restored_from(box.connection));
  note_restored(box.connection, "2026-11-02");
  note_restored(box.connection, "2026-11-03");
  CHECK(restored_from(box.connection) == "2026-11-03");
  for (const char* row : {"one", "two", "three"}) post(box, october, row);
  post(box, november, "four");
  CHECK(keys_of_month(box.connection, october).size() == 3);
  take_over(box.connection,
            {.month = october,
             .pack = "2026-10",
             .exports = "/x",
             .counts = {.read = 2, .opened = 2, .delivered = 2}},
            {"one", "three"}, "2026-11-03");
  forget_restored(box.connection);
  CHECK_FALSE(restored_from(box.connection));
  const auto waiting = keys_waiting(box.connection, october);
  REQUIRE(waiting.size() == 1);
  CHECK(SealedReader(box.connection).read(waiting.front()) == "two");
  CHECK_FALSE(unfinished_emptying(box.connection));
  using namespace std::chrono;
  CHECK(purge(box.connection, 2026y / November / 2d).removed == 0);
  CHECK(purge(box.connection, 2026y / November / 3d).removed == 2);
}

TEST_CASE("restored: of a claim that is given up all rows wait again; an emptying that is over stays") {
  BoxInAFolder box;
  const auto nothing_taken = [](const std::string& /*pack*/) { return false; };
  post(box, october, "one");
  Emptying over = claim(box.connection, october, "/x", nothing_taken);
  record(box.connection, over, {.read = 1, .opened = 1, .delivered = 1}, {});
  give_up_claimed(box.connection);  // its packs lie where they belong: it goes on
  CHECK(unfinished_emptying(box.connection)->pack == "2026-10");
  using namespace std::chrono;
  mark_exported(box.connection, over, 2026y / November / 2d);

  for (const char* row : {"two", "three"}) post(box, october, row);
  claim(box.connection, october, "/x", nothing_taken);
  CHECK(keys_waiting(box.connection, october).empty());
  give_up_claimed(box.connection);
  CHECK_FALSE(unfinished_emptying(box.connection));
  CHECK(keys_waiting(box.connection, october).size() == 2);
  CHECK(all_emptyings(box.connection).size() == 1);
  CHECK(claim(box.connection, october, "/x", nothing_taken).pack == "2026-10.2");
}
