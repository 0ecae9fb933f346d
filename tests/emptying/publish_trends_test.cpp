// The published figures: those of all emptyings so far, without one.
#include "emptying/publish_trends.hpp"

#include <doctest/doctest.h>

#include "emptying/full_box.hpp"
#include "support/faulty_file_system.hpp"

using namespace postbox;
using namespace postbox::test;

namespace {

struct Published {
  FullBox box;
  Path folder = box.folder() / "published";

  emptying::PublishedTrends publish() { return publish(box.files); }
  emptying::PublishedTrends publish(FileSystem& disk) {
    const emptying::Rooms rooms = box.rooms(disk);
    return emptying::publish_trends(rooms.files, rooms.box, rooms.keys, rooms.wording, rooms.disclosure,
                                    november, folder);
  }
  std::string read(const std::string& name) const {
    const Path file = folder / name;
    return PosixFileSystem().exists(file) ? PosixFileSystem().read(file) : "(none)";
  }
};

}  // namespace

TEST_CASE("published trends: nothing without an emptying, and then what its board was given") {
  Published published;
  CHECK_FALSE(published.publish().month.has_value());
  CHECK(published.read("trends.html") == "(none)");
  for (int i = 0; i < 7; ++i) published.box.post(october, "The bus is late again.", {}, "carlisle");
  published.box.empty();
  CHECK(published.publish().month == october);
  for (const char* name : {"trends.html", "trends.csv", "trends.xlsx"}) {
    CAPTURE(name);
    CHECK(published.read(name) == published.box.exported("2026-10/board/" + std::string(name)));
    CHECK(PosixFileSystem().mode(published.folder / name) == 0644);  // for everybody, so for the server too
  }
  CHECK(PosixFileSystem().list(published.folder).size() == 3);
}

TEST_CASE(
    "published trends: a disk that fails at any step leaves whole files, and the next run ends the work") {
  Published published;
  FaultyFileSystem disk(published.box.files);
  for (int i = 0; i < 7; ++i) published.box.post(october, "The bus is late again.", {}, "carlisle");
  published.box.empty();
  published.publish(disk);
  const std::size_t steps = disk.steps();
  const std::string page = published.read("trends.html");
  for (const auto after : {After::works_again, After::stays_broken}) {
    for (std::size_t step = 1; step <= steps; ++step) {
      CAPTURE(step);
      disk.fail_at(step, after);
      CHECK_THROWS_AS(published.publish(disk), Error);
      CHECK(published.read("trends.html") == page);
      disk.work_again();
      CHECK(published.publish(disk).month == october);
      CHECK(PosixFileSystem().list(published.folder).size() == 3);
    }
  }
}
