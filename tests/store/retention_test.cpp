#include "store/retention.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "store/box_in_a_folder.hpp"
#include "store/emptyings.hpp"

using namespace postbox;
using namespace postbox::test;
using namespace postbox::store;
using namespace std::chrono;

namespace {

bool stands_on_disk(const Path& folder, const std::string& bytes) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    if (all.find(bytes) != std::string::npos) return true;
  }
  return false;
}

Emptying empty_october(BoxInAFolder& box, const Kept& kept, year_month_day day) {
  Emptying emptying = claim(box.connection, october, "/x", [](const std::string&) { return false; });
  const auto read = static_cast<std::int64_t>(claimed_keys(box.connection, emptying).size());
  const auto refused = static_cast<std::int64_t>(kept.refused.size());
  const auto held = static_cast<std::int64_t>(kept.held.size());
  record(box.connection, emptying,
         {.read = read,
          .opened = read - refused,
          .refused = refused,
          .delivered = read - refused - held,
          .held = held},
         kept);
  mark_exported(box.connection, emptying, day);
  return emptying;
}

}  // namespace

TEST_CASE("retention: rows of all sizes change places before they go, and leave nothing") {
  BoxInAFolder box;
  for (std::size_t i = 0; i < 120; ++i) {
    const std::string sealed((std::size_t{1'000} << i % 5) + i, 'x');
    append(box.connection, box.random,
           std::vector<NewSealed>{{october, "leaving-marker" + sealed + "leaving-marker"},
                                  {november, "staying" + sealed}});
  }
  empty_october(box, {}, 2026y / November / 2d);
  gather_waiting(box.connection, box.random);
  REQUIRE(stands_on_disk(box.folder.path(), "leaving-marker"));
  CHECK(purge(box.connection, 2026y / November / 2d).removed == 120);
  CHECK_FALSE(stands_on_disk(box.folder.path(), "leaving-marker"));
}

TEST_CASE("retention: nothing of a purged row is left in any file of the box, and the others stay") {
  BoxInAFolder box;
  const std::string leaving(4000, 'L');
  const std::string staying(4000, 'S');
  for (int i = 0; i < 20; ++i) {
    append(box.connection, box.random,
           std::vector<NewSealed>{{october, "leaving-marker" + leaving},
                                  {november, "staying-marker" + staying}});
  }
  empty_october(box, {}, 2026y / November / 2d);
  REQUIRE(stands_on_disk(box.folder.path(), "leaving-marker"));

  CHECK(purge(box.connection, 2026y / November / 2d).removed == 20);
  CHECK_FALSE(stands_on_disk(box.folder.path(), "leaving-marker"));
  CHECK(stands_on_disk(box.folder.path(), "staying-marker"));
  CHECK(keys_waiting(box.connection, november).size() == 20);
}

TEST_CASE("retention: what is not past its time, not exported, refused or held stays") {
  BoxInAFolder box;
  append(box.connection, box.random, std::vector<NewSealed>(4, {october, "row"}));
  const auto keys = keys_waiting(box.connection, october);
  empty_october(box, {.refused = {keys[0]}, .held = {keys[1]}}, 2026y / November / 2d);
  append(box.connection, box.random, std::vector<NewSealed>(1, {october, "late"}));

  CHECK(purge(box.connection, 2026y / November / 1d).removed == 0);
  const Purged purged = purge(box.connection, 2026y / November / 2d);
  CHECK(purged.removed == 2);
  CHECK(purged.kept == 2);
  SealedReader reader(box.connection);
  CHECK(reader.read(keys[0]) == "row");
  CHECK(reader.read(keys[1]) == "row");
  CHECK(keys_waiting(box.connection, october).size() == 1);
}
