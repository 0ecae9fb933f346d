#include "backup/backup.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "backup/archive.hpp"
#include "base/error.hpp"
#include "base/temporary.hpp"
#include "seal/digest.hpp"
#include "store/copy.hpp"
#include "store/migrations.hpp"

namespace postbox::backup {
namespace {

constexpr unsigned file_mode = 0600;
constexpr std::size_t manifest_bytes_max = 1024UL * 1024;

[[noreturn]] void refuse(const std::string& what) {
  throw Error(Fault::data, what, "try another backup; `tar -tf` shows what is still in this one");
}

BackedUpFile look_at(const FileSystem& files, const Path& path, const std::string& name) {
  seal::FileDigest digest = seal::digest_of_file(files, path);
  return {name, digest.bytes, std::move(digest.sha256)};
}

void add_folder(const FileSystem& files, const Path& box, const std::string& folder,
                std::vector<std::string>& found) {
  for (const std::string& name : files.list(box / folder)) {
    const std::string path = fmt::format("{}/{}", folder, name);
    if (files.is_folder(box / path)) {
      add_folder(files, box, path, found);
      continue;
    }
    if (!belongs_into_backup(path)) {
      throw Error(Fault::data, "a file in " + folder + "/ has a name that no backup can hold",
                  "give it a shorter name of plain letters");
    }
    found.push_back(path);
  }
}

std::vector<std::string> files_of_box(const FileSystem& files, const Path& box) {
  std::vector<std::string> found;
  for (const std::string_view name : top_files) {
    if (files.exists(box / name)) found.emplace_back(name);
  }
  if (files.is_folder(box / "config")) add_folder(files, box, "config", found);
  return found;
}

// The database as it is now, and sound.
void copy_database(FileSystem& files, store::Connection& box, const Path& to, Contents& contents) {
  files.create(to, file_mode);
  store::write_copy(box, to);
  store::Connection copy(to, store::Access::read_only);
  if (!store::is_sound(copy)) {
    throw Error(Fault::storage, "the box's database is damaged; no backup was made",
                "run `postbox check`, and restore the last backup");
  }
  contents.schema = static_cast<std::int64_t>(store::schema_version(copy));
  contents.submissions = store::count_submissions(copy);
}

void write_archive(FileSystem& files, const Contents& contents, const Path& box, const Path& database,
                   const Path& to) {
  const auto out = files.create(to, file_mode);
  ArchiveWriter archive(*out);
  archive.add(manifest_name, write_contents(contents));
  for (const BackedUpFile& file : contents.files) {
    archive.add_file({file.path, file.bytes}, files, file.path == box_database ? database : box / file.path);
  }
  archive.finish();
  out->sync();
}

class Nobody : public Receiver {
 public:
  void begin(const BackedUpFile& /*file*/) override {}
  void content(std::string_view /*block*/) override {}
  void end() override {}
};

// The manifest first, then the files that it names, in its order.
class Reading : public ArchiveVisitor {
 public:
  explicit Reading(Receiver& receiver) : receiver_(receiver) {}

  void begin(const Entry& entry) override {
    hash_ = seal::Sha256();
    if (!contents_) return begin_manifest(entry);
    if (next_ == contents_->files.size() || contents_->files[next_].path != entry.name ||
        contents_->files[next_].bytes != entry.bytes) {
      refuse("this backup was damaged: it does not hold what it says");
    }
    receiver_.begin(contents_->files[next_]);
  }

  void content(std::string_view block) override {
    if (!contents_) {
      manifest_ += block;
      return;
    }
    hash_.add(block);
    receiver_.content(block);
  }

  void end() override {
    if (!contents_) {
      contents_ = read_contents(manifest_);
      if (!contents_) refuse("this is no backup of a Post Box, or it was made by a newer version");
      return;
    }
    if (hash_.finish_hex() != contents_->files[next_].sha256) {
      refuse("this backup was damaged: " + contents_->files[next_].path + " is not what was written");
    }
    receiver_.end();
    ++next_;
  }

  Contents whole() {
    if (!contents_ || next_ != contents_->files.size()) {
      refuse("this backup was damaged: it does not hold what it says");
    }
    return std::move(*contents_);
  }

 private:
  static void begin_manifest(const Entry& entry) {
    if (entry.name != manifest_name || entry.bytes > manifest_bytes_max) {
      refuse("this is no backup of a Post Box");
    }
  }

  Receiver& receiver_;
  std::string manifest_;
  std::optional<Contents> contents_;
  std::size_t next_ = 0;
  seal::Sha256 hash_;
};

}  // namespace

Contents write_backup(FileSystem& files, const Source& source, const Path& file) {
  // A copy that is only on its way into the archive, and an archive half written.
  const Temporary database(files, Path(file) += ".new-db");
  const Temporary archive(files, Path(file) += ".new");
  Contents contents{.made_on = source.made_on, .schema = 0, .submissions = 0, .files = {}};
  copy_database(files, source.box, database.path(), contents);
  for (const std::string& name : files_of_box(files, source.folder)) {
    contents.files.push_back(look_at(files, source.folder / name, name));
  }
  contents.files.push_back(look_at(files, database.path(), box_database));
  write_archive(files, contents, source.folder, database.path(), archive.path());
  Nobody nobody;
  read_backup(files, archive.path(), nobody);
  files.rename(archive.path(), file);
  files.sync_folder(file.has_parent_path() ? file.parent_path() : Path("."));
  return contents;
}

Contents read_backup(const FileSystem& files, const Path& file, Receiver& receiver) {
  Reading reading(receiver);
  ArchiveReader archive(reading);
  files.read_stream(file, [&](std::string_view block) { archive.take(block); });
  archive.finish();
  return reading.whole();
}

}  // namespace postbox::backup
