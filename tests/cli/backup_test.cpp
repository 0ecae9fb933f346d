// `postbox backup` and `postbox restore` in a played world.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include "cli/played_world.hpp"
#include "emptying/manifest.hpp"
#include "store/connection.hpp"
#include "support/faulty_file_system.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::test;
using nlohmann::json;

namespace {

constexpr const char* two_lines =
    "{\"feedback\":\"The taxi was late\",\"areas\":[\"transport\"],\"district\":\"carlisle\"}\n"
    "{\"feedback\":\"The bus was early\",\"areas\":[\"transport\"],\"district\":\"carlisle\"}\n";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

class BackedUpWorld : public WorldWithBox {
 public:
  BackedUpWorld() {
    on_box({"import", "-", "--month", "2026-10"}, two_lines);
    backup = (folder / "box.tar").string();
    const Outcome made = on_box({"backup", backup});
    if (made.code != 0) throw std::runtime_error(made.err);
  }
  Outcome empty(const Path& box) {
    return run({"empty", "--json", "--dir", box.string(), "--passphrase-file", passphrase, "--key",
                (this->box() / "keys" / "box.key").string()});
  }
  Outcome restore(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"restore", backup});
    return on_box(more);
  }
  std::string backup;
};

std::int64_t stored(const Path& box) {
  store::Connection connection(box / "box.db");
  store::Statement count(connection, "SELECT count(*) FROM sealed_submissions");
  count.step();
  return count.integer(0);
}

// Every file of a box but the write-ahead log and locks, by name.
std::map<std::string, std::string> files_of(const Path& box) {
  std::map<std::string, std::string> found;
  const PosixFileSystem files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(box)) {
    const std::string name = std::filesystem::relative(entry.path(), box).string();
    if (entry.is_regular_file() && !name.ends_with("-wal") && !name.ends_with("-shm")) {
      found[name] = files.read(entry.path());
    }
  }
  return found;
}

}  // namespace

TEST_CASE("backup and restore: a box comes back whole in another folder, and is emptied with its key") {
  BackedUpWorld world;
  const Path other = world.folder / "other";
  const Outcome restored = world.run({"restore", world.backup, "--dir", other.string()});
  CHECK(restored.code == 0);
  CHECK(has(restored.out, "2 sealed submissions"));
  CHECK(has(restored.err, "the secret keys are in no backup"));
  CHECK(world.run({"key", "show", "--dir", other.string()}).out == world.on_box({"key", "show"}).out);
  CHECK(world.files.read(other / "postbox.toml") == world.files.read(world.box() / "postbox.toml"));
  CHECK_FALSE(world.files.exists(other / "keys"));
  CHECK_FALSE(world.files.exists(other / ".restoring"));
  CHECK(world.files.mode(other) == 0700U);
  CHECK(world.files.mode(other / "box.db") == 0600U);
  const Outcome emptied = world.empty(other);
  REQUIRE(emptied.code == 0);
  CHECK(json::parse(emptied.out)[0]["counts"]["delivered"] == 2);
}

TEST_CASE("backup: says what is in it and what is not, for people and as JSON") {
  BackedUpWorld world;
  const Outcome said = world.on_box({"backup", (world.folder / "again.tar").string()});
  CHECK(has(said.out, "backed up 2 sealed submissions"));
  CHECK(has(said.out, "not in it: the secret keys"));
  const json made = json::parse(world.on_box({"backup", world.backup, "--replace", "--json"}).out);
  CHECK(made["submissions"] == 2);
  CHECK(made["made_on"] == "2026-11-06");
}

