#include "cli/check_keys.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"
#include "cli/succession.hpp"
#include "seal/sealer.hpp"

namespace postbox::cli {
namespace {

class KeyCheck {
 public:
  KeyCheck(const World& world, const Box& box, const KeyNames& names, Findings& findings)
      : world_(world),
        names_(names),
        findings_(findings),
        succession_(read_succession(world, box.house.box, names)),
        present_(box.secret_key(names.secret_key)),
        ours_(succession_.all()) {
    if (succession_.begun) ours_.push_back(succession_.begun->to);
  }

  void run() {
    look_at(present_);
    for (const seal::PublicKey& key : succession_.all()) look_at(kept_secret(present_, names_, key));
    look_for_rotation();
    look_for_unnamed();
  }

 private:
  std::optional<seal::PublicKey> owner_of(const Path& file) const {
    return seal::public_half_of(read_at_most(world_.files, file, seal::key_file_bytes_max, Fault::key));
  }
  bool is_ours(const seal::PublicKey& key) const {
    return std::find(ours_.begin(), ours_.end(), key) != ours_.end();
  }

  // Whether the passphrase opens it only an emptying can tell, but a file that nothing opens is named before
  // the day when it is needed.
  void look_at(const Path& file) {
    if (!world_.files.exists(file)) return;
    if ((world_.files.mode(file) & 077U) != 0) {
      findings_.wrong(Fault::key, file.string() + " can be read by others", "chmod 600 " + file.string());
    }
    if ((world_.files.mode(file.parent_path()) & 077U) != 0) {
      findings_.wrong(Fault::key, file.parent_path().string() + " is open to others",
                      "chmod 700 " + file.parent_path().string());
    }
    look_into(file);
  }

  void look_into(const Path& file) {
    const std::string text = read_at_most(world_.files, file, seal::key_file_bytes_max, Fault::key);
    try {
      if (is_ours(seal::check_key_file(text))) return;
      findings_.wrong(Fault::key, file.string() + " is the key of another box",
                      "bring back a copy of this box's own; `postbox key show` prints the fingerprints");
    } catch (const Error& error) {
      findings_.wrong(error.fault(), file.string() + ": " + error.what(),
                      "bring a copy of it back today: without it nothing opens");
    }
  }

  void look_for_rotation() {
    const auto secret = find_secret(world_, present_, names_, succession_.now);
    if (!succession_.begun && secret != kept_secret(present_, names_, succession_.now)) return;
    findings_.warn(
        fmt::format("a rotation of the {} key stopped half way; all still opens", names_.of),
        fmt::format("run `postbox key rotate{}` again: it finishes what was begun", names_.option));
  }

  // keys/box.ID.key of a key that this box never had: a rotation that stopped before its handover was written
  // leaves it, or a backup of before a rotation that came back.
  void look_for_unnamed() {
    const Path folder = present_.parent_path();
    if (!world_.files.is_folder(folder)) return;
    const std::size_t size = kept_secret(present_, names_, succession_.now).filename().string().size();
    for (const std::string& name : world_.files.list(folder)) {
      const Path file = folder / name;
      const bool fits = name.size() == size && name.starts_with(names_.of);
      if (!fits || !world_.files.is_plain_file(file)) continue;
      const auto key = owner_of(file);
      if (!key || is_ours(*key) || file != kept_secret(present_, names_, *key)) continue;
      findings_.warn(file.string() + " is of a key that this box never had",
                     "a rotation that stopped early leaves such a file, and nothing is sealed to it then: "
                     "remove it, unless a box put aside by `postbox restore` or another box needs it");
    }
  }

  const World& world_;
  const KeyNames& names_;
  Findings& findings_;
  const Succession succession_;
  const Path present_;
  std::vector<seal::PublicKey> ours_;
};

}  // namespace

void check_keys(const World& world, const Box& box, Findings& findings) {
  for (const KeyNames& names : {box_names, safeguarding_names}) KeyCheck(world, box, names, findings).run();
}

}  // namespace postbox::cli
