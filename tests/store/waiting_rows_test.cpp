#include "store/waiting_rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "store/box_in_a_folder.hpp"
#include "store/checkpoint.hpp"
#include "store/emptyings.hpp"

using namespace postbox;
using namespace postbox::test;
using namespace postbox::store;

namespace {

using Rows = std::map<RowKey, std::string>;

Rows rows_of(Connection& box) {
  Rows rows;
  Statement question(box, "SELECT key, sealed FROM sealed_submissions");
  while (question.step()) rows.emplace(question.integer(0), question.text(1));
  return rows;
}

std::string in_order(Connection& box) {
  std::string all;
  for (const auto& [key, sealed] : rows_of(box)) all += sealed;
  return all;
}

std::vector<std::string> sorted_contents(const Rows& rows) {
  std::vector<std::string> contents;
  for (const auto& [key, sealed] : rows) contents.push_back(sealed);
  std::sort(contents.begin(), contents.end());
  return contents;
}

void post(BoxInAFolder& box, Month month, const std::vector<std::string>& contents) {
  std::vector<NewSealed> all;
  for (const std::string& sealed : contents) all.push_back({month, sealed});
  append(box.connection, box.random, all);
}

std::vector<std::string> named(const std::string& name, int count) {
  std::vector<std::string> names;
  for (int i = 0; i < count; ++i) names.push_back(name + std::to_string(i));
  return names;
}

Emptying claim_october(BoxInAFolder& box) {
  return claim(box.connection, october, "/x", [](const std::string&) { return false; });
}

std::string mark_of(std::size_t number) { return "<" + std::to_string(1'000 + number) + ">"; }

std::string marked(std::size_t number, std::size_t bytes) {
  const std::string mark = mark_of(number);
  return std::string(bytes - mark.size(), 'x') + mark;
}

// The keys of what no emptying has claimed.
std::vector<RowKey> waiting_keys(Connection& box) {
  std::vector<RowKey> keys = keys_waiting(box, october);
  const std::vector<RowKey> more = keys_waiting(box, november);
  keys.insert(keys.end(), more.begin(), more.end());
  std::sort(keys.begin(), keys.end());
  return keys;
}

bool follow_each_other(const std::vector<RowKey>& keys) {
  return std::adjacent_find(keys.begin(), keys.end(), [](RowKey a, RowKey b) { return b != a + 1; }) ==
         keys.end();
}

}  // namespace

// A row that does not fit into its leaf has its end in pages of its own.
TEST_CASE("waiting rows: where the end of a row lies in the file says nothing of when it came") {
  constexpr std::size_t count = 300;
  constexpr std::size_t last = 30;
  for (const std::size_t bytes : {1'085U, 2'109U, 4'157U, 8'253U, 16'445U}) {
    CAPTURE(bytes);
    BoxInAFolder box;
    for (std::size_t i = 0; i < count; i += 10) {
      std::vector<NewSealed> together;
      for (std::size_t j = i; j < i + 10; ++j) together.push_back({october, marked(j, bytes)});
      append(box.connection, box.random, together);
    }
    REQUIRE(empty_log(box.connection));
    const std::string file = PosixFileSystem().read(box.path);
    std::map<std::size_t, std::size_t> arrivals;  // by place in the file
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t place = file.find(mark_of(i));
      REQUIRE(place != std::string::npos);
      arrivals.emplace(place, i);
    }
    std::size_t rank = 0;
    double mean_rank_of_last = 0;
    for (const auto& [place, arrival] : arrivals) {
      if (arrival >= count - last) mean_rank_of_last += static_cast<double>(rank) / last;
      ++rank;
    }
    // 150 +- 16 where every place is as likely; at the end of the file it would be 285.
    CHECK(mean_rank_of_last > 90);
    CHECK(mean_rank_of_last < 210);
  }
}

TEST_CASE("waiting rows: every order is as likely as any other, whatever the order of arrival") {
  BoxInAFolder box;
  constexpr int times = 2'400;
  std::map<std::string, int> seen;
  for (int i = 0; i < times; ++i) {
    const Transaction never_committed(box.connection);
    WaitingRows waiting(box.connection);
    // Two commits: what is looked up anew for the second must not stand in the way.
    for (const std::string_view together : {"ab", "cd"}) {
      waiting.look();
      const auto numbers = random_numbers(box.random, together.size());
      for (std::size_t j = 0; j < together.size(); ++j) {
        waiting.put_in("2026-10", together.substr(j, 1), numbers[j]);
      }
    }
    ++seen[in_order(box.connection)];
  }
  CHECK(seen.size() == 24);
  // Each is expected 100 times; six standard deviations are 59.
  for (const auto& order : seen) {
    CAPTURE(order.first);
    CHECK(order.second > 41);
    CHECK(order.second < 159);
  }
}

TEST_CASE("waiting rows: a size is what anybody can see of a row") {
  struct Case {
    std::size_t bytes;
    std::size_t size;
  };
  for (const Case& c : {Case{0, 0}, Case{1'023, 0}, Case{1'024, 1}, Case{1'085, 1}, Case{2'109, 2},
                        Case{4'157, 3}, Case{8'253, 4}, Case{16'445, 5}, Case{32'829, 6}, Case{65'597, 7},
                        Case{131'133, 8}, Case{1'000'000, 8}}) {
    CAPTURE(c.bytes);
    CHECK(WaitingRows::size_of(std::string(c.bytes, 'x')) == c.size);
  }
  CHECK(WaitingRows::key_below(8) == 0);
  CHECK(WaitingRows::key_below(0) > WaitingRows::key_below(1));
}

TEST_CASE("waiting rows: keys of a size follow each other, and nothing is lost or doubled") {
  BoxInAFolder box;
  std::vector<std::string> all;
  for (int i = 0; i < 40; ++i) {
    // Rows of a size need not be of the same length; the longest do not fit a page.
    const std::vector<std::string> some = {std::string(static_cast<std::size_t>(i) * 300, 'x') + "a",
                                           std::to_string(i)};
    post(box, i % 2 == 0 ? october : november, some);
    all.insert(all.end(), some.begin(), some.end());
  }
  std::sort(all.begin(), all.end());
  const Rows rows = rows_of(box.connection);
  CHECK(sorted_contents(rows) == all);
  std::map<std::size_t, std::vector<RowKey>> of_size;
  for (const auto& row : rows) of_size[WaitingRows::size_of(row.second)].push_back(row.first);
  REQUIRE(of_size.size() == 5);
  for (const auto& one : of_size) {
    CAPTURE(one.first);
    CHECK(one.second.front() == WaitingRows::key_below(one.first) + 1);
    CHECK(follow_each_other(one.second));
  }
  CHECK(keys_waiting(box.connection, october).size() == 40);
}

TEST_CASE("waiting rows: the last one to come stands anywhere") {
  BoxInAFolder box;
  post(box, october, named("early ", 200));
  int in_first_half = 0;
  for (int i = 0; i < 100; ++i) {
    const Transaction never_committed(box.connection);
    WaitingRows waiting(box.connection);
    waiting.look();
    waiting.put_in("2026-10", "late", random_numbers(box.random, 1).front());
    const Rows rows = rows_of(box.connection);
    const auto late =
        std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row.second == "late"; });
    REQUIRE(late != rows.end());
    if (late->first <= rows.begin()->first + 100) ++in_first_half;
  }
  CHECK(in_first_half > 20);
  CHECK(in_first_half < 80);
}

TEST_CASE("waiting rows: what an emptying has claimed keeps its key, whatever comes") {
  BoxInAFolder box;
  post(box, october, named("claimed ", 30));
  const Emptying emptying = claim_october(box);
  const Rows before = rows_of(box.connection);
  for (int i = 0; i < 20; ++i) post(box, october, named("later ", 5));
  const Rows after = rows_of(box.connection);
  for (const RowKey key : claimed_keys(box.connection, emptying)) {
    CAPTURE(key);
    CHECK(after.at(key) == before.at(key));
  }
  CHECK(after.size() == 130);
}

TEST_CASE("waiting rows: a row that somebody took out by hand is in nobody's way") {
  BoxInAFolder box;
  post(box, october, named("", 30));
  const std::string below = std::to_string(WaitingRows::key_below(0));
  box.connection.run(
      ("DELETE FROM sealed_submissions WHERE key - " + below + " IN (1, 7, 8, 9, 30)").c_str());
  for (int i = 0; i < 20; ++i) post(box, october, named("", 5));
  CHECK(rows_of(box.connection).size() == 125);
}

TEST_CASE("waiting rows: what was left among claimed ones goes to the others that wait") {
  BoxInAFolder box;
  for (int i = 0; i < 300; ++i) {
    post(box, october, named("october ", 1));
    post(box, november, named("before ", 1));
  }
  const Emptying emptying = claim_october(box);
  post(box, november, named("after ", 50));
  const Rows before = rows_of(box.connection);
  REQUIRE_FALSE(follow_each_other(waiting_keys(box.connection)));

  gather_waiting(box.connection, box.random);
  const Rows after = rows_of(box.connection);
  CHECK(sorted_contents(after) == sorted_contents(before));
  const auto claimed = claimed_keys(box.connection, emptying);
  for (const RowKey key : claimed) CHECK(after.at(key) == before.at(key));
  const auto waiting = waiting_keys(box.connection);
  REQUIRE(waiting.size() == 350);
  CHECK(follow_each_other(waiting));
  CHECK(waiting.front() > *std::max_element(claimed.begin(), claimed.end()));
  // Those that came after the emptying are not the first, nor the last.
  std::int64_t places = 0;
  for (const RowKey key : waiting) places += after.at(key).starts_with("after") ? key - waiting.front() : 0;
  CHECK(places / 50 > 100);
  CHECK(places / 50 < 250);

  gather_waiting(box.connection, box.random);
  CHECK(rows_of(box.connection) == after);
}

TEST_CASE("waiting rows: one that a correction names keeps its key until it is claimed") {
  BoxInAFolder box;
  post(box, november, named("november ", 1));
  const std::vector<RowKey> corrected = keys_waiting(box.connection, november);
  box.connection.run("INSERT INTO corrections SELECT key, x'00' FROM sealed_submissions");
  post(box, october, named("october ", 30));
  claim_october(box);
  gather_waiting(box.connection, box.random);
  CHECK(keys_waiting(box.connection, november) == corrected);
}

TEST_CASE("waiting rows: a snapshot stands still while something comes") {
  BoxInAFolder box;
  post(box, october, named("", 20));
  Connection reader(box.path, Access::read_only);
  const std::string before = in_order(reader);
  {
    const Snapshot as_it_is(reader);
    CHECK(in_order(reader) == before);
    post(box, october, named("", 20));
    CHECK(in_order(reader) == before);
  }
  CHECK(rows_of(reader).size() == 40);
}
