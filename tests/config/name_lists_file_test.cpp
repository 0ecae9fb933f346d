#include "config/name_lists_file.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "support/temp_folder.hpp"

using namespace postbox;
using namespace postbox::config;

TEST_CASE("name lists: the shipped ones are read and are not empty") {
  const redact::Lexicon lexicon = read_name_lists(PosixFileSystem(), {"/no/such/box", POSTBOX_SOURCE_DIR});
  CHECK(lexicon.count(redact::Mark::given) > 1000);
  CHECK(lexicon.count(redact::Mark::family) > 5000);
  CHECK(lexicon.count(redact::Mark::not_name) > 500);
  CHECK(lexicon.count(redact::Mark::dictionary) > 20000);
  CHECK(lexicon.has("marks and spencer", redact::Mark::not_name));
  CHECK(lexicon.has("harry potter", redact::Mark::figure));
  CHECK(lexicon.has("bobs your uncle", redact::Mark::not_name));  // as "Bob's your uncle" is typed too
  CHECK(lexicon.has("wigmore", redact::Mark::not_name));
  CHECK(lexicon.has("wigmore", redact::Mark::place_family));  // "Mrs Wigmore"
  CHECK(lexicon.has("melton mowbray", redact::Mark::not_name));
  CHECK(lexicon.has("teacher", redact::Mark::role));
}

TEST_CASE("name lists: the roles of staff are words and phrases, and no name is one") {
  const redact::Lexicon roles = read_staff_roles(PosixFileSystem(), {"/no/such/box", POSTBOX_SOURCE_DIR});
  CHECK(roles.has("senco", redact::Mark::role));
  CHECK(roles.has("speech and language therapist", redact::Mark::role));
  CHECK_FALSE(roles.has("karen", redact::Mark::role));
}

TEST_CASE("name lists: a key that is not known and an empty entry are refused with the line") {
  struct Case {
    const char* why;
    const char* file;
    const char* text;
  };
  const Case cases[] = {
      {"an unknown list", "names.toml", "source = \"mine\"\nnicknames = [\"jim\"]\n"},
      {"an entry without words", "not_names.toml", "source = \"mine\"\nwords = [\" \"]\n"},
      {"a number for a name", "names.toml", "source = \"mine\"\ngiven = [1]\n"},
      {"no source", "names.toml", "given = [\"ada\"]\n"},
      {"a cue that nobody looks for", "name_cues.toml", "source = \"mine\"\nuncles = [\"bob\"]\n"},
      {"a role without words", "staff_roles.toml", "source = \"mine\"\nroles = [\"\"]\n"},
      {"a list left out", "more_names.toml", "source = \"mine\"\ngiven = [\"ada\"]\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const test::TempFolder box;
    PosixFileSystem files;
    files.make_folder(box / "config", 0700);
    write_atomically(files, box / "config" / c.file, c.text, 0600);
    try {
      read_name_lists(files, {box.path(), POSTBOX_SOURCE_DIR});
      read_staff_roles(files, {box.path(), POSTBOX_SOURCE_DIR});
      FAIL("was taken");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::settings);
      CHECK(std::string(error.what()).find(std::string("config/") + c.file + ":") != std::string::npos);
    }
  }
}
