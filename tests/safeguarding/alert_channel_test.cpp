#include "safeguarding/alert_channel.hpp"

#include <doctest/doctest.h>

#include "safeguarding/lane.hpp"
#include "store/migrations.hpp"
#include "support/counting_random.hpp"
#include "support/temp_folder.hpp"

using namespace postbox;
using namespace postbox::safeguarding;

namespace {

struct WatchedBox {
  WatchedBox() {
    store::Connection box(folder / "box.db", store::Access::create);
    store::migrate(box, store::read_migrations(files, Path(POSTBOX_SOURCE_DIR) / "schema" / "migrations"));
    test::CountingRandom random;
    store::append(box, random,
                  std::vector<store::NewSealed>{
                      {*Month::parse("2026-11"), "sealed", store::LaneCopy{std::string(64, 'a'), "sealed"}}});
  }
  BellParts bell(std::vector<std::string> command = {}) {
    return bell_of_box(files, folder.path(), std::move(command), {});
  }
  Path file() const { return folder / alert_folder / alert_file; }

  test::TempFolder folder;
  PosixFileSystem files;
};

bool never() { return false; }

}  // namespace

TEST_CASE("alert channel: without a command a file says how many items are unopened, and nothing else") {
  WatchedBox box;
  const BellParts bell = box.bell();
  CHECK(bell.unopened() == std::vector<std::string>{std::string(64, 'a')});
  CHECK(bell.ring(1, never));
  CHECK(box.files.read(box.file()) == "1 unopened item in the safeguarding lane\n");
  CHECK((box.files.mode(box.file()) & 07U) == 0);
  CHECK(bell.ring(3, never));
  CHECK(box.files.read(box.file()) == "3 unopened items in the safeguarding lane\n");
  bell.hush();
  CHECK_FALSE(box.files.exists(box.file()));
  bell.hush();  // nothing there: nothing to do
}

TEST_CASE("alert channel: a command is told the same on its standard input, and no file is written") {
  WatchedBox box;
  const std::string out = (box.folder / "out").string();
  CHECK(box.bell({"sh", "-c", "cat > \"$0\"", out}).ring(2, never));
  CHECK(box.files.read(out) == "2 unopened items in the safeguarding lane\n");
  CHECK_FALSE(box.files.exists(box.file()));
  CHECK_FALSE(box.bell({"false"}).ring(2, never));
}

TEST_CASE("alert channel: a file that cannot be written is no alert") {
  WatchedBox box;
  write_atomically(box.files, box.folder / alert_folder, "in the way", 0600);
  CHECK_THROWS(box.bell().ring(1, never));
}
