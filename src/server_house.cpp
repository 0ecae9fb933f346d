#include "server_house.hpp"

#include <future>

#include "base/box_files.hpp"
#include "base/error.hpp"
#include "config/form_file.hpp"
#include "config/languages_file.hpp"
#include "config/name_lists_file.hpp"
#include "config/phrases_file.hpp"
#include "config/signposts_file.hpp"
#include "intake/separation.hpp"
#include "store/migrations.hpp"

namespace postbox {
namespace {

Error no_box(const Path& box, const std::string& missing) {
  return {Fault::missing_input, "there is no box in " + box.string() + ": " + missing + " is missing",
          "`postbox init --dir DIR` makes one; --dir DIR names another folder"};
}

seal::PublicKey read_public_key(const FileSystem& files, const Path& box, const char* name) {
  const Path path = box / name;
  if (!files.exists(path)) throw no_box(box, name);
  const std::string text = read_at_most(files, path, seal::key_file_bytes_max, Fault::key);
  if (const auto key = seal::read_public_key(text)) return *key;
  throw Error(Fault::key, path.string() + " is not a public key of a box",
              "compare its fingerprint with the keeper's, and copy it again");
}

std::string read_openapi(const FileSystem& files, const Path& shipped) {
  const Path path = shipped / "schema" / "openapi.json";
  return files.exists(path) ? files.read(path) : std::string();
}

}  // namespace

PublicKeys read_public_keys(const FileSystem& files, const Path& box) {
  return {read_public_key(files, box, box_public_key), read_public_key(files, box, safeguarding_public_key)};
}

ServerHouse open_house(const FileSystem& files, const Path& box) {
  const PublicKeys keys = read_public_keys(files, box);
  const config::House house{box, config::find_shipped(files)};
  // Beside the vocabulary: a start on two cores takes a quarter less.
  auto names = std::async(std::launch::async, [&] { return config::read_name_lists(files, house); });
  return {house,
          config::read_settings(files, house),
          config::read_form(files, house),
          config::read_signposts(files, house),
          config::read_vocabulary(files, house),
          names.get(),
          config::read_doors(files, house),
          config::read_languages(files, house),
          keys,
          read_openapi(files, house.shipped)};
}

std::unique_ptr<FileLock> hold_box(FileSystem& files, const Path& box) {
  if (!files.exists(box)) throw no_box(box, "the folder");
  if (auto held = files.try_lock_folder(box, Sharing::together)) return held;
  throw Error(Fault::busy, "the box in " + box.string() + " is being restored",
              "start the server again when that is over");
}

std::vector<std::string> look_at_separation(const FileSystem& files, const ServerHouse& opened) {
  const Path keys = config::keys_folder(opened.house, opened.settings);
  std::vector<std::string> found = intake::readable_secrets(files, opened.house.box, keys);
  if (found.empty() || !opened.settings.require_separation) return found;
  throw Error(Fault::settings,
              "require_separation is set, and this server can read what it must not: " + found.front(),
              "run it as a user of its own, or keep keys and exports on the keeper's machine");
}

void bring_up_to_date(const FileSystem& files, const config::House& house) {
  store::Connection connection(house.box / box_database);
  store::migrate(connection, store::read_migrations(files, house.shipped / "schema" / "migrations"));
}

}  // namespace postbox
