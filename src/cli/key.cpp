// `postbox key show` and `postbox key passphrase`.
#include <fmt/core.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/json_line.hpp"
#include "cli/succession.hpp"

namespace postbox::cli {
namespace {

constexpr unsigned secret_mode = 0600;

void add_json(nlohmann::ordered_json& said, const Succession& succession, const std::string& of) {
  said[of] = seal::fingerprint(succession.now);
  said[of + "_key_id"] = seal::key_id_text(succession.now.id);
  nlohmann::ordered_json earlier = nlohmann::ordered_json::array();
  for (const seal::Handover& handover : succession.handovers) {
    earlier.push_back({{"fingerprint", seal::fingerprint(handover.from)},
                       {"key_id", seal::key_id_text(handover.from.id)},
                       {"until", handover.on}});
  }
  said[of + "_earlier"] = std::move(earlier);
}

void show(const Succession& succession, const std::string& what, std::ostream& out) {
  out << fmt::format("{:<18}{}\n", what, seal::fingerprint(succession.now));
  for (const seal::Handover& handover : succession.handovers) {
    out << fmt::format("  until {}  {}\n", handover.on, seal::fingerprint(handover.from));
  }
}

// Earlier keys keep the passphrase of the present one, or an emptying would have to ask for several. One that
// has the new one already was done by a run that stopped.
// Which files were changed.
std::vector<std::string> change_earlier(const World& world, const Path& present, const KeyNames& names,
                                        const Box& box, const seal::Passphrase& passphrase,
                                        const seal::Passphrase& next) {
  std::vector<std::string> changed;
  for (const seal::PublicKey& key : read_succession(world, box.house.box, names).all()) {
    const Path file = kept_secret(present, names, key);
    if (!world.files.exists(file)) continue;
    const std::string text = read_at_most(world.files, file, seal::key_file_bytes_max, Fault::key);
    if (const auto keys = seal::read_key_file(text, passphrase)) {
      write_atomically(world.files, file, seal::write_key_file(*keys, next), secret_mode);
      changed.push_back(file.string());
    } else if (!seal::read_key_file(text, next)) {
      world.err << "warning: " << file.string()
                << " has another passphrase and keeps it; name it with --key\n";
    }
  }
  return changed;
}

}  // namespace

int run_command(const KeyShow& /*show*/, const Arguments& arguments, World& world) {
  const Box box = find_box(world, arguments.dir);
  const Succession own = read_succession(world, box.house.box, box_names);
  const Succession safeguarding = read_succession(world, box.house.box, safeguarding_names);
  if (arguments.json) {
    nlohmann::ordered_json said;
    add_json(said, own, box_names.of);
    add_json(said, safeguarding, safeguarding_names.of);
    world.out << json_line(said);
    return 0;
  }
  show(own, "box key", world.out);
  show(safeguarding, "safeguarding key", world.out);
  return 0;
}

int run_command(const KeyPassphrase& change, const Arguments& arguments, World& world) {
  const Box box = find_box(world, arguments.dir);
  const KeyNames& names = change.safeguarding ? safeguarding_names : box_names;
  const Path file = change.key.value_or(box.secret_key(names.secret_key));
  const seal::Passphrase passphrase = read_passphrase(world, change.passphrase_file, names.passphrase);
  const seal::SecretKeys keys = unlock(world, file, passphrase);

  // The credentials hold the passphrase up to now, so a new one comes from its file or the terminal alone.
  World without_credentials = world;
  without_credentials.credentials.reset();
  const auto next = read_new_passphrase(without_credentials, change.new_passphrase_file, names.passphrase);
  if (!next) {
    throw Error(Fault::key, "no new passphrase was given",
                "name a file with --new-passphrase-file, or run the command at a terminal");
  }
  // The present key last: as long as it has the old passphrase, the same command finishes what was begun.
  std::vector<std::string> changed;
  if (!change.key) changed = change_earlier(world, file, names, box, passphrase, *next);
  write_atomically(world.files, file, seal::write_key_file(keys, *next), secret_mode);
  changed.push_back(file.string());
  if (arguments.json) {
    world.out << json_line(nlohmann::ordered_json{{"changed", changed}});
    return 0;
  }
  for (const std::string& earlier : changed) {
    if (earlier != file.string()) world.out << "the passphrase of " << earlier << " is changed\n";
  }
  world.out << "the passphrase of " << file.string()
            << " is changed; copies of the old file still open with the old one\n";
  return 0;
}

}  // namespace postbox::cli
