#include <doctest/doctest.h>

#include "cli/played_world.hpp"
#include "store/connection.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::test;
using nlohmann::json;

namespace {

constexpr const char* three_lines =
    "{\"feedback\":\"The taxi was late\",\"areas\":[\"transport\"],\"district\":\"carlisle\"}\n"
    "\n"
    "{\"rating\":\"good\"}\r\n"
    "{\"could_be_better\":\"Our SENCO left and nobody told us\",\"district\":\"eden\"}";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("init: makes a box that is private, proven, and never overwritten") {
  WorldWithBox world;
  CHECK(world.files.mode(world.box()) == 0700);
  CHECK(world.files.mode(world.box() / "keys") == 0700);
  CHECK(world.files.mode(world.box() / "keys" / "box.key") == 0600);
  CHECK(world.files.mode(world.box() / "keys" / "safeguarding.key") == 0600);

  const std::string before = world.files.read(world.box() / "keys" / "box.key");
  const Outcome again = world.on_box({"init", "--passphrase-file", world.passphrase});
  CHECK(again.code == 73);
  CHECK(world.files.read(world.box() / "keys" / "box.key") == before);
}

TEST_CASE("init: one passphrase may serve both keys, with a warning; the keys may lie elsewhere") {
  PlayedWorld world;
  const std::string file = world.write("p", "short").string();
  const Outcome made =
      world.on_box({"init", "--keys-dir", (world.folder / "stick").string(), "--passphrase-file", file});
  CHECK(made.code == 0);
  CHECK(has(made.err, "both keys have the same passphrase"));
  CHECK(has(made.err, "short"));
  CHECK(world.files.exists(world.folder / "stick" / "box.key"));
  CHECK_FALSE(world.files.exists(world.box() / "keys"));

  world.on_box({"import", "-", "--month", "2026-10"}, three_lines);
  CHECK(world.on_box({"empty", "--passphrase-file", file}).code == 0);
}

TEST_CASE("init: a folder that is there is closed to others, or refused before anything is made") {
  struct Case {
    const char* why;
    const char* folder;
    std::filesystem::perms mode;
    const char* holds;
    int code;
  };
  using std::filesystem::perms;
  const auto open = perms(0755);
  const Case cases[] = {{"empty keys", "stick", open, "", 0},
                        {"keys beside other things", "stick", open, "holiday.jpg", 73},
                        {"the same, closed by its owner", "stick", perms(0700), "holiday.jpg", 0},
                        {"empty box", "box", open, "", 0},
                        {"a box's settings", "box", open, "postbox.toml", 0},
                        {"a box beside other things", "box", open, "holiday.jpg", 73}};
  for (const Case& c : cases) {
    CAPTURE(c.why);
    PlayedWorld world;
    const Path folder = world.folder / c.folder;
    std::filesystem::create_directory(folder);
    if (*c.holds != '\0') world.write(std::string(c.folder) + "/" + c.holds, "");
    std::filesystem::permissions(folder, c.mode);
    const Outcome made = world.on_box({"init", "--keys-dir", (world.folder / "stick").string(),
                                       "--passphrase-file", world.write("p", "p").string()});
    CHECK(made.code == c.code);
    if (c.code == 0) {
      CHECK(world.files.mode(folder) == 0700);
    } else {
      CHECK(has(made.err, "holiday.jpg"));
      CHECK(world.files.list(folder) == std::vector<std::string>{c.holds});
      CHECK(world.files.mode(folder) == 0755);
    }
  }
}

TEST_CASE("init: settings that are there already are read first, and say where the keys go") {
  PlayedWorld world;
  std::filesystem::create_directory(world.box());
  const std::string passphrase = world.write("p", "p").string();
  world.write("box/postbox.toml", "colour = 'red'\n");
  const Outcome refused = world.on_box({"init", "--passphrase-file", passphrase});
  CHECK(refused.code == 78);
  CHECK(world.files.list(world.box()) == std::vector<std::string>{"postbox.toml"});

  world.write("box/postbox.toml", "keys_folder = 'safe'\n");
  CHECK(world.on_box({"init", "--passphrase-file", passphrase}).code == 0);
  CHECK(world.files.exists(world.box() / "safe" / "box.key"));
  CHECK_FALSE(world.files.exists(world.box() / "keys"));
}

TEST_CASE("init: without a passphrase nothing is made") {
  PlayedWorld world;
  CHECK(world.on_box({"init"}).code == 77);
  CHECK(world.on_box({"init", "--passphrase-file", world.write("p", "\n").string()}).code == 77);
  CHECK(world.on_box({"init", "--passphrase-file", "/no/such/file"}).code == 77);
  world.ask = [n = 0](const std::string&) mutable {
    return std::optional<std::string>(n++ == 0 ? "one" : "two");
  };
  CHECK(world.on_box({"init"}).code == 77);
  CHECK_FALSE(world.files.exists(world.box()));
}

TEST_CASE("import: seals what can be read back by an emptying, and by nothing else") {
  WorldWithBox world;
  const Outcome sealed = world.on_box({"import", "-", "--month", "2026-10"}, three_lines);
  CHECK(sealed.code == 0);
  CHECK(sealed.out == "sealed 3 into 2026-10\n");
  CHECK_FALSE(has(world.files.read(world.box() / "box.db"), "SENCO"));

  const Outcome emptied = world.on_box({"empty", "--passphrase-file", world.passphrase, "--json"});
  REQUIRE(emptied.code == 0);
  const json packs = json::parse(emptied.out);
  REQUIRE(packs.size() == 1);
  CHECK(packs[0]["counts"]["read"] == 3);
  CHECK(packs[0]["pack"] == "2026-10");
}

TEST_CASE("import: all or none, and every bad line is named") {
  struct Case {
    const char* why;
    std::string line;
    std::string named;
  };
  const Case cases[] = {
      {"not JSON", "{", "line 2"},
      {"an unknown key", R"({"feedbak":"x"})", "/feedbak"},
      {"an unknown value", R"({"rating":"superb"})", "/rating"},
      {"says nothing", "{}", "line 2"},
      {"an array", "[]", "line 2"},
  };
  const std::string good = "{\"rating\":\"good\"}\n";
  WorldWithBox world;
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Outcome refused = world.on_box({"import", "-", "--month", "2026-10"}, good + c.line);
    CHECK(refused.code == 65);
    CHECK(has(refused.err, c.named));
    CHECK(refused.out.empty());
  }
  const Outcome nothing = world.on_box({"empty"});
  CHECK(nothing.code == 0);
  CHECK(has(nothing.err, "nothing is due"));
}

