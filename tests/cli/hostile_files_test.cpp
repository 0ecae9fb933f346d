#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "cli/played_world.hpp"
#include "store/connection.hpp"

using namespace postbox;
using namespace postbox::test;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string with(std::string text, const std::string& old, const std::string& other) {
  return text.replace(text.find(old), old.size(), other);
}

// A stream that takes nothing, as a full disk or a closed pipe.
struct TakesNothing : std::streambuf {
  int overflow(int /*c*/) override { return traits_type::eof(); }
};

}  // namespace

TEST_CASE("a file without an end is refused with the code of what it was given for, not read") {
  struct Case {
    const char* why;
    std::vector<std::string> words;
    int code;
  };
  WorldWithBox world;
  world.on_box({"import", "-", "--month", "2026-10"}, "{\"rating\":\"good\"}\n");
  const Case cases[] = {
      {"a key", {"empty", "--key", "/dev/zero", "--passphrase-file", world.passphrase}, 77},
      {"a passphrase", {"empty", "--passphrase-file", "/dev/zero"}, 77},
      {"a new passphrase",
       {"key", "passphrase", "--passphrase-file", world.passphrase, "--new-passphrase-file", "/dev/zero"},
       77},
      {"feedback to import", {"import", "/dev/zero", "--month", "2026-10"}, 65},
      {"a sheet", {"resort", "/dev/zero", "--passphrase-file", world.passphrase}, 65},
      {"a manifest", {"check", "--manifest", "/dev/zero"}, 65},
      {"a backup", {"restore", "/dev/zero"}, 65},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Outcome outcome = world.on_box(c.words);
    CHECK(outcome.code == c.code);
    CHECK((has(outcome.err, "/dev/zero") || has(outcome.out, "/dev/zero") || c.words[0] == "restore"));
  }
  for (const char* name : {"postbox.toml", "config/urgent.toml"}) {
    CAPTURE(name);
    std::filesystem::create_directory(world.box() / "config");
    std::filesystem::remove(world.box() / name);
    std::filesystem::create_symlink("/dev/zero", world.box() / name);
    CHECK(world.on_box({"check"}).code == 78);
    std::filesystem::remove(world.box() / name);
  }
  std::filesystem::rename(world.box() / "box.pub", world.box() / "aside");
  std::filesystem::create_symlink("/dev/zero", world.box() / "box.pub");
  CHECK(world.on_box({"check"}).code == 77);
}

TEST_CASE("check: a pipe in the place of a file of the box is named, and nobody waits for its writer") {
  struct Case {
    const char* name;
    int code;
  };
  const Case cases[] = {
      {"postbox.toml", 78},
      {"config/form.toml", 78},
      {"config/weights.txt", 78},
      {"config/messages/pl.toml", 78},
      {"box.pub", 77},
      {"safeguarding.pub", 77},
      {"box.handovers", 77},
      {"keys/box.key", 77},
      {"box.db", 74},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    WorldWithBox world;
    const Path pipe = world.box() / c.name;
    make_folders(world.files, pipe.parent_path(), 0700);
    world.files.remove(pipe);
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const Outcome outcome = world.on_box({"check"});
    CHECK(outcome.code == c.code);
    CHECK(has(outcome.out + outcome.err, pipe.filename().string()));
    CHECK(has(outcome.out + outcome.err, "is a pipe"));
  }
}

TEST_CASE("what the caller hands over by name may come from a pipe, as the shell's <(...)") {
  WorldWithBox world;
  const Path pipe = world.folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const auto run_with = [&](const std::string& text, const std::vector<std::string>& words) {
    std::thread writer([&] { std::ofstream(pipe) << text; });
    const Outcome outcome = world.on_box(words);
    writer.join();
    return outcome.code;
  };
  const std::string in_pipe = pipe.string();
  CHECK(run_with("{\"rating\":\"good\"}\n", {"import", in_pipe, "--month", "2026-10"}) == 0);
  CHECK(run_with("no sheet at all", {"resort", in_pipe, "--passphrase-file", world.passphrase}) == 65);
  CHECK(run_with("wrong words\n", {"empty", "--passphrase-file", in_pipe}) == 77);
  CHECK(run_with("correct horse battery\n", {"empty", "--passphrase-file", in_pipe}) == 0);
}

TEST_CASE("a folder is refused with the code of the file that it was given for") {
  struct Case {
    const char* why;
    std::vector<std::string> words;
    int code;
  };
  WorldWithBox world;
  world.on_box({"import", "-", "--month", "2026-10"}, "{\"rating\":\"good\"}\n");
  const std::string folder = world.folder.path().string();
  const Case cases[] = {
      {"a key", {"empty", "--key", folder, "--passphrase-file", world.passphrase}, 77},
      {"a passphrase", {"empty", "--passphrase-file", folder}, 77},
      {"a key to change", {"key", "passphrase", "--key", folder, "--passphrase-file", world.passphrase}, 77},
      {"feedback to import", {"import", folder, "--month", "2026-10"}, 66},
      {"a sheet", {"resort", folder, "--passphrase-file", world.passphrase}, 66},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Outcome outcome = world.on_box(c.words);
    CHECK(outcome.code == c.code);
    CHECK(has(outcome.err, "is a folder"));
    CHECK(has(outcome.err, "right file"));
  }
}

