// A real box database in a folder of its own, for tests of the intake.
#pragma once

#include "base/file_system.hpp"
#include "store/connection.hpp"
#include "store/migrations.hpp"
#include "store/sealed_submissions.hpp"
#include "support/temp_folder.hpp"

namespace postbox::test {

class PlayedBox {
 public:
  PlayedBox() {
    const PosixFileSystem files;
    store::Connection box(folder_ / "box.db", store::Access::create);
    store::migrate(box, store::read_migrations(files, Path(POSTBOX_SOURCE_DIR) / "schema" / "migrations"));
  }

  const Path& folder() const { return folder_.path(); }

  // What a fresh reader finds, as after a restart.
  std::vector<std::string> rows() const {
    store::Connection box(folder_ / "box.db");
    store::SealedReader reader(box);
    std::vector<std::string> found;
    for (const Month month : store::months_waiting(box)) {
      for (const store::RowKey key : store::keys_waiting(box, month)) found.emplace_back(reader.read(key));
    }
    return found;
  }

 private:
  TempFolder folder_;
};

}  // namespace postbox::test
