// The files of a box that only its keeper needs, by name, and opening one.
#pragma once

#include <memory>
#include <optional>

#include "base/box_files.hpp"
#include "cli/world.hpp"
#include "config/settings.hpp"
#include "seal/opener/secret_keys.hpp"
#include "seal/public_key.hpp"
#include "store/connection.hpp"

namespace postbox::cli {

inline constexpr const char* box_secret_key = "box.key";
inline constexpr const char* safeguarding_secret_key = "safeguarding.key";
inline constexpr const char* emptying_lock = "emptying.lock";
inline constexpr const char* aside_prefix = "replaced-";  // what a restore has put aside: replaced-1

struct Box {
  config::House house;
  config::Settings settings;
  seal::PublicKey key;               // of the box
  std::unique_ptr<FileLock> in_use;  // while it lives nobody restores the box

  Path file(const char* name) const { return house.box / name; }
  Path secret_key(const char* name) const { return config::keys_folder(house, settings) / name; }
};

// Throws Error(Fault::missing_input) where there is no box, Fault::busy while it is being restored.
Box find_box(const World& world, const Path& dir);

// Throws Error(Fault::key) where the file holds no public key.
seal::PublicKey read_public_key_file(const World& world, const Path& file);

// At the newest schema.
void migrate_box(const World& world, store::Connection& connection);

// Throws Error(Fault::busy) while another command holds it.
std::unique_ptr<FileLock> lock_emptying(const World& world, const Path& dir);

// The box's own key, and earlier ones to which something in the box is sealed. `file`, if given, goes before
// the settings; earlier ones lie beside it. Throws Error(Fault::key), also for the keys of another box.
seal::SecretKeys unlock_box(const World& world, const Box& box, store::Connection& connection,
                            const std::optional<Path>& file, const std::optional<Path>& passphrase_file);

// Throws Error(Fault::key) for a wrong passphrase or a file that is no key.
seal::SecretKeys unlock(const World& world, const Path& key_file, const seal::Passphrase& passphrase);

}  // namespace postbox::cli
