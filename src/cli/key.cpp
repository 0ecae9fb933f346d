// `postbox key show` and `postbox key passphrase`.
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/error.hpp"
#include "cli/box.hpp"
#include "cli/commands.hpp"
#include "cli/passphrases.hpp"

namespace postbox::cli {

int run_command(const KeyShow& /*show*/, const Arguments& arguments, World& world) {
  const Box box = find_box(world, arguments.dir);
  const seal::PublicKey safeguarding = read_public_key_file(world, box.file(safeguarding_public_key));
  if (arguments.json) {
    world.out << nlohmann::json{{"box", seal::fingerprint(box.key)},
                                {"box_key_id", seal::key_id_text(box.key.id)},
                                {"safeguarding", seal::fingerprint(safeguarding)},
                                {"safeguarding_key_id", seal::key_id_text(safeguarding.id)}}
                     .dump()
              << '\n';
    return 0;
  }
  world.out << "box key           " << seal::fingerprint(box.key) << '\n'
            << "safeguarding key  " << seal::fingerprint(safeguarding) << '\n';
  return 0;
}

int run_command(const KeyPassphrase& change, const Arguments& arguments, World& world) {
  const Box box = find_box(world, arguments.dir);
  const Wanted& wanted = change.safeguarding ? safeguarding_passphrase : box_passphrase;
  const Path file =
      change.key.value_or(box.secret_key(change.safeguarding ? safeguarding_secret_key : box_secret_key));
  const seal::SecretKeys keys = unlock(world, file, read_passphrase(world, change.passphrase_file, wanted));

  // The credentials hold the passphrase up to now, so a new one comes from its file or the terminal alone.
  World without_credentials = world;
  without_credentials.credentials.reset();
  const auto next = read_new_passphrase(without_credentials, change.new_passphrase_file, wanted);
  if (!next) {
    throw Error(Fault::key, "no new passphrase was given",
                "name a file with --new-passphrase-file, or run the command at a terminal");
  }
  write_atomically(world.files, file, seal::write_key_file(keys, *next), 0600);
  world.out << "the passphrase of " << file.string()
            << " is changed; copies of the old file still open with the old one\n";
  return 0;
}

}  // namespace postbox::cli
