#include "store/migrations.hpp"

#include <fmt/core.h>

#include "base/error.hpp"

namespace postbox::store {

std::vector<Migration> read_migrations(const FileSystem& files, const Path& folder) {
  std::vector<Migration> migrations;
  for (const std::string& name : files.list(folder)) {
    if (!name.ends_with(".sql")) continue;
    const std::string number = fmt::format("{:04}_", migrations.size() + 1);
    if (!name.starts_with(number)) {
      throw Error(Fault::settings, fmt::format("{} stands where migration {} should", name, number),
                  "install the shipped schema/ folder again");
    }
    migrations.push_back({name, files.read(folder / name)});
  }
  return migrations;
}

std::size_t schema_version(Connection& box) {
  Statement question(box, "PRAGMA user_version");
  question.step();
  return static_cast<std::size_t>(question.integer(0));
}

void migrate(Connection& box, const std::vector<Migration>& migrations) {
  if (schema_version(box) > migrations.size()) {
    throw Error(Fault::settings, "the box was made by a newer version of this program",
                "install the newer version, or restore a backup made with this one");
  }
  while (schema_version(box) < migrations.size()) {
    Transaction transaction(box);
    // Another program may have taken the step while this one waited for the lock.
    const std::size_t done = schema_version(box);
    if (done >= migrations.size()) return;
    box.run(migrations[done].sql.c_str());
    box.run(fmt::format("PRAGMA user_version = {}", done + 1).c_str());
    transaction.commit();
  }
}

}  // namespace postbox::store
