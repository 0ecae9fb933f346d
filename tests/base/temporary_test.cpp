#include "base/temporary.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "support/faulty_file_system.hpp"
#include "support/temp_folder.hpp"

namespace postbox {
namespace {

using test::FaultyFileSystem;
using test::TempFolder;

TEST_CASE("temporary: what an earlier run left is gone at the start, its own at the end") {
  const TempFolder folder;
  PosixFileSystem files;
  const Path path = folder / "new";
  make_folders(files, path / "left" / "behind", 0700);
  {
    const Temporary temporary(files, path);
    CHECK(temporary.path() == path);
    CHECK_FALSE(files.exists(path));
    files.make_folder(path, 0700);
    write_atomically(files, path / "half", "written", 0600);
  }
  CHECK_FALSE(files.exists(path));
}

TEST_CASE("temporary: what was moved to its place stays") {
  const TempFolder folder;
  PosixFileSystem files;
  {
    const Temporary temporary(files, folder / "new");
    write_atomically(files, temporary.path(), "whole", 0600);
    files.rename(temporary.path(), folder / "file");
  }
  CHECK(files.read(folder / "file") == "whole");
}

TEST_CASE("temporary: a disk that removes nothing is told at the start, and passed over at the end") {
  const TempFolder folder;
  PosixFileSystem posix;
  FaultyFileSystem files(posix);
  files.fail_at(1);
  CHECK_THROWS_AS(Temporary(files, folder / "new"), Error);
  files.fail_at(2);
  { const Temporary temporary(files, folder / "new"); }
}

}  // namespace
}  // namespace postbox
