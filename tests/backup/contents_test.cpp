#include "backup/contents.hpp"

#include <doctest/doctest.h>

using namespace postbox::backup;

namespace {

Contents example() {
  return {.made_on = "2026-11-06",
          .schema = 7,
          .submissions = 12,
          .files = {{"box.pub", 161, std::string(64, 'a')}, {"box.db", 8192, std::string(64, '0')}}};
}

std::string with(const std::string& from, const std::string& to) {
  std::string text = write_contents(example());
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("contents: what was written is read") {
  const auto read = read_contents(write_contents(example()));
  REQUIRE(read);
  CHECK(read->made_on == "2026-11-06");
  CHECK(read->schema == 7);
  CHECK(read->submissions == 12);
  REQUIRE(read->files.size() == 2);
  CHECK(read->files[0].path == "box.pub");
  CHECK(read->files[1].bytes == 8192);
}

TEST_CASE("contents: anything else is refused") {
  struct Case {
    const char* why;
    std::string text;
  };
  const Case cases[] = {
      {"nothing", ""},
      {"no JSON", "{"},
      {"no UTF-8", with("2026", "\xFF")},
      {"a list", "[]"},
      {"another format", with("postbox-backup-1", "postbox-backup-2")},
      {"no such day", with("2026-11-06", "2026-13-06")},
      {"a day with words", with("2026-11-06", "2026-11-xx")},
      {"a number as text", with("\"schema\": 7", "\"schema\": \"7\"")},
      {"an unknown key", with("\"schema\"", "\"extra\": 1, \"schema\"")},
      {"white space", with("\"schema\": 7", "\"schema\":  7")},
      {"a sum that is none", with("aaaa", "AAAA")},
      {"the database is not the last", with("box.db", "postbox.toml")},
      {"a secret key", with("box.pub", "keys/box.key")},
      {"a way up", with("box.pub", "config/../../x")},
      {"the root", with("box.pub", "/etc/passwd")},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK_FALSE(read_contents(c.text));
  }
}

TEST_CASE("contents: what belongs into a backup") {
  for (const char* path : {"box.db", "box.pub", "safeguarding.pub", "postbox.toml", "config/routes.toml",
                           "config/messages/pl.toml", "config/our words.toml"}) {
    CAPTURE(path);
    CHECK(belongs_into_backup(path));
  }
  const std::string long_name = "config/" + std::string(100, 'x');
  for (const char* path :
       {"", "box.db-wal", "keys/box.key", "exports/2026-11/manifest.json", "published/trends.html", "config/",
        "config", "config//x", "config/./x", "config/../box.pub", "../box.pub", "/box.pub", "config/\x1b[2J",
        "config/\xFF", long_name.c_str()}) {
    CAPTURE(path);
    CHECK_FALSE(belongs_into_backup(path));
  }
}
