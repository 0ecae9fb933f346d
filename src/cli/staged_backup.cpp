#include "cli/staged_backup.hpp"

#include <memory>

#include "base/error.hpp"
#include "cli/box.hpp"

namespace postbox::cli {
namespace {

constexpr const char* staging_name = ".restoring";
constexpr unsigned private_folder_mode = 0700;
constexpr unsigned config_folder_mode = 0755;
constexpr unsigned database_mode = 0600;
constexpr unsigned public_mode = 0644;

class Unpacker : public backup::Receiver {
 public:
  Unpacker(FileSystem& files, const Path& folder) : files_(files), folder_(folder) {}

  void begin(const backup::BackedUpFile& file) override {
    const Path place = folder_ / file.path;
    make_folders(files_, place.parent_path(), config_folder_mode);
    out_ = files_.create(place, file.path == box_database ? database_mode : public_mode);
  }
  void content(std::string_view block) override { out_->write(block); }
  void end() override {
    out_->sync();
    out_.reset();
  }

 private:
  FileSystem& files_;
  const Path& folder_;
  std::unique_ptr<OutputFile> out_;
};

backup::Contents unpack(FileSystem& files, const Path& file, const Path& folder) {
  files.make_folder(folder, private_folder_mode);
  Unpacker unpacker(files, folder);
  return backup::read_backup(files, file, unpacker);
}

seal::PublicKey read_key(const FileSystem& files, const Path& path) {
  const auto key =
      files.exists(path)
          ? seal::read_public_key(read_at_most(files, path, seal::key_file_bytes_max, Fault::data))
          : std::nullopt;
  if (key) return *key;
  throw Error(Fault::data, "this backup holds no whole " + path.filename().string(), "try another backup");
}

}  // namespace

StagedBackup::StagedBackup(FileSystem& files, const Path& file, const Path& box)
    : folder_(files, box / staging_name),
      contents_(unpack(files, file, folder_.path())),
      box_key_(read_key(files, folder_.path() / box_public_key)),
      safeguarding_key_(read_key(files, folder_.path() / safeguarding_public_key)) {}

}  // namespace postbox::cli
