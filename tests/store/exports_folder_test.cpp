#include "store/exports_folder.hpp"

#include <doctest/doctest.h>

#include "store/box_in_a_folder.hpp"
#include "store/emptyings.hpp"

using namespace postbox;
using namespace postbox::test;
using namespace postbox::store;

namespace {

// A file, and the folders above it.
void put(const Path& file) {
  PosixFileSystem files;
  make_folders(files, file.parent_path(), 0700);
  write_atomically(files, file, "x", 0600);
}

}  // namespace

TEST_CASE("exports folder: inside the box it is kept relative, elsewhere as it is") {
  BoxInAFolder box;
  const Path own = box.folder.path();
  const std::pair<Path, std::string> cases[] = {{own / "exports", "exports"},
                                                {own / "packs" / "deep", "packs/deep"},
                                                {own, "."},
                                                {"/far/exports", "/far/exports"},
                                                {own.string() + "-beside", own.string() + "-beside"}};
  for (const auto& row : cases) {
    const Path& exports = row.first;
    CAPTURE(exports.string());
    CHECK(exports_to_keep(box.connection, exports) == row.second);
    CHECK(exports_kept(box.connection, row.second, "2026-10") == exports);
  }
}

TEST_CASE("exports folder: an absolute one of an older version is this box's own where it can be no other") {
  BoxInAFolder box;
  const Path own = box.folder.path() / "exports";
  const TempFolder elsewhere;
  put(elsewhere / "another" / "box.db");
  put(elsewhere / "another" / "exports" / "2026-10" / "manifest.json");
  put(elsewhere / "stick" / "2026-10" / "manifest.json");
  put(own / "2026-10" / "manifest.json");
  struct Case {
    const char* why;
    Path kept;
    const char* pack;
    Path expected;
  };
  const Case cases[] = {
      {"the box's own", own, "2026-10", own},
      {"another folder that is there", elsewhere / "stick", "2026-10", elsewhere / "stick"},
      {"gone, and the pack is here", "/gone/exports", "2026-10", own},
      {"gone, and the pack with it", "/gone/exports", "2026-09", "/gone/exports"},
      {"of the box from which this one was copied", elsewhere / "another" / "exports", "2026-10", own},
      {"the same, and the pack was not copied", elsewhere / "another" / "exports", "2026-09", own}};
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(exports_kept(box.connection, c.kept.native(), c.pack) == c.expected);
  }
}

TEST_CASE("exports folder: what a box has claimed in its own folder moves with it") {
  BoxInAFolder box;
  const Path own = box.folder.path() / "exports";
  claim(box.connection, october, own, [](const std::string&) { return false; });
  CHECK(unfinished_emptying(box.connection)->exports == own);
  Statement kept(box.connection, "SELECT exports FROM emptyings");
  REQUIRE(kept.step());
  CHECK(kept.text(0) == "exports");
}
