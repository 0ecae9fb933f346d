#include "backup/backup.hpp"

#include <doctest/doctest.h>

#include <map>

#include "base/error.hpp"
#include "store/box_in_a_folder.hpp"
#include "store/copy.hpp"
#include "support/faulty_file_system.hpp"

using namespace postbox;
using namespace postbox::test;
using namespace postbox::backup;

namespace {

struct Collected : Receiver {
  void begin(const BackedUpFile& file) override { current = file.path; }
  void content(std::string_view block) override { files[current] += block; }
  void end() override {}
  std::map<std::string, std::string> files;
  std::string current;
};

// A box with settings and rows; its public keys are only bytes here.
struct FilledBox : BoxInAFolder {
  FilledBox() {
    files.make_folder(folder / "config", 0700);
    files.make_folder(folder / "config/messages", 0700);
    files.make_folder(folder / "keys", 0700);
    for (const char* name : {"box.pub", "safeguarding.pub", "postbox.toml", "config/routes.toml",
                             "config/messages/pl.toml", "keys/box.key"}) {
      write_atomically(files, folder / name, std::string("this is ") + name, 0600);
    }
    post("first");
  }
  void post(const std::string& sealed) {
    store::append(connection, random, std::vector<store::NewSealed>{{october, sealed}});
  }
  Contents back_up(FileSystem& disk) {
    return write_backup(disk, {folder.path(), connection, "2026-11-06"}, out());
  }
  Path out() const { return elsewhere / "box.tar"; }

  PosixFileSystem files;
  TempFolder elsewhere;
};

std::map<std::string, std::string> unpack(const PosixFileSystem& files, const Path& file) {
  Collected collected;
  read_backup(files, file, collected);
  return collected.files;
}

}  // namespace

TEST_CASE("backup: holds settings, public keys and every row, and no secret key") {
  FilledBox box;
  const Contents contents = box.back_up(box.files);
  CHECK(contents.submissions == 1);
  CHECK(contents.schema == static_cast<std::int64_t>(shipped_migrations().size()));
  CHECK(box.files.mode(box.out()) == 0600U);

  auto unpacked = unpack(box.files, box.out());
  CHECK(unpacked.size() == 6);
  CHECK(unpacked["postbox.toml"] == "this is postbox.toml");
  CHECK(unpacked["config/messages/pl.toml"] == "this is config/messages/pl.toml");
  CHECK_FALSE(unpacked.contains("keys/box.key"));
  CHECK(box.files.read(box.out()).find("this is keys/box.key") == std::string::npos);

  write_atomically(box.files, box.elsewhere / "box.db", unpacked["box.db"], 0600);
  store::Connection copy(box.elsewhere / "box.db", store::Access::read_only);
  CHECK(store::keys_waiting(copy, october) == store::keys_waiting(box.connection, october));
}

TEST_CASE(
    "backup: whichever call the disk fails, the backup of before is there, whole, and nothing beside it") {
  FilledBox box;
  box.back_up(box.files);
  const std::string before = box.files.read(box.out());
  box.post("second");
  FaultyFileSystem counted(box.files);
  counted.fail_at(100000);
  box.back_up(counted);
  const std::string after = box.files.read(box.out());
  REQUIRE(before != after);
  REQUIRE(counted.steps() > 10);

  for (const After then : {After::works_again, After::stays_broken}) {
    for (std::size_t failing = 1; failing <= counted.steps(); ++failing) {
      CAPTURE(failing);
      write_atomically(box.files, box.out(), before, 0600);
      FaultyFileSystem disk(box.files);
      disk.fail_at(failing, then);
      try {
        box.back_up(disk);
      } catch (const Error&) {
        CHECK(disk.failed());
      }
      const std::string found = box.files.read(box.out());
      CHECK((found == before || found == after));
      box.back_up(box.files);  // what a broken run left is no hindrance
      CHECK(box.files.read(box.out()) == after);
      CHECK(box.files.list(box.elsewhere.path()) == std::vector<std::string>{"box.tar"});
    }
  }
}

TEST_CASE("backup: a damaged database gives none, and the backup of before stays") {
  FilledBox box;
  for (int i = 0; i < 200; ++i) box.post(std::string(3000, 'x'));
  box.back_up(box.files);
  const std::string before = box.files.read(box.out());
  box.connection.run("PRAGMA wal_checkpoint(TRUNCATE)");
  std::string bytes = box.files.read(box.path);
  for (std::size_t page = 12; page < 40; ++page) bytes.replace(page * 8192, 64, std::string(64, '\xAA'));
  const TempFolder damaged;
  write_atomically(box.files, damaged / "box.db", bytes, 0600);
  store::Connection connection(damaged / "box.db");
  CHECK_THROWS_AS(write_backup(box.files, {box.folder.path(), connection, "2026-11-06"}, box.out()), Error);
  CHECK(box.files.read(box.out()) == before);
}

TEST_CASE("backup: a changed byte anywhere is noticed") {
  FilledBox box;
  box.back_up(box.files);
  const std::string whole = box.files.read(box.out());
  Collected collected;
  for (std::size_t i = 0; i < whole.size(); i += 97) {
    CAPTURE(i);
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 4);
    write_atomically(box.files, box.elsewhere / "changed", changed, 0600);
    CHECK_THROWS_AS(read_backup(box.files, box.elsewhere / "changed", collected), Error);
  }
}
