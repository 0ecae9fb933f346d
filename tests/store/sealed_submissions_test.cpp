#include "store/sealed_submissions.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "store/box_in_a_folder.hpp"

using namespace postbox;
using namespace postbox::test;
using namespace postbox::store;

TEST_CASE("store: what was appended is there for the next connection, byte for byte") {
  BoxInAFolder box;
  std::string odd("\0\x01\xFF sealed", 10);
  append(box.connection, box.random, std::vector<NewSealed>{{october, odd}, {november, ""}});

  Connection second(box.path);
  const auto keys = keys_waiting(second, october);
  REQUIRE(keys.size() == 1);
  SealedReader reader(second);
  CHECK(reader.read(keys.front()) == odd);
  CHECK(reader.read(keys_waiting(second, november).front()).empty());
  CHECK(months_waiting(second) == std::vector<Month>{october, november});
}

TEST_CASE("store: of a batch that fails nothing stays") {
  BoxInAFolder box;
  std::vector<NewSealed> three(3, {october, "x"});
  three.back().lane_copy = LaneCopy{"no link", "sealed"};
  CHECK_THROWS_AS(append(box.connection, box.random, three), Error);
  CHECK(keys_waiting(box.connection, october).empty());
}

TEST_CASE("store: one that appends again and again finds what others did in between") {
  BoxInAFolder box;
  Connection other(box.path);
  Appender ours(box.connection);
  for (int i = 0; i < 5; ++i) {
    ours.append(box.random, std::vector<NewSealed>(2, {october, "ours"}));
    append(other, box.random, std::vector<NewSealed>(2, {october, "theirs"}));
  }
  CHECK(keys_waiting(other, october).size() == 20);
}

TEST_CASE("store: a month that is none is refused by the database itself") {
  BoxInAFolder box;
  CHECK_THROWS_AS(box.connection.run("INSERT INTO sealed_submissions VALUES (1, '2026-13', x'00')"), Error);
  CHECK_THROWS_AS(box.connection.run("INSERT INTO sealed_submissions VALUES (0, '2026-12', x'00')"), Error);
}

TEST_CASE("store: a connection syncs at every commit and says so") {
  BoxInAFolder box;
  struct Case {
    const char* pragma;
    const char* value;
  };
  for (const Case& c : {Case{"PRAGMA synchronous", "2"}, Case{"PRAGMA journal_mode", "wal"},
                        Case{"PRAGMA secure_delete", "1"}}) {
    CAPTURE(c.pragma);
    Statement question(box.connection, c.pragma);
    REQUIRE(question.step());
    CHECK(question.text(0) == c.value);
  }
}

TEST_CASE("store: no box, no database file made in passing") {
  const TempFolder folder;
  try {
    const Connection connection(folder.path() / "box.db");
    FAIL("opened a box that is not there");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::missing_input);
  }
  CHECK_FALSE(std::filesystem::exists(folder.path() / "box.db"));
}
