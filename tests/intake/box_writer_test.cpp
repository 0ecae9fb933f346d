#include "intake/box_writer.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "base/error.hpp"
#include "intake/played_box.hpp"

using namespace postbox;
using namespace postbox::intake;

namespace {

const Month november = *Month::parse("2026-11");

}  // namespace

TEST_CASE("box writer: a batch is in the box when commit returns") {
  const test::PlayedBox box;
  const PosixFileSystem files;
  SystemRandom random;
  BoxWriter writer(files, random, box.folder(), 0);
  const std::vector<store::NewSealed> batch = {{november, "one"}, {november, "two"}};
  writer.commit(batch);
  writer.commit({});
  CHECK(box.rows().size() == 2);
}

TEST_CASE("box writer: no box, no start") {
  const test::TempFolder folder;
  const PosixFileSystem files;
  SystemRandom random;
  try {
    const BoxWriter writer(files, random, folder.path(), 0);
    FAIL("started");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::missing_input);
  }
}

TEST_CASE("box writer: with the disk nearly full nothing is taken") {
  const test::PlayedBox box;
  const PosixFileSystem files;
  SystemRandom random;
  BoxWriter writer(files, random, box.folder(), std::numeric_limits<std::uint64_t>::max());
  const std::vector<store::NewSealed> batch = {{november, "one"}};
  CHECK_THROWS_AS(writer.commit(batch), Error);
  CHECK_THROWS_AS(writer.commit({}), Error);
  CHECK(box.rows().empty());
  CHECK_FALSE(has_room(files, box.folder(), std::numeric_limits<std::uint64_t>::max()));
  CHECK_FALSE(has_room(files, box.folder() / "nothing", 0));
  CHECK(has_room(files, box.folder(), 0));
}

TEST_CASE("box writer: it comes back after the database was out of reach") {
  const test::PlayedBox box;
  const PosixFileSystem files;
  SystemRandom random;
  BoxWriter writer(files, random, box.folder(), 0);
  const std::vector<store::NewSealed> batch = {{november, "one"}};
  {
    store::Connection breaker(box.folder() / "box.db");
    breaker.run("ALTER TABLE sealed_submissions RENAME TO elsewhere");
  }
  CHECK_THROWS_AS(writer.commit(batch), Error);
  {
    store::Connection mender(box.folder() / "box.db");
    mender.run("ALTER TABLE elsewhere RENAME TO sealed_submissions");
  }
  writer.commit(batch);
  CHECK(box.rows() == std::vector<std::string>{"one"});
}