TEST_CASE("import: one byte order mark, as Excel and Notepad write it, is no part of the first line") {
  struct Case {
    const char* why;
    std::string input;
    int code;
    const char* said;
  };
  const std::string mark = "\xEF\xBB\xBF";
  const std::string good = "{\"rating\":\"good\"}\r\n";
  const Case cases[] = {
      {"at the start", mark + good + good, 0, "sealed 2"},
      {"and nothing else", mark, 0, "sealed 0"},
      {"before an empty line", mark + "\r\n" + good, 0, "sealed 1"},
      {"two of them", mark + mark + good, 65, "line 1: "},
      {"at the start of the second line", good + mark + good, 65, "line 2: "},
      {"half of one", mark.substr(0, 2) + good, 65, "line 1: "},
  };
  WorldWithBox world;
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const std::string file = world.write("paper.jsonl", c.input).string();
    for (const Outcome& outcome : {world.on_box({"import", "-", "--month", "2026-10"}, c.input),
                                   world.on_box({"import", file, "--month", "2026-10"})}) {
      CHECK(outcome.code == c.code);
      CHECK(has(outcome.out + outcome.err, c.said));
    }
  }
}

TEST_CASE("import: messages never carry the words of a family, and steer no terminal") {
  struct Case {
    const char* why;
    std::string line;
    std::string named;
  };
  const Case cases[] = {
      {"words beside a wrong answer", R"({"feedback":"marker words","rating":"superb"})",
       "/rating is not one"},
      {"words where an answer is chosen", R"({"rating":"marker"})", "/rating is not one"},
      {"words in a list of answers", R"({"areas":["camhs","marker"]})", "/areas/1 is not one"},
      {"a story for a name", R"({"my son is sad, and everybody at school knows it: marker":"x"})", "/my son"},
      {"a name that clears the screen", R"({"\u001b[2J\u009b":"x"})", "/\xEF\xBF\xBD[2J\xEF\xBF\xBD the"},
      {"a name of two lines", R"({"a\nline 9":"x"})", "/a\xEF\xBF\xBDline 9 the"},
      {"a name that turns the line round", R"({"\u202ea":"x"})",
       "/\xEF\xBF\xBD"
       "a the"},
  };
  WorldWithBox world;
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Outcome refused = world.on_box({"import", "-", "--month", "2026-10"}, c.line);
    CHECK(refused.code == 65);
    CHECK(has(refused.err, c.named));
    CHECK_FALSE(has(refused.err, "marker"));
    CHECK_FALSE(has(refused.err, "\x1B"));
  }
}