TEST_CASE("backup: refuses what it must not write over") {
  BackedUpWorld world;
  world.files.make_folder(world.box() / "config", 0700);
  struct Case {
    const char* why;
    Path file;
  };
  const Case cases[] = {
      {"an older backup", world.backup},
      {"a folder", world.folder.path()},
      {"no such folder", world.folder / "no/where.tar"},
      {"the database", world.box() / "box.db"},
      {"its log", world.box() / "box.db-wal"},
      {"a public key", world.box() / "box.pub"},
      {"among the settings", world.box() / "config/backup.tar"},
      {"among the keys, by a way round", world.box() / "keys/../keys/backup.tar"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto before = files_of(world.box());
    const Outcome refused = world.on_box({"backup", c.file.string()});
    CHECK(refused.code == 73);
    CHECK(has(refused.err, "  try: "));
    CHECK(files_of(world.box()) == before);
  }
  const Path pipe = world.folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(world.on_box({"backup", pipe.string(), "--replace"}).code == 73);
  CHECK_FALSE(world.files.is_plain_file(pipe));
  const Outcome warned = world.on_box({"backup", (world.box() / "my-backup.tar").string()});
  CHECK(warned.code == 0);
  CHECK(has(warned.err, "is lost with it"));
  CHECK(world.run({"backup", "x", "--dir", (world.folder / "nowhere").string()}).code == 66);
  CHECK(world.on_box({"backup"}).code == 64);
}

TEST_CASE("restore: what is no backup, a damaged, foreign or newer one changes nothing") {
  BackedUpWorld world;
  const std::string whole = world.files.read(world.backup);
  std::string damaged = whole;
  damaged[damaged.size() / 2] ^= 1;
  BackedUpWorld other;  // a copy of the same box: the same keys
  PlayedWorld foreign;
  const std::string pass = foreign.write("p", "four words and more").string();
  foreign.on_box({"init", "--passphrase-file", pass});
  foreign.on_box({"backup", (foreign.folder / "f.tar").string()});
  {
    store::Connection connection(other.box() / "box.db");
    connection.run("PRAGMA user_version = 900");
  }
  other.on_box({"backup", (other.folder / "newer.tar").string()});
  struct Case {
    const char* why;
    std::string bytes;
    const char* said;
  };
  const Case cases[] = {
      {"nothing", "", "no backup"},
      {"words", "hello", "no backup"},
      {"a database", world.files.read(world.box() / "box.db"), "no backup"},
      {"half of it", whole.substr(0, whole.size() / 2), "damaged"},
      {"a changed byte", damaged, "damaged"},
      {"of another box", foreign.files.read(foreign.folder / "f.tar"), "another box"},
      {"of a newer program", other.files.read(other.folder / "newer.tar"), "newer"},
  };
  const auto before = files_of(world.box());
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const std::string file = world.write("given", c.bytes).string();
    const Outcome refused = world.on_box({"restore", file, "--replace"});
    CHECK(refused.code == 65);
    CHECK(has(refused.err, c.said));
    CHECK(files_of(world.box()) == before);
  }
  CHECK(world.on_box({"restore", "/no/such/file"}).code == 66);
}

TEST_CASE(
    "restore: a box that holds more than the backup is not touched without --replace, and then kept aside") {
  BackedUpWorld world;
  CHECK(world.restore().code == 0);  // nothing would be lost
  CHECK_FALSE(world.files.exists(world.box() / "replaced-1"));

  world.on_box({"import", "-", "--month", "2026-10"}, two_lines);
  const Outcome refused = world.restore();
  CHECK(refused.code == 73);
  CHECK(has(refused.err, "holds what the backup does not: 2 submissions"));
  CHECK(stored(world.box()) == 4);

  const Outcome replaced = world.restore({"--replace"});
  CHECK(replaced.code == 0);
  CHECK(has(replaced.err, "2 submissions are there alone"));
  CHECK(stored(world.box()) == 2);
  CHECK(stored(world.box() / "replaced-1") == 4);
  CHECK(world.on_box({"check"}).code == 0);
}

TEST_CASE("restore: a damaged database, or none, is replaced; settings and keys that are there stay") {
  BackedUpWorld world;
  write_atomically(world.files, world.box() / "box.db", std::string(9000, 'x'), 0640);
  write_atomically(world.files, world.box() / "postbox.toml", "retention_days = 30\n", 0600);
  world.files.remove(world.box() / "safeguarding.pub");
  CHECK(world.restore().code == 73);
  const Outcome replaced = world.restore({"--replace"});
  CHECK(replaced.code == 0);
  CHECK(has(replaced.err, "postbox.toml is not as in the backup"));
  CHECK(world.files.read(world.box() / "postbox.toml") == "retention_days = 30\n");
  CHECK(world.files.exists(world.box() / "safeguarding.pub"));
  CHECK(world.files.read(world.box() / "replaced-1" / "box.db") == std::string(9000, 'x'));

  world.files.remove(world.box() / "box.db");
  CHECK(world.restore().code == 0);
  CHECK(stored(world.box()) == 2);
}

