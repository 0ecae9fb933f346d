// A box's database in a temporary folder, at the newest schema.
#pragma once

#include "store/migrations.hpp"
#include "store/sealed_submissions.hpp"
#include "support/counting_random.hpp"
#include "support/temp_folder.hpp"

namespace postbox::test {

inline constexpr Month october{std::chrono::year{2026} / 10};
inline constexpr Month november{std::chrono::year{2026} / 11};

inline std::vector<store::Migration> shipped_migrations() {
  return store::read_migrations(PosixFileSystem(), Path(POSTBOX_SOURCE_DIR) / "schema" / "migrations");
}

struct BoxInAFolder {
  TempFolder folder;
  Path path = folder.path() / "box.db";
  store::Connection connection{path, store::Access::create};
  CountingRandom random;

  BoxInAFolder() { store::migrate(connection, shipped_migrations()); }
};

}  // namespace postbox::test