TEST_CASE("exit codes: wrong calls and missing things, each with its own") {
  WorldWithBox world;
  world.on_box({"import", "-", "--month", "2026-10"}, three_lines);
  const std::string wrong = world.write("wrong", "not the passphrase").string();
  struct Case {
    const char* why;
    std::vector<std::string> words;
    int code;
  };
  const Case cases[] = {
      {"no command", {}, 64},
      {"unknown command", {"shred"}, 64},
      {"unknown option", {"empty", "--everything"}, 64},
      {"no such month", {"empty", "--month", "2026-13"}, 64},
      {"the running month", {"empty", "--month", "2026-11", "--passphrase-file", world.passphrase}, 64},
      {"a month in the future", {"empty", "--month", "2026-12", "--up-to-now"}, 64},
      {"import without a month", {"import", "-"}, 64},
      {"import into the future", {"import", "-", "--month", "2026-12"}, 65},
      {"import of no file", {"import", "/no/such/file", "--month", "2026-10"}, 66},
      {"no passphrase", {"empty"}, 77},
      {"wrong passphrase", {"empty", "--passphrase-file", wrong}, 77},
      {"no key there", {"empty", "--key", "/no/such/key", "--passphrase-file", world.passphrase}, 77},
      {"another key",
       {"empty", "--key", (world.box() / "keys" / "safeguarding.key").string(), "--passphrase-file",
        world.write("s", "another one entirely").string()},
       77},
      {"no manifest there", {"check", "--manifest", "/no/such/manifest.json"}, 66},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Outcome outcome = world.on_box(c.words);
    CHECK(outcome.code == c.code);
    CHECK_FALSE(outcome.err.empty());
    CHECK(outcome.out.empty());
  }
  for (const char* command : {"empty", "purge", "check"}) {
    CAPTURE(command);
    CHECK(world.run({command, "--dir", (world.folder / "nowhere").string()}).code == 66);
  }
}

TEST_CASE("--dir is taken before and after the command's name") {
  WorldWithBox world;
  CHECK(world.run({"--dir", world.box().string(), "key", "show"}).code == 0);
  CHECK(world.run({"key", "show", "--dir", world.box().string()}).code == 0);
  CHECK(world.run({"key", "--dir", world.box().string(), "show"}).code == 0);
}

TEST_CASE("help and version go to standard output") {
  PlayedWorld world;
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--help"},
                                                {"empty", "--help"},
                                                {"key", "passphrase", "--help"},
                                                {"--version"}}) {
    const Outcome outcome = world.run(words);
    CHECK(outcome.code == 0);
    CHECK_FALSE(outcome.out.empty());
  }
}

TEST_CASE("empty: a passphrase comes from the credentials of the service manager too") {
  WorldWithBox world;
  world.on_box({"import", "-", "--month", "2026-10"}, three_lines);
  world.files.make_folder(world.folder / "credentials", 0700);
  world.write("credentials/box-passphrase", "correct horse battery");
  world.credentials = world.folder / "credentials";
  CHECK(world.on_box({"empty"}).code == 0);
}

