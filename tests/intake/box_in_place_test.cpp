// Posts are not acknowledged into files that nobody will find again.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "intake/box_writer.hpp"
#include "intake/played_box.hpp"

using namespace postbox;
using namespace postbox::intake;

namespace {

constexpr Month november{std::chrono::year{2026} / 11};

void fill(const Path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

struct OpenBox {
  test::PlayedBox box;
  PosixFileSystem files;
  SystemRandom random;
  BoxWriter writer{files, random, box.folder(), 0};

  OpenBox() {
    writer.checkpoint_beside({.quiet = std::chrono::hours(1)});
    REQUIRE(takes("before"));
  }

  bool takes(const std::string& post) {
    const std::vector<store::NewSealed> batch = {{november, post}};
    try {
      writer.commit(batch);
      return true;
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::storage);
      return false;
    }
  }
};

struct Row {
  const char* why;
  std::function<void(const Path& folder)> harm;
};

}  // namespace

TEST_CASE("box in place: nothing is taken where the database is not what was opened") {
  const std::string noise(8192, '\x5A');
  const std::vector<Row> rows = {
      {"removed", [](const Path& box) { std::filesystem::remove(box / "box.db"); }},
      {"moved away", [](const Path& box) { std::filesystem::rename(box / "box.db", box / "elsewhere"); }},
      {"removed with its log, a folder in its place",
       [](const Path& box) {
         for (const char* name : {"box.db", "box.db-wal", "box.db-shm"}) std::filesystem::remove(box / name);
         std::filesystem::create_directory(box / "box.db");
       }},
      {"emptied", [](const Path& box) { std::filesystem::resize_file(box / "box.db", 0); }},
      {"cut", [](const Path& box) { std::filesystem::resize_file(box / "box.db", 4096); }},
      {"written over", [&](const Path& box) { fill(box / "box.db", noise); }},
      {"another file moved onto it",
       [&](const Path& box) {
         fill(box / "noise", noise);
         std::filesystem::rename(box / "noise", box / "box.db");
       }},
      {"a copy moved onto it",
       [](const Path& box) {
         std::filesystem::copy_file(box / "box.db", box / "copy");
         std::filesystem::rename(box / "copy", box / "box.db");
       }},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    OpenBox open;
    CHECK(open.writer.in_place());
    row.harm(open.box.folder());
    CHECK_FALSE(open.writer.in_place());
    CHECK_FALSE(open.takes("lost"));
    CHECK_THROWS_AS(open.writer.commit({}), Error);
    CHECK_FALSE(open.takes("lost as well"));
  }
}

TEST_CASE("box in place: a database that comes from a backup, without a log, takes posts") {
  const test::PlayedBox box;
  store::Connection(box.folder() / "box.db").run("PRAGMA journal_mode = DELETE");
  REQUIRE_FALSE(std::filesystem::exists(box.folder() / "box.db-wal"));
  const PosixFileSystem files;
  SystemRandom random;
  BoxWriter writer(files, random, box.folder(), 0);
  const std::vector<store::NewSealed> batch = {{november, "post"}};
  CHECK_NOTHROW(writer.commit(batch));
  CHECK_NOTHROW(writer.commit(batch));
}

TEST_CASE("box in place: a database that is moved back is used again, with all that was acknowledged") {
  OpenBox open;
  const Path path = open.box.folder() / "box.db";
  std::filesystem::rename(path, open.box.folder() / "elsewhere");
  CHECK_FALSE(open.takes("lost"));
  std::filesystem::rename(open.box.folder() / "elsewhere", path);
  CHECK(open.takes("after"));
  CHECK(open.writer.in_place());
  std::vector<std::string> rows = open.box.rows();
  std::sort(rows.begin(), rows.end());
  CHECK(rows == std::vector<std::string>{"after", "before"});
}

TEST_CASE("box in place: one that was written over is not trusted again, also where its bytes come back") {
  OpenBox open;
  const Path path = open.box.folder() / "box.db";
  const std::string bytes = open.files.read(path);
  fill(path, "");
  CHECK_FALSE(open.takes("lost"));
  fill(path, bytes);
  CHECK_FALSE(open.takes("lost as well"));
  CHECK(std::filesystem::file_size(open.box.folder() / "box.db-wal") > 0);
}

TEST_CASE("box in place: a log that was removed costs a refusal, and no post that was acknowledged") {
  for (const char* name : {"box.db-wal", "box.db-shm"}) {
    CAPTURE(name);
    OpenBox open;
    std::filesystem::remove(open.box.folder() / name);
    CHECK_FALSE(open.writer.in_place());
    CHECK_FALSE(open.takes("refused"));
    CHECK(open.takes("after"));
    CHECK(open.writer.in_place());
    std::vector<std::string> rows = open.box.rows();
    std::sort(rows.begin(), rows.end());
    CHECK(rows == std::vector<std::string>{"after", "before"});
  }
}
