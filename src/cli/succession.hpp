// The keys that a box, or its safeguarding lane, has had one after another, and where the secret halves lie.
//
//   box.pub             the present public key: what is sealed to
//   box.handovers       how each key handed over to the next (seal/handover.hpp); none before the first
//   keys/box.key        the present secret key
//   keys/box.ID.key     an earlier one, until nothing is sealed to it any more
//
// A rotation that stopped half way may leave the present key in keys/box.ID.key and an earlier one in
// keys/box.key: a secret key is told by what the file says, not by its name.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/box.hpp"
#include "cli/passphrases.hpp"
#include "seal/handover.hpp"

namespace postbox::cli {

// What the files of one of the two keys are called.
struct KeyNames {
  const char* of;
  const char* public_key;
  const char* secret_key;
  const char* handovers;
  Wanted passphrase;
  const char* option;  // of `postbox key`
};

inline constexpr KeyNames box_names{"box", box_public_key, box_secret_key, box_handovers, box_passphrase, ""};
inline constexpr KeyNames safeguarding_names{"safeguarding",          safeguarding_public_key,
                                             safeguarding_secret_key, safeguarding_handovers,
                                             safeguarding_passphrase, " --safeguarding"};

struct Succession {
  seal::PublicKey now;
  std::vector<seal::Handover> handovers;  // up to the present key
  std::optional<seal::Handover> begun;    // a rotation that stopped before the public key was replaced

  std::vector<seal::PublicKey> earlier() const;  // oldest first
  std::vector<seal::PublicKey> all() const;      // the same, and the present one last
};

// Of the folder `dir`, which holds the public key. Throws Error(Fault::key) where the handovers were changed
// or do not lead to it.
Succession read_succession(const World& world, const Path& dir, const KeyNames& names);

// Where the secret half of `key` lies: `present` (keys/box.key), or beside it under its id. Nothing where it
// is in neither.
std::optional<Path> find_secret(const World& world, const Path& present, const KeyNames& names,
                                const seal::PublicKey& key);

// keys/box.0f1e2d3c4b5a6978.key
Path kept_secret(const Path& present, const KeyNames& names, const seal::PublicKey& key);

// Which earlier keys something in the box may still ask for: from the first to which a record of `heads` is
// sealed on, for what was sealed to one may have been delivered under the next.
std::vector<seal::PublicKey> still_needed(const Succession& succession, const std::set<std::string>& heads);

// Adds `earlier` to `keys`, each opened with the same passphrase. Throws Error(Fault::key) where one is not
// there, or does not open.
void add_earlier(const World& world, seal::SecretKeys& keys, const Path& present, const KeyNames& names,
                 const std::vector<seal::PublicKey>& earlier, const seal::Passphrase& passphrase);

}  // namespace postbox::cli
