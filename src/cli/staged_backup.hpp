// A backup unpacked beside the box, into DIR/.restoring, until its parts are moved to their places.
//
// Nothing of it is used before the whole file was read and every sum held.
#pragma once

#include "backup/backup.hpp"
#include "base/box_files.hpp"
#include "base/temporary.hpp"
#include "seal/public_key.hpp"

namespace postbox::cli {

class StagedBackup {
 public:
  // Throws Error(Fault::data) where the file is no backup, was damaged, or has no public keys in it.
  StagedBackup(FileSystem& files, const Path& file, const Path& box);

  const Path& folder() const { return folder_.path(); }
  Path database() const { return folder() / box_database; }
  const backup::Contents& contents() const { return contents_; }
  const seal::PublicKey& box_key() const { return box_key_; }
  const seal::PublicKey& safeguarding_key() const { return safeguarding_key_; }

 private:
  Temporary folder_;
  backup::Contents contents_;
  seal::PublicKey box_key_;
  seal::PublicKey safeguarding_key_;
};

}  // namespace postbox::cli