TEST_CASE("check: a secret key that nothing opens is named before the day when it is needed") {
  WorldWithBox world;
  const Path key = world.box() / "keys" / "box.key";
  const std::string good = world.files.read(key);
  const std::string other = world.files.read(world.box() / "keys" / "safeguarding.key");
  struct Case {
    const char* why;
    std::string text;
    const char* named;
  };
  const Case cases[] = {
      {"empty", "", "no secret key file"},
      {"cut off", good.substr(0, good.size() - 20), "no secret key file"},
      {"the public key in its place", world.files.read(world.box() / "box.pub"), "no secret key file"},
      {"something behind it", good + "\n", "no secret key file"},
      {"another name for it", "id: 0000" + good, "no secret key file"},
      {"the other key in its place", other, "the key of another box"},
      {"weaker than any", with(good, "argon2id-passes: 3", "argon2id-passes: 2"), "protected too weakly"},
      {"more work than any", with(good, "argon2id-passes: 3", "argon2id-passes: 17"), "more work or memory"},
      {"far too long", std::string(100000, 'A'), "more than 4096 bytes"},
  };
  world.on_box({"import", "-", "--month", "2026-10"}, "{\"rating\":\"good\"}\n");
  REQUIRE(world.on_box({"check"}).code == 0);
  for (const Case& c : cases) {
    CAPTURE(c.why);
    write_atomically(world.files, key, c.text, 0600);
    const Outcome outcome = world.on_box({"check"});
    CHECK(outcome.code == 77);
    CHECK(has(outcome.out, c.named));
    CHECK(has(outcome.out, "box.key"));
    CHECK(world.on_box({"empty", "--passphrase-file", world.passphrase}).code == 77);  // both say so
  }
}

TEST_CASE("keys: files that an editor on Windows has saved are read as before") {
  WorldWithBox world;
  for (const char* name : {"box.pub", "safeguarding.pub", "keys/box.key", "keys/safeguarding.key"}) {
    std::string saved;
    for (const char c : world.files.read(world.box() / name)) saved += c == '\n' ? "\r\n" : std::string(1, c);
    write_atomically(world.files, world.box() / name, saved, 0600);
  }
  world.on_box({"import", "-", "--month", "2026-10"}, "{\"rating\":\"good\"}\n");
  CHECK(world.on_box({"check"}).code == 0);
  CHECK(world.on_box({"empty", "--passphrase-file", world.passphrase}).code == 0);
  CHECK(world.on_box({"key", "rotate", "--passphrase-file", world.passphrase}).code == 0);
  CHECK(world.on_box({"check"}).code == 0);
}

TEST_CASE("check: what is no plain file in a pack was added or is not what was written, and is not read") {
  WorldWithBox world;
  world.on_box({"import", "-", "--month", "2026-10"}, "{\"rating\":\"good\"}\n");
  REQUIRE(world.on_box({"empty", "--passphrase-file", world.passphrase}).code == 0);
  const Path pack = world.box() / "exports" / "2026-10";
  const Path table = pack / "unsorted" / "feedback.csv";
  std::filesystem::remove(table);
  REQUIRE(::mkfifo(table.c_str(), 0600) == 0);  // whoever opens it waits for ever
  std::filesystem::create_symlink("/dev/zero", pack / "endless");
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"check"}, {"check", "--manifest", (pack / "manifest.json").string()}}) {
    const Outcome outcome = world.on_box(words);
    CHECK(outcome.code == 65);
    CHECK(has(outcome.out, "unsorted/feedback.csv is not what was written"));
    CHECK(has(outcome.out, "endless was added"));
  }
}

TEST_CASE("import: whoever cannot be told that all is sealed is told not to import it again") {
  WorldWithBox world;
  TakesNothing nowhere;
  std::ostream out(&nowhere);
  std::istringstream in("{\"rating\":\"good\"}\n");
  std::ostringstream err;
  cli::World silent{.files = world.files,
                    .clock = world.clock,
                    .random = world.random,
                    .in = in,
                    .out = out,
                    .err = err,
                    .shipped = POSTBOX_SOURCE_DIR,
                    .credentials = {},
                    .ask = {}};
  CHECK(cli::run({"import", "-", "--month", "2026-10", "--dir", world.box().string()}, silent) == 74);
  CHECK(has(err.str(), "all is imported: 1 sealed into 2026-10"));
  CHECK(has(err.str(), "do not import it again"));
  CHECK(has(world.on_box({"empty", "--passphrase-file", world.passphrase}).out, "read 1 "));
}

