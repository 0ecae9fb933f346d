#include "store/sealed_submissions.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

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

TEST_CASE("store: the key of a row says nothing of when it came") {
  BoxInAFolder box;
  SystemRandom random;
  std::vector<RowKey> in_order_of_arrival;
  std::set<RowKey> seen;
  for (int i = 0; i < 64; ++i) {
    append(box.connection, random, std::vector<NewSealed>{{october, std::to_string(i)}});
    for (const RowKey key : keys_waiting(box.connection, october)) {
      if (seen.insert(key).second) in_order_of_arrival.push_back(key);
    }
  }
  REQUIRE(in_order_of_arrival.size() == 64);
  CHECK_FALSE(std::is_sorted(in_order_of_arrival.begin(), in_order_of_arrival.end()));
}

TEST_CASE("store: a key that is taken is drawn again, nothing is overwritten") {
  class Stuck : public Random {  // the same key three times, then another
   public:
    void fill(std::span<unsigned char> bytes) override {
      std::fill(bytes.begin(), bytes.end(), static_cast<unsigned char>(calls_++ < 3 ? 8 : 16));
    }

   private:
    int calls_ = 0;
  } stuck;
  BoxInAFolder box;
  append(box.connection, stuck, std::vector<NewSealed>{{october, "first"}, {october, "second"}});
  CHECK(keys_waiting(box.connection, october).size() == 2);
}

TEST_CASE("store: of a batch that fails nothing stays") {
  class Broken : public Random {
   public:
    void fill(std::span<unsigned char> bytes) override {
      if (calls_++ == 2) throw Error(Fault::storage, "no random bytes");
      std::fill(bytes.begin(), bytes.end(), static_cast<unsigned char>(calls_));
    }

   private:
    int calls_ = 0;
  } broken;
  BoxInAFolder box;
  const std::vector<NewSealed> three(3, {october, "x"});
  CHECK_THROWS_AS(append(box.connection, broken, three), Error);
  CHECK(keys_waiting(box.connection, october).empty());
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