TEST_CASE("restore: after a rotation the box's own key is shown, and the one to which the backup is sealed") {
  BackedUpWorld world;
  const auto box_key = [&world] {
    return json::parse(world.on_box({"key", "show", "--json"}).out)["box"].get<std::string>();
  };
  const std::string before = box_key();
  REQUIRE(world.on_box({"key", "rotate", "--passphrase-file", world.passphrase}).code == 0);
  const Outcome restored = world.restore({"--replace"});
  CHECK(restored.code == 0);
  CHECK(has(restored.out, "box key           " + box_key()));
  CHECK(has(restored.out, "sealed to: " + before));
  const json said = json::parse(world.restore({"--replace", "--json"}).out);
  CHECK(said["box"] == box_key());
  CHECK(said["backup_box"] == before);
  CHECK(said["safeguarding"] == said["backup_safeguarding"]);
}

TEST_CASE("restore: while anybody uses the box it is refused, and while it runs nobody may use the box") {
  BackedUpWorld world;
  {
    const auto used = world.files.try_lock_folder(world.box(), Sharing::together);
    const Outcome refused = world.restore();
    CHECK(refused.code == 75);
    CHECK(has(refused.err, "in use"));
  }
  const auto restoring = world.files.try_lock_folder(world.box(), Sharing::alone);
  for (const char* command : {"empty", "purge", "check"}) {
    CAPTURE(command);
    CHECK(world.on_box({command}).code == 75);
  }
}

TEST_CASE("restore: what is past its retention does not come back") {
  BackedUpWorld world;
  REQUIRE(world.empty(world.box()).code == 0);
  world.on_box({"backup", world.backup, "--replace"});
  world.clock.advance(std::chrono::days{90});
  CHECK(json::parse(world.on_box({"purge", "--json"}).out)["removed"] == 2);
  const json restored = json::parse(world.restore({"--json"}).out);
  CHECK(restored["removed"] == 2);
  CHECK(restored["submissions"] == 0);
}

TEST_CASE("restore: a month that was delivered after the backup is not delivered again") {
  BackedUpWorld world;
  REQUIRE(world.empty(world.box()).code == 0);
  REQUIRE(world.restore({"--replace"}).code == 0);
  CHECK(has(world.on_box({"check"}).out, "restored from a backup of 2026-11-06"));
  const Outcome again = world.empty(world.box());
  CHECK(again.code == 0);
  CHECK(json::parse(again.out).empty());
  CHECK(has(again.err, "2026-10: was delivered before the box was restored"));
  CHECK_FALSE(has(world.on_box({"check"}).out, "restored from"));
}

TEST_CASE(
    "restore: whichever call the disk fails, the old box or the new one is there, and the next try "
    "succeeds") {
  BackedUpWorld world;
  world.on_box({"import", "-", "--month", "2026-10"}, two_lines);
  const auto restore_on = [&world](FileSystem& disk) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    cli::World played{.files = disk,
                      .clock = world.clock,
                      .random = world.random,
                      .in = in,
                      .out = out,
                      .err = err,
                      .shipped = POSTBOX_SOURCE_DIR,
                      .credentials = {},
                      .ask = {}};
    return cli::run({"restore", world.backup, "--replace", "--dir", (world.folder / "copy").string()},
                    played);
  };
  const auto fresh_copy = [&world] {
    world.files.remove(world.folder / "copy");
    std::filesystem::copy(world.box(), world.folder / "copy", std::filesystem::copy_options::recursive);
    world.files.remove(world.folder / "copy/postbox.toml");
  };
  fresh_copy();
  FaultyFileSystem counted(world.files);
  counted.fail_at(100000);
  REQUIRE(restore_on(counted) == 0);
  REQUIRE(counted.steps() > 20);
  for (const After after : {After::works_again, After::stays_broken}) {
    for (std::size_t failing = 1; failing <= counted.steps(); ++failing) {
      CAPTURE(failing);
      fresh_copy();
      FaultyFileSystem disk(world.files);
      disk.fail_at(failing, after);
      const int code = restore_on(disk);
      const std::int64_t rows = stored(world.folder / "copy");
      CHECK((code == 0 ? rows == 2 : rows == 4 || rows == 2));
      CHECK(restore_on(world.files) == 0);
      CHECK(stored(world.folder / "copy") == 2);
      CHECK_FALSE(world.files.exists(world.folder / "copy/.restoring"));
    }
  }
}
