#include "config/settings.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "support/temp_folder.hpp"

using namespace postbox;
using namespace postbox::config;

namespace {

// A box's folder with its own postbox.toml, beside the shipped settings.
class BoxFolder {
 public:
  explicit BoxFolder(const std::string& toml) { write("postbox.toml", toml); }
  void write(const char* name, const std::string& text) {
    write_atomically(files, folder_ / name, text, 0600);
  }
  House house() const { return {folder_.path(), POSTBOX_SOURCE_DIR}; }
  Path path() const { return folder_.path(); }
  PosixFileSystem files;

 private:
  test::TempFolder folder_;
};

}  // namespace

TEST_CASE("settings: what a box does not say is as shipped") {
  const BoxFolder empty("");
  const Settings settings = read_settings(empty.files, empty.house());
  CHECK(settings.retention_days == 90);
  CHECK_FALSE(settings.require_separation);
  CHECK(keys_folder(empty.house(), settings) == empty.path() / "keys");
}

TEST_CASE("settings: the shipped file can be read, and is what a box without one gets") {
  const PosixFileSystem files;
  const Settings settings = read_settings(files, {"/no/such/box", POSTBOX_SOURCE_DIR});
  CHECK(settings.retention_days == 90);
  CHECK(settings.disk_free_bytes_min == 256ULL * 1024 * 1024);
  CHECK(settings.added_columns.empty());
  CHECK(settings.safeguarding_retention_days == 365);
  CHECK(settings.alert_command.empty());
  CHECK(settings.shown_min == 5);
  CHECK(settings.hold_for_a_look);
  CHECK_FALSE(settings.show_other_services);
  CHECK_FALSE(settings.staff_first_names_in_praise);
}

TEST_CASE("settings: each is read; the keys may lie anywhere") {
  const BoxFolder box(
      "keys_folder = \"/media/stick\"\nretention_days = 30\nrequire_separation = true\n"
      "disk_free_mib_min = 1\nshown_min = 8\nhold_for_a_look = false\nshow_other_services = true\n"
      "staff_first_names_in_praise = true\n"
      "added_columns = [\"age_group\"]\n"
      "safeguarding_retention_days = 730\nalert_command = [\"/bin/ring\", \"a b\"]\n");
  const Settings settings = read_settings(box.files, box.house());
  CHECK(keys_folder(box.house(), settings) == "/media/stick");
  CHECK(settings.retention_days == 30);
  CHECK_FALSE(settings.hold_for_a_look);
  CHECK(settings.staff_first_names_in_praise);
  CHECK(settings.require_separation);
  CHECK(settings.safeguarding_retention_days == 730);
  CHECK(settings.alert_command == std::vector<std::string>{"/bin/ring", "a b"});
  CHECK(settings.disk_free_bytes_min == 1024 * 1024);
  CHECK(settings.shown_min == 8);
  CHECK(settings.show_other_services);
  CHECK(settings.added_columns == std::vector<std::string>{"age_group"});
}

TEST_CASE("settings: a slip is refused, never passed over") {
  for (const char* wrong :
       {"retention_day = 30", "retention_days = 0", "retention_days = \"30\"", "retention_days = 99999",
        "require_separation = \"yes\"", "disk_free_mib_min = -1", "shown_min = 2", "shown_min = 51",
        "show_other_services = 1", "safeguarding_retention_days = 0", "alert_command = \"/bin/ring\"",
        "alert_command = [\"\"]", "alert_command = [1]"}) {
    CAPTURE(wrong);
    const BoxFolder box(wrong);
    CHECK_THROWS_AS(read_settings(box.files, box.house()), Error);
  }
}

TEST_CASE("settings: a file in the box's own config goes before the shipped one, and errors say which") {
  BoxFolder box("");
  std::filesystem::create_directory(box.path() / "config");
  CHECK(read_config(box.files, box.house(), "services.toml").where().starts_with("services.toml"));
  box.write("config/services.toml", "own = true\n");
  const Node own = read_config(box.files, box.house(), "services.toml");
  CHECK(own.at("own").boolean());
  CHECK(own.at("own").where() == "config/services.toml:1");
}
