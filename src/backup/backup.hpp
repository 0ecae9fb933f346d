// A whole box in one file, but for its secret keys and what was delivered: the database, the public keys, the
// settings (schema/backup.md). Sealed like the box itself: whoever has the file can read nothing of a post.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "backup/contents.hpp"
#include "base/file_system.hpp"
#include "store/connection.hpp"

namespace postbox::backup {

struct Source {
  Path folder;             // the box's
  store::Connection& box;  // its database, which others may be writing to
  std::string made_on;     // day in London
};

// Written beside `file` under another name, synced, read back, renamed (0600): `file` is there whole, or as
// it was before. Throws Error(Fault::storage) where the database is damaged: a backup of before is worth
// more.
Contents write_backup(FileSystem& files, const Source& source, const Path& file);

// Where the files of a backup go while it is read: told of each, then given its bytes.
class Receiver {
 public:
  virtual ~Receiver() = default;
  virtual void begin(const BackedUpFile& file) = 0;
  virtual void content(std::string_view block) = 0;
  virtual void end() = 0;
};

// Reads the whole file and holds every sum. Throws Error(Fault::data) where anything is not as it was
// written; what the receiver was given until then is of no use.
Contents read_backup(const FileSystem& files, const Path& file, Receiver& receiver);

}  // namespace postbox::backup