TEST_CASE("empty: a record that does not open ends in 65, and the rest is delivered") {
  WorldWithBox world;
  world.on_box({"import", "-", "--month", "2026-10"}, three_lines);
  {
    store::Connection connection(world.box() / "box.db");
    connection.run("INSERT INTO sealed_submissions VALUES (5, '2026-10', x'00')");
  }
  const Outcome outcome = world.on_box({"empty", "--passphrase-file", world.passphrase});
  CHECK(outcome.code == 65);
  CHECK(has(outcome.out, "read 4 = opened 3 + refused 1"));
  CHECK(has(outcome.err, "did not open"));
}

TEST_CASE("empty: what could show who is meant waits for a look, and the setting lets it pass") {
  const char* rare =
      R"({"feedback": "The taxi left the only deaf girl in Bootle behind", "areas": ["transport"]})";
  for (const bool hold : {true, false}) {
    CAPTURE(hold);
    WorldWithBox world;
    if (!hold) {
      const Path settings = world.box() / "postbox.toml";
      std::string text = world.files.read(settings);
      const std::string_view shipped = "hold_for_a_look = true";
      REQUIRE(text.find(shipped) != std::string::npos);
      text.replace(text.find(shipped), shipped.size(), "hold_for_a_look = false");
      write_atomically(world.files, settings, text, 0600);
    }
    world.on_box({"import", "-", "--month", "2026-10"}, rare);
    const Outcome outcome = world.on_box({"empty", "--passphrase-file", world.passphrase});
    CHECK(outcome.code == 0);
    CHECK(has(outcome.out, hold ? "delivered 0 + unsorted 1" : "delivered 1 + unsorted 0"));
    CHECK(has(outcome.err, "1 of the unsorted could show who is meant") == hold);
    CHECK_FALSE(has(outcome.err, "Bootle"));
  }
}

