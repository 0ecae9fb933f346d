// Paths are bytes, and bytes are not always text.
#include <doctest/doctest.h>

#include <filesystem>

#include "cli/played_world.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::test;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr const char* replaced = "\xEF\xBF\xBD";  // U+FFFD

}  // namespace

TEST_CASE("--json: a folder whose name is no UTF-8 is told of when the work is done") {
  WorldWithBox world;
  const Path box = world.folder / "caf\xE9";  // as an old system wrote it
  std::filesystem::rename(world.box(), box);
  const Path backup = world.folder / "caf\xE9.tar";
  struct Case {
    const char* why;
    std::vector<std::string> words;
    const char* path;  // of the text that names the folder
  };
  const Case cases[] = {
      {"what is delivered", {"empty", "--passphrase-file", world.passphrase}, "/0/folder"},
      {"what is published", {"trends", "--passphrase-file", world.passphrase}, "/folder"},
      {"a backup", {"backup", backup.string()}, "/file"},
      {"a pack that is looked at",
       {"check", "--manifest", (box / "exports" / "2026-10").string()},
       "/0/check"},
      {"an earlier key", {"key", "rotate", "--passphrase-file", world.passphrase}, "/kept"},
  };
  world.run({"import", "-", "--month", "2026-10", "--dir", box.string()}, "{\"rating\":\"good\"}\n");
  for (const Case& c : cases) {
    CAPTURE(c.why);
    std::vector<std::string> words = c.words;
    words.insert(words.end(), {"--json", "--dir", box.string()});
    const Outcome outcome = world.run(words);
    CAPTURE(outcome.err);
    CHECK(outcome.code == 0);
    const nlohmann::json said = nlohmann::json::parse(outcome.out);
    const auto folder = said.at(nlohmann::json::json_pointer(c.path)).get<std::string>();
    CHECK(has(folder, std::string("caf") + replaced));
  }
}

TEST_CASE("init: a folder for the keys that the settings cannot name is refused before anything is made") {
  for (const char* name : {"caf\xE9", "rub\x7Fout"}) {
    PlayedWorld world;
    const Outcome outcome =
        world.on_box({"init", "--keys-dir", (world.folder / name).string(), "--passphrase-file",
                      world.write("p", "correct horse battery\n").string()});
    CHECK(outcome.code == 64);
    CHECK(has(outcome.err, "--keys-dir"));
    CHECK_FALSE(std::filesystem::exists(world.box() / "box.pub"));
    CHECK_FALSE(std::filesystem::exists(world.folder / name));
  }
}

TEST_CASE("a name that somebody gave a file steers no terminal") {
  WorldWithBox world;
  world.on_box({"import", "-", "--month", "2026-10"}, "{\"rating\":\"good\"}\n");
  REQUIRE(world.on_box({"empty", "--passphrase-file", world.passphrase}).code == 0);
  const auto pack = world.box() / "exports" / "2026-10";
  write_atomically(world.files, pack / "\x1B[2Jgood  packs", "", 0600);
  write_atomically(world.files, pack / "x\ngood     packs", "", 0600);
  const Outcome found = world.on_box({"check"});
  CHECK(found.code == 65);
  CHECK(has(found.out, std::string(replaced) + "[2Jgood  packs was added"));
  CHECK_FALSE(has(found.out, "\x1B"));
  CHECK(has(found.out, "x good     packs was added"));

  const Outcome nowhere = world.run({"check", "--dir", "\x1B[31mred"});
  CHECK(nowhere.code == 66);
  CHECK(has(nowhere.err, std::string(replaced) + "[31mred"));
  CHECK_FALSE(has(nowhere.err, "\x1B"));
}
