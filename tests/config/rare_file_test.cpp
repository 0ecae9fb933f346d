#include "config/rare_file.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "support/temp_folder.hpp"

using namespace postbox;
using namespace postbox::config;

TEST_CASE("rare file: the shipped one is read") {
  const redact::RareCombinations shipped =
      read_rare_combinations(PosixFileSystem(), {"/no/such/box", POSTBOX_SOURCE_DIR});
  const std::string_view text = "the only deaf girl in Bootle";
  CHECK_FALSE(shipped.find({&text, 1}).empty());
}

TEST_CASE("rare file: what cannot be meant is refused with the line") {
  const PosixFileSystem files;
  const std::string shipped = files.read(Path(POSTBOX_SOURCE_DIR) / "config" / "rare.toml");
  struct Case {
    const char* why;
    const char* from;
    const char* to;
  };
  const Case cases[] = {
      {"a clue that nobody looks for", R"(["only-one", "place"])", R"(["only-one", "star-sign"])"},
      {"one clue is no combination", R"(["only-one", "place"])", R"(["place"])"},
      {"an entry without words", R"("angelman")", R"(" ")"},
      {"a number for a place", R"("bootle")", "7"},
      {"a list that nobody knows", "conditions = [", "illnesses = []\nconditions = ["},
      {"a list left out", "nobody_else = ", "# nobody_else = "},
      {"no source", "source = ", "# source = "},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    std::string text = shipped;
    REQUIRE(text.find(c.from) != std::string::npos);
    text.replace(text.find(c.from), std::string_view(c.from).size(), c.to);
    const test::TempFolder box;
    PosixFileSystem disk;
    disk.make_folder(box / "config", 0700);
    write_atomically(disk, box / "config" / "rare.toml", text, 0600);
    try {
      read_rare_combinations(disk, {box.path(), POSTBOX_SOURCE_DIR});
      FAIL("was taken");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::settings);
      CHECK(std::string(error.what()).find("config/rare.toml:") != std::string::npos);
    }
  }
}
