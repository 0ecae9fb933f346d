#include "config/languages_file.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/error.hpp"
#include "support/temp_folder.hpp"

using namespace postbox;

namespace {

const PosixFileSystem& files() {
  static const PosixFileSystem all;
  return all;
}

std::string shipped() { return files().read(Path(POSTBOX_SOURCE_DIR) / "config" / "languages.toml"); }

// What is said of the file with one thing changed; "" where it is taken.
std::string fault_with(const std::string& what, const std::string& with) {
  const test::TempFolder box;
  std::string toml = shipped();
  const std::size_t at = toml.find(what);
  REQUIRE(at != std::string::npos);
  toml.replace(at, what.size(), with);
  PosixFileSystem disk;
  disk.make_folder(box.path() / "config", 0700);
  write_atomically(disk, box.path() / "config" / "languages.toml", toml, 0600);
  try {
    config::read_languages(disk, {box.path(), POSTBOX_SOURCE_DIR});
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("languages: the shipped file can be read") {
  const auto words = config::read_languages(files(), {"/no/such/box", POSTBOX_SOURCE_DIR});
  CHECK(words.languages.size() > 25);
  CHECK(words.english.size() > 250);
  CHECK(words.scripts.at("bengali") == "Bengali");
  CHECK(words.danger.size() > 500);
}

TEST_CASE("languages: a mistake is named with file and line") {
  struct Case {
    const char* why;
    const char* what;
    const char* with;
    const char* said;
  };
  const Case cases[] = {
      {"nothing changed", "[scripts]", "[scripts]", ""},
      {"an unknown script", "script = \"cyrillic\"", "script = \"runes\"", "runes"},
      {"a script without a name", "bengali = \"Bengali\"", "bengali = \"\"", "without a name"},
      {"a script left out", "bengali = \"Bengali\"", "", "bengali"},
      {"a script that nobody knows", "bengali = ", "runes = \"Old\"\nbengali = ", "runes"},
      {"a word that is English", "  nie się ", "  nie się with ", "with"},
      {"a capital", "  nie się ", "  nie Się ", "Się"},
      {"two words with a mark", "  nie się ", "  nie się,że ", "się,że"},
      {"danger without a word", "\"samobój*\"", "\" . \"", "no phrase"},
      {"danger of too few letters", "\"samobój*\"", "\"sa*\"", "sa*"},
      {"a star in the middle", "\"samobój*\"", "\"samo*bój\"", "samo*bój"},
      {"two words inside a word", "\"samobój*\"", "\"*się zabić*\"", "no phrase"},
      {"danger in English", "\"samobój*\"", "\"away with him\"", "is English"},
      {"no danger at all", "[danger]", "[dangers]", "dangers"},
      {"an unknown key", "[languages.\"Polish\"]", "[languages.\"Polish\"]\nword = \"x\"", "word"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const std::string said = fault_with(c.what, c.with);
    CHECK(said.find(c.said) != std::string::npos);
    CHECK(said.empty() == (std::string(c.said).empty()));
    if (!said.empty()) CHECK(said.find("languages.toml:") != std::string::npos);
  }
}
