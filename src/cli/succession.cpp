#include "cli/succession.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/error.hpp"
#include "seal/sealer.hpp"

namespace postbox::cli {
namespace {

std::vector<seal::Handover> read_file(const World& world, const Path& file, const KeyNames& names) {
  if (!world.files.exists(file)) return {};
  const std::string text = read_at_most(world.files, file, seal::handovers_bytes_max, Fault::key);
  if (auto all = seal::read_handovers(text, names.of)) return *std::move(all);
  throw Error(Fault::key, file.string() + " was changed: it is not what `postbox key rotate` signed",
              "put it back from a backup of the box");
}

bool is_secret_of(const World& world, const Path& file, const seal::PublicKey& key) {
  if (!world.files.exists(file)) return false;
  return seal::public_half_of(read_at_most(world.files, file, seal::key_file_bytes_max, Fault::key)) == key;
}

}  // namespace

std::vector<seal::PublicKey> Succession::earlier() const {
  std::vector<seal::PublicKey> keys;
  keys.reserve(handovers.size());
  for (const seal::Handover& handover : handovers) keys.push_back(handover.from);
  return keys;
}

std::vector<seal::PublicKey> Succession::all() const {
  std::vector<seal::PublicKey> keys = earlier();
  keys.push_back(now);
  return keys;
}

Succession read_succession(const World& world, const Path& dir, const KeyNames& names) {
  Succession found{read_public_key_file(world, dir / names.public_key),
                   read_file(world, dir / names.handovers, names),
                   {}};
  std::vector<seal::Handover>& all = found.handovers;
  if (all.empty() || all.back().to == found.now) return found;
  if (all.back().from == found.now) {
    found.begun = std::move(all.back());
    all.pop_back();
    return found;
  }
  throw Error(Fault::key, fmt::format("{} does not lead to the key in {}", names.handovers, names.public_key),
              "one of the two was replaced: put both back from one backup of the box");
}

Path kept_secret(const Path& present, const KeyNames& names, const seal::PublicKey& key) {
  return present.parent_path() / fmt::format("{}.{}.key", names.of, seal::key_id_text(key.id));
}

std::optional<Path> find_secret(const World& world, const Path& present, const KeyNames& names,
                                const seal::PublicKey& key) {
  if (is_secret_of(world, present, key)) return present;
  Path kept = kept_secret(present, names, key);
  return is_secret_of(world, kept, key) ? std::optional(std::move(kept)) : std::nullopt;
}

std::vector<seal::PublicKey> still_needed(const Succession& succession, const std::set<std::string>& heads) {
  std::set<seal::KeyId> ids;
  for (const std::string& head : heads) {
    if (const auto id = seal::key_id_of(head)) ids.insert(*id);
  }
  std::vector<seal::PublicKey> keys = succession.earlier();
  const auto first = std::find_if(keys.begin(), keys.end(),
                                  [&](const seal::PublicKey& key) { return ids.contains(key.id); });
  return {first, keys.end()};
}

void add_earlier(const World& world, seal::SecretKeys& keys, const Path& present, const KeyNames& names,
                 const std::vector<seal::PublicKey>& earlier, const seal::Passphrase& passphrase) {
  for (const seal::PublicKey& key : earlier) {
    const auto file = find_secret(world, present, names, key);
    if (!file) {
      throw Error(Fault::key,
                  fmt::format("the box holds what is sealed to its earlier key {}, and {} is not there",
                              seal::key_id_text(key.id), kept_secret(present, names, key).string()),
                  fmt::format("bring a copy of it. Where it is lost for good, so is what it opens: move {} "
                              "away, and that counts as refused",
                              names.handovers));
    }
    try {
      keys.add_earlier(unlock(world, *file, passphrase));
    } catch (const Error& error) {
      if (error.fault() != Fault::key) throw;
      throw Error(Fault::key, error.what(),
                  fmt::format("an earlier key has the passphrase of the present one: `postbox key passphrase "
                              "--key {}` gives it another",
                              file->string()));
    }
  }
}

}  // namespace postbox::cli
