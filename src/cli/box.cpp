#include "cli/box.hpp"

#include "base/error.hpp"
#include "cli/passphrases.hpp"
#include "cli/succession.hpp"
#include "emptying/emptying_lock.hpp"
#include "store/migrations.hpp"
#include "store/sealed_to.hpp"

namespace postbox::cli {

Box find_box(const World& world, const Path& dir) {
  for (const char* name : {box_public_key, box_database}) {
    if (!world.files.exists(dir / name)) {
      throw Error(Fault::missing_input, "there is no box in " + dir.string() + ": " + name + " is missing",
                  "name the box's folder with --dir, or make a new box with `postbox init`");
    }
  }
  auto in_use = world.files.try_lock_folder(dir, Sharing::together);
  if (!in_use) {
    throw Error(Fault::busy, "the box in " + dir.string() + " is being restored",
                "wait until that is over and try again");
  }
  const config::House house{dir, world.shipped};
  return {house, config::read_settings(world.files, house), read_public_key_file(world, dir / box_public_key),
          std::move(in_use)};
}

seal::PublicKey read_public_key_file(const World& world, const Path& file) {
  const std::string text = read_at_most(world.files, file, seal::key_file_bytes_max, Fault::key);
  if (const auto key = seal::read_public_key(text)) return *key;
  throw Error(Fault::key, file.string() + " holds no public key, or was changed",
              "put back the file that `postbox init` made");
}

void migrate_box(const World& world, store::Connection& connection) {
  store::migrate(connection, store::read_migrations(world.files, world.shipped / "schema" / "migrations"));
}

std::unique_ptr<FileLock> lock_emptying(const World& world, const Path& dir) {
  return emptying::lock_emptying(world.files, dir / emptying_lock);
}

seal::SecretKeys unlock_box(const World& world, const Box& box, store::Connection& connection,
                            const std::optional<Path>& file, const std::optional<Path>& passphrase_file) {
  const Path present = file.value_or(box.secret_key(box_secret_key));
  const Succession succession = read_succession(world, box.house.box, box_names);
  const Path key_file = find_secret(world, present, box_names, succession.now).value_or(present);
  const seal::Passphrase passphrase = read_passphrase(world, passphrase_file, box_passphrase);
  seal::SecretKeys keys = unlock(world, key_file, passphrase);
  if (keys.public_key() != succession.now) {
    throw Error(Fault::key, key_file.string() + " is not this box's present key",
                "name this box's key with --key; `postbox key show` prints its fingerprint");
  }
  if (!succession.handovers.empty()) {
    add_earlier(world, keys, present, box_names, still_needed(succession, store::heads_in_box(connection)),
                passphrase);
  }
  return keys;
}

seal::SecretKeys unlock(const World& world, const Path& key_file, const seal::Passphrase& passphrase) {
  if (!world.files.exists(key_file)) {
    throw Error(Fault::key, "the secret key " + key_file.string() + " is not there",
                "plug in the stick that holds it, or name it with --key");
  }
  const std::string text = read_at_most(world.files, key_file, seal::key_file_bytes_max, Fault::key);
  if (auto keys = seal::read_key_file(text, passphrase)) return std::move(*keys);
  throw Error(Fault::key, "the passphrase does not open " + key_file.string(),
              "try again; a lost passphrase cannot be replaced");
}

}  // namespace postbox::cli