TEST_CASE("check: a new box is well; what is wrong is said with what to do") {
  WorldWithBox world;
  const Outcome well = world.on_box({"check"});
  CAPTURE(well.out);
  CHECK(well.code == 0);
  CHECK_FALSE(has(well.out, "wrong"));

  struct Case {
    const char* why;
    std::function<void()> damage;
    int code;
    const char* said;
  };
  const Path box = world.box();
  const auto put = [&](const char* name, const std::string& text) {
    world.files.make_folder(box / "config", 0700);
    write_atomically(world.files, box / name, text, 0644);
  };
  const Case cases[] = {
      {"a typing slip in the settings", [&] { put("postbox.toml", "retention_day = 3\n"); }, 78,
       "retention_day"},
      {"no TOML", [&] { put("postbox.toml", "retention_days = \n"); }, 78, "postbox.toml:1"},
      {"a form that could not be sealed",
       [&] {
         put("postbox.toml", "");
         put("config/form.toml", "broken = true\n");
       },
       78, "form.toml"},
      {"a secret key that others can read",
       [&] {
         std::filesystem::remove(box / "config" / "form.toml");
         std::filesystem::permissions(box / "keys" / "box.key", std::filesystem::perms(0644));
       },
       77, "chmod 600"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    c.damage();
    const Outcome outcome = world.on_box({"check"});
    CHECK(outcome.code == c.code);
    CHECK(has(outcome.out + outcome.err, c.said));
  }
}

TEST_CASE("check: first names of staff in praise are a warning, a wrong list of roles a mistake") {
  WorldWithBox world;
  const Path settings = world.box() / "postbox.toml";
  write_atomically(world.files, settings, "staff_first_names_in_praise = true\n", 0600);
  const Outcome warned = world.on_box({"check"});
  CHECK(warned.code == 0);
  CHECK(has(warned.out, "first names of staff stay in praise"));
  for (const char* file : {"staff_roles.toml", "rare.toml"}) {
    CAPTURE(file);
    world.files.make_folder(world.box() / "config", 0700);
    write_atomically(world.files, world.box() / "config" / file, "source = 1\n", 0600);
    CHECK(world.on_box({"check"}).code == 78);
    world.files.remove(world.box() / "config");
  }
}

TEST_CASE("check --manifest: a pack as written is 0, a changed one 65") {
  WorldWithBox world;
  world.on_box({"import", "-", "--month", "2026-10"}, three_lines);
  REQUIRE(world.on_box({"empty", "--passphrase-file", world.passphrase}).code == 0);
  const Path pack = world.box() / "exports" / "2026-10";
  const std::string manifest = (pack / "manifest.json").string();
  CHECK(world.on_box({"check", "--manifest", manifest}).code == 0);
  CHECK(world.on_box({"check", "--manifest", pack.string()}).code == 0);  // the pack's folder will do
  write_atomically(world.files, pack / "manifest.json", world.files.read(pack / "manifest.json") + "\n",
                   0600);
  CHECK(world.on_box({"check", "--manifest", manifest}).code == 65);
  CHECK(world.on_box({"check", "--manifest", pack.string()}).code == 65);
  CHECK(world.on_box({"check"}).code == 65);
}

TEST_CASE("purge: before the retention time is over nothing goes, after it everything that was exported") {
  WorldWithBox world;
  world.on_box({"import", "-", "--month", "2026-10"}, three_lines);
  REQUIRE(world.on_box({"empty", "--passphrase-file", world.passphrase}).code == 0);
  world.on_box({"import", "-", "--month", "2026-11"}, three_lines);

  world.clock.advance(std::chrono::days{89});
  CHECK(json::parse(world.on_box({"purge", "--json"}).out)["removed"] == 0);
  world.clock.advance(std::chrono::days{1});
  CHECK(json::parse(world.on_box({"purge", "--dry-run", "--json"}).out)["removed"] == 3);
  CHECK(json::parse(world.on_box({"purge", "--json"}).out)["removed"] == 3);
  CHECK(json::parse(world.on_box({"purge", "--json"}).out)["removed"] == 0);
  CHECK(json::parse(world
                        .on_box({"empty", "--month", "2026-11", "--dry-run", "--json", "--passphrase-file",
                                 world.passphrase})
                        .out)[0]["counts"]["read"] == 3);
}

TEST_CASE("one command at a time works on what an emptying needs") {
  WorldWithBox world;
  world.on_box({"import", "-", "--month", "2026-10"}, three_lines);
  const std::string backup = (world.folder / "box.tar").string();
  REQUIRE(world.on_box({"backup", backup}).code == 0);
  const std::vector<std::string> commands[] = {
      {"empty", "--passphrase-file", world.passphrase},
      {"key", "rotate", "--passphrase-file", world.passphrase},
      {"purge"},
      {"restore", backup, "--replace"},
  };
  const auto held = world.files.try_lock(world.box() / "emptying.lock");
  for (const auto& command : commands) {
    CAPTURE(command.front());
    const Outcome refused = world.on_box(command);
    CHECK(refused.code == 75);
    CHECK(has(refused.err, "another command of this box is running"));
  }
  CHECK(world.on_box({"purge", "--dry-run"}).code == 0);
}

TEST_CASE("empty: packs do not go among the box's own files") {
  WorldWithBox world;
  world.on_box({"import", "-", "--month", "2026-10"}, three_lines);
  for (const char* own : {"keys", "keys/packs", "keys/../config", "published"}) {
    CAPTURE(own);
    CHECK(
        world.on_box({"empty", "--passphrase-file", world.passphrase, "--out", (world.box() / own).string()})
            .code == 73);
  }
  CHECK(
      world
          .on_box({"empty", "--passphrase-file", world.passphrase, "--out", (world.box() / "packs").string()})
          .code == 0);
}

TEST_CASE("key passphrase: which files were changed, as JSON") {
  WorldWithBox world;
  const Outcome changed = world.on_box({"key", "passphrase", "--json", "--passphrase-file", world.passphrase,
                                        "--new-passphrase-file", world.write("new", "another").string()});
  CHECK(changed.code == 0);
  CHECK(json::parse(changed.out)["changed"] == json::array({(world.box() / "keys" / "box.key").string()}));
}

TEST_CASE("key passphrase: the new one opens, the old one no longer") {
  WorldWithBox world;
  const std::string next = world.write("next", "a new passphrase").string();
  const auto change = [&](const std::string& from, const std::string& to) {
    return world.on_box({"key", "passphrase", "--passphrase-file", from, "--new-passphrase-file", to}).code;
  };
  CHECK(change(world.passphrase, next) == 0);
  CHECK(change(world.passphrase, next) == 77);
  CHECK(change(next, world.passphrase) == 0);
  CHECK(world.files.mode(world.box() / "keys" / "box.key") == 0600);
}