TEST_CASE("check: a damaged database is named once, with the way back") {
  struct Case {
    const char* why;
    void (*damage)(const Path& database);
    int code;
    const char* said;
    const char* hint;
  };
  const Case cases[] = {
      {"no bytes", [](const Path& db) { std::filesystem::resize_file(db, 0); }, 74, "box.db is empty",
       "postbox restore"},
      {"half of it", [](const Path& db) { std::filesystem::resize_file(db, 30000); }, 74, "damaged",
       "postbox restore"},
      {"no SQLite",
       [](const Path& db) {
         PosixFileSystem files;
         write_atomically(files, db, std::string(20000, 'x'), 0600);
       },
       74, "not a database", "postbox restore"},
      {"a folder",
       [](const Path& db) {
         std::filesystem::remove(db);
         std::filesystem::create_directory(db);
       },
       74, "is a folder", "postbox restore"},
      {"another program's tables",
       [](const Path& db) {
         store::Connection box(db);
         box.run("DROP TABLE month_counts; DROP TABLE claims; DROP TABLE emptyings");
       },
       74, "no such table", "postbox restore"},
      {"a newer program's", [](const Path& db) { store::Connection(db).run("PRAGMA user_version = 99"); }, 78,
       "newer version", "install the newer version"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    WorldWithBox world;
    c.damage(world.box() / "box.db");
    const Outcome outcome = world.on_box({"check"});
    CAPTURE(outcome.out);
    CHECK(outcome.code == c.code);
    CHECK(has(outcome.out, c.said));
    CHECK(has(outcome.out, c.hint));
    std::size_t wrong = 0;
    for (std::size_t at = outcome.out.find("wrong "); at != std::string::npos;
         at = outcome.out.find("wrong ", at + 1)) {
      ++wrong;
    }
    CHECK(wrong == 1);
  }
}

TEST_CASE("check: a clock that is wrong is named") {
  WorldWithBox world;
  CHECK(has(world.on_box({"check"}).out, "good     clock"));
  world.on_box({"import", "-", "--month", "2026-10"}, "{\"rating\":\"good\"}\n");
  struct Case {
    const char* why;
    std::chrono::sys_seconds at;
    int code;
    const char* said;
  };
  const Case cases[] = {
      {"nobody set it", at_utc(1970, 1, 1), 74, "the clock of this machine stands in 1970"},
      {"too far", at_utc(2100, 1, 1), 74, "the clock of this machine stands in 2100"},
      {"set back", at_utc(2026, 9, 30), 0,
       "the box holds feedback of 2026-10, and the clock stands in 2026-09"},
      {"the same month", at_utc(2026, 10, 1), 0, "good     clock"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    world.clock.set(c.at);
    const Outcome outcome = world.on_box({"check"});
    CHECK(outcome.code == c.code);
    CHECK(has(outcome.out, c.said));
  }
}

TEST_CASE("check: months that exports/ knows and the database does not are named") {
  WorldWithBox world;
  const std::string fresh = world.files.read(world.box() / "box.db");
  for (const char* month : {"2026-09", "2026-10"}) {
    world.on_box({"import", "-", "--month", month}, "{\"rating\":\"good\"}\n");
  }
  REQUIRE(world.on_box({"empty", "--passphrase-file", world.passphrase}).code == 0);
  CHECK(world.on_box({"check"}).code == 0);

  for (const std::string& forgetful : {fresh, std::string()}) {
    for (const char* log : {"box.db-wal", "box.db-shm"}) world.files.remove(world.box() / log);
    write_atomically(world.files, world.box() / "box.db", forgetful, 0600);
    const Outcome outcome = world.on_box({"check"});
    CHECK(outcome.code != 0);
    CHECK(has(outcome.out, "exports/2026-09 was delivered from this box"));
    CHECK(has(outcome.out, "exports/2026-10 was delivered from this box"));
    CHECK(has(outcome.out, "postbox restore FILE --replace"));
  }
  // A pack of somebody else's box says nothing of this one.
  std::filesystem::resize_file(world.box() / "exports" / "2026-09" / "manifest.json.sig", 0);
  CHECK_FALSE(has(world.on_box({"check"}).out, "2026-09"));
}

TEST_CASE("usage: the word that is not known is named") {
  PlayedWorld world;
  for (const std::vector<std::string>& words : {std::vector<std::string>{"zap"},
                                                {"key", "zap"},
                                                {"--dir", "here", "zap"},
                                                {"zap", "--json"},
                                                {"empty", "zap"}}) {
    const Outcome outcome = world.run(words);
    CHECK(outcome.code == 64);
    CHECK(has(outcome.err, "there is no command or argument zap"));
  }
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--zap"}, {"--zap", "empty"}, {"empty", "--zap"}, {"import", "--zap"}}) {
    const Outcome outcome = world.run(words);
    CHECK(outcome.code == 64);
    CHECK(has(outcome.err, "there is no option --zap"));
  }
}
