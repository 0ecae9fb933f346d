// `postbox key rotate`: a new key takes over, and nothing that was sealed before is lost.
//
// The steps, in this order; a stop between any two leaves a box that works, and the next call finishes it:
//   1  the present secret key is kept under its id (keys/box.ID.key)
//   2  the new one is written under its own id, read back and proven
//   3  the handover, signed by both, is added to box.handovers
//   4  box.pub names the new key: from here on it is the present one
//   5  keys/box.key becomes the new one
#include <fmt/core.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/json_line.hpp"
#include "cli/proven_keys.hpp"
#include "cli/succession.hpp"
#include "seal/opener/hand_over.hpp"
#include "store/day_text.hpp"
#include "store/emptyings.hpp"

namespace postbox::cli {
namespace {

constexpr unsigned secret_mode = 0600;
constexpr unsigned public_mode = 0644;

class RotateCommand {
 public:
  RotateCommand(const KeyRotate& rotate, const Arguments& arguments, World& world)
      : rotate_(rotate),
        arguments_(arguments),
        world_(world),
        names_(rotate.safeguarding ? safeguarding_names : box_names),
        box_(find_box(world, arguments.dir)),
        present_(rotate.key.value_or(box_.secret_key(names_.secret_key))) {}

  int run() {
    const auto alone = lock_emptying(world_, box_.house.box);
    refuse_half_an_emptying();
    const Succession succession = read_succession(world_, box_.house.box, names_);
    const seal::Passphrase passphrase = read_passphrase(world_, rotate_.passphrase_file, names_.passphrase);
    const seal::SecretKeys keys = unlock_present(succession, passphrase);
    if (rotate_.dry_run) return rehearse(succession);
    keep_replaced(succession);
    if (stopped_at_last_step(succession)) {
      put_in_place(succession.now);
      say(succession.handovers.back().from, succession.now);
      return 0;
    }
    const seal::PublicKey next =
        can_be_finished(succession, passphrase) ? succession.begun->to : begin(succession, keys, passphrase);
    write_atomically(world_.files, box_.file(names_.public_key), seal::write_public_key(next), public_mode);
    put_in_place(next);
    say(succession.now, next);
    return 0;
  }

 private:
  // Its packs would be made again with the key that has begun them.
  void refuse_half_an_emptying() {
    store::Connection connection(box_.file(box_database));
    migrate_box(world_, connection);
    if (const auto unfinished = store::unfinished_emptying(connection)) {
      throw Error(Fault::busy, fmt::format("the emptying of {} is not finished", unfinished->pack),
                  "run `postbox empty`, then rotate the key");
    }
  }

  seal::SecretKeys unlock_present(const Succession& succession, const seal::Passphrase& passphrase) const {
    const Path file = find_secret(world_, present_, names_, succession.now).value_or(present_);
    seal::SecretKeys keys = unlock(world_, file, passphrase);
    if (keys.public_key() == succession.now) return keys;
    throw Error(Fault::key, fmt::format("{} is not this box's present {} key", file.string(), names_.of),
                "name it with --key; `postbox key show` prints its fingerprint");
  }

  // What lies in the place of the present key goes there last of all, and is kept before: the present key,
  // or, after a rotation that stopped at step 5, the one before it.
  void keep_replaced(const Succession& succession) {
    if (!world_.files.exists(present_)) return;
    const std::string text = read_at_most(world_.files, present_, seal::key_file_bytes_max, Fault::key);
    const auto owner = seal::public_half_of(text);
    if (!owner) throw Error(Fault::key, present_.string() + " is no secret key", "name the key with --key");
    const Path kept = kept_secret(present_, names_, *owner);
    if (*owner != succession.now && world_.files.exists(kept)) return;
    write_atomically(world_.files, kept, text, secret_mode);
  }

  bool stopped_at_last_step(const Succession& succession) const {
    return !succession.handovers.empty() && !succession.begun &&
           find_secret(world_, present_, names_, succession.now) ==
               kept_secret(present_, names_, succession.now);
  }

  void put_in_place(const seal::PublicKey& key) {
    world_.files.rename(kept_secret(present_, names_, key), present_);
    world_.files.sync_folder(present_.parent_path());
  }

  // A rotation that stopped between steps 3 and 4; without its secret key it is begun anew, for nothing was
  // ever sealed to it.
  bool can_be_finished(const Succession& succession, const seal::Passphrase& passphrase) const {
    if (!succession.begun) return false;
    const Path file = kept_secret(present_, names_, succession.begun->to);
    if (find_secret(world_, file, names_, succession.begun->to) != file) return false;
    prove_key_pair(read_at_most(world_.files, file, seal::key_file_bytes_max, Fault::key),
                   seal::write_public_key(succession.begun->to), passphrase);
    return true;
  }

  seal::PublicKey begin(const Succession& succession, const seal::SecretKeys& keys,
                        const seal::Passphrase& passphrase) {
    const seal::SecretKeys next = seal::SecretKeys::generate();
    const Path file = kept_secret(present_, names_, next.public_key());
    write_atomically(world_.files, file, seal::write_key_file(next, passphrase), secret_mode);
    prove_key_pair(read_at_most(world_.files, file, seal::key_file_bytes_max, Fault::key),
                   seal::write_public_key(next.public_key()), passphrase);
    const std::string today = store::day_text(day_in_london(world_.clock.now()));
    write_atomically(world_.files, box_.file(names_.handovers),
                     text_up_to_now(succession) + seal::write_handover(keys, next, names_.of, today),
                     public_mode);
    return next.public_key();
  }

  // Without one that was begun and cannot be finished.
  std::string text_up_to_now(const Succession& succession) const {
    const Path file = box_.file(names_.handovers);
    if (!world_.files.exists(file)) return {};
    std::string text = read_at_most(world_.files, file, seal::handovers_bytes_max, Fault::key);
    if (succession.begun) text.resize(text.rfind(seal::handover_text(*succession.begun)));
    return text;
  }

  int rehearse(const Succession& succession) const {
    if (arguments_.json) {
      world_.out << json_line(
          nlohmann::ordered_json{{"dry_run", true}, {"key", seal::fingerprint(succession.now)}});
      return 0;
    }
    world_.out << fmt::format("a rehearsal: the {} key {} would hand over to a new one, and be kept as {}\n",
                              names_.of, seal::fingerprint(succession.now),
                              kept_secret(present_, names_, succession.now).string());
    return 0;
  }

  void say(const seal::PublicKey& before, const seal::PublicKey& now) const {
    const Path kept = kept_secret(present_, names_, before);
    if (arguments_.json) {
      world_.out << json_line(nlohmann::ordered_json{
          {"key", seal::fingerprint(now)}, {"earlier", seal::fingerprint(before)}, {"kept", kept.string()}});
    } else {
      world_.out << fmt::format("{} key, new      {}\n{} key, earlier  {}\n", names_.of,
                                seal::fingerprint(now), names_.of, seal::fingerprint(before));
    }
    world_.err
        << "to do: let the server read the new key (systemctl reload postbox-server); what it seals until "
           "then opens too\n"
        << "to do: copy " << present_.string() << " and " << kept.string()
        << " to where copies of the keys are kept; what was sealed before opens with the second alone\n"
        << "to do: make a new backup, and tell the new fingerprint to whoever compares it\n";
  }

  const KeyRotate& rotate_;
  const Arguments& arguments_;
  World& world_;
  const KeyNames& names_;
  Box box_;
  Path present_;
};

}  // namespace

int run_command(const KeyRotate& rotate, const Arguments& arguments, World& world) {
  return RotateCommand(rotate, arguments, world).run();
}

}  // namespace postbox::cli
