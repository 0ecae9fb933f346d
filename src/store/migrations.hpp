// The schema of box.db, step by step: schema/migrations/NNNN_what_it_does.sql, numbered from 0001 without
// gaps, never edited once landed. PRAGMA user_version holds the number of the last step taken.
#pragma once

#include <string>
#include <vector>

#include "base/file_system.hpp"
#include "store/connection.hpp"

namespace postbox::store {

struct Migration {
  std::string name;  // file name
  std::string sql;
};

// In order. Throws Error(Fault::settings) where a number is missing or given twice.
std::vector<Migration> read_migrations(const FileSystem& files, const Path& folder);

// How many steps the box has taken.
std::size_t schema_version(Connection& box);

// Takes the steps that are missing, each in a transaction of its own. Throws Error(Fault::settings) where the
// box is newer than this program.
void migrate(Connection& box, const std::vector<Migration>& migrations);

}  // namespace postbox::store
