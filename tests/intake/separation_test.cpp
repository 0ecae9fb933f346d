#include "intake/separation.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "support/temp_folder.hpp"

using namespace postbox;
using namespace postbox::intake;

TEST_CASE("separation: keys and exports that the server can read are named") {
  const test::TempFolder box;
  const PosixFileSystem files;
  CHECK(readable_secrets(files, box.path(), box / "keys").empty());
  std::filesystem::create_directory(box / "keys");
  std::ofstream(box / "keys/notes.txt") << "no key";
  CHECK(readable_secrets(files, box.path(), box / "keys").empty());
  std::ofstream(box / "keys/box.key") << "secret";
  std::filesystem::create_directory(box / "exports");
  const auto found = readable_secrets(files, box.path(), box / "keys");
  REQUIRE(found.size() == 2);
  CHECK(found[0].find("box.key") != std::string::npos);
  CHECK(found[1].find("exports") != std::string::npos);
}
