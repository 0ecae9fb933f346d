#include "emptying/known_packs.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "emptying/manifest.hpp"
#include "emptying/reference.hpp"
#include "feedback/encoding.hpp"
#include "seal/digest.hpp"
#include "store/restored.hpp"

namespace postbox::emptying {
namespace {

using References = std::set<std::string, std::less<>>;

bool is_as_signed(const ManifestFile& file, const std::string& bytes) {
  return bytes.size() == file.bytes && seal::sha256_of(bytes) == file.sha256;
}

// Of a feedback.jsonl that the box has signed.
void add_references(std::string_view lines, References& references) {
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    references.insert(nlohmann::json::parse(line).at("reference").get<std::string>());
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
  }
}

std::vector<seal::PublicKey> public_halves(const seal::SecretKeys& keys) {
  std::vector<seal::PublicKey> all = {keys.public_key()};
  for (const seal::SecretKeys& earlier : keys.earlier()) all.push_back(earlier.public_key());
  return all;
}

class Search {
 public:
  Search(const Rooms& rooms, Progress& progress) : rooms_(rooms), progress_(progress), reader_(rooms.box) {
    for (const store::Emptying& emptying : store::all_emptyings(rooms.box)) {
      seen_.insert(emptying.pack);
      folders_.insert(emptying.exports);
    }
  }

  std::vector<KnownPack> in(const Path& exports) {
    folders_.insert(exports);
    for (const Path& folder : folders_) look_into(folder);
    return std::move(known_);
  }

 private:
  void look_into(const Path& exports) {
    for (const Manifest& manifest : signed_packs(rooms_.files, exports, public_halves(rooms_.keys))) {
      if (!seen_.insert(manifest.pack).second) continue;
      KnownPack pack{.emptying = {.month = manifest.month,
                                  .pack = manifest.pack,
                                  .exports = exports,
                                  .state = store::EmptyingState::exported,
                                  .counts = manifest.counts}};
      find_rows(manifest, references_in(manifest, exports / manifest.pack), pack);
      known_.push_back(std::move(pack));
      progress_.say(
          fmt::format("{}: was delivered before the box was restored; {} of its submissions are in the box "
                      "and do not go out again",
                      manifest.pack, known_.back().rows.size()));
    }
  }

  References references_in(const Manifest& manifest, const Path& folder) {
    References references;
    for (const ManifestFile& file : manifest.files) {
      if (!file.path.ends_with("/feedback.jsonl")) continue;
      const std::string bytes =
          rooms_.files.exists(folder / file.path) ? rooms_.files.read(folder / file.path) : std::string();
      if (is_as_signed(file, bytes)) {
        add_references(bytes, references);
      } else {
        progress_.say(fmt::format("warning: {} is gone or was changed: what stood in it goes out again",
                                  (folder / file.path).string()));
      }
    }
    return references;
  }

  void find_rows(const Manifest& manifest, const References& references, KnownPack& pack) {
    const seal::SecretKeys& signer = *rooms_.keys.with_id(manifest.key);  // one of public_halves
    for (const store::RowKey row : store::keys_of_month(rooms_.box, manifest.month)) {
      const std::string_view record = reader_.read(row);
      const auto plaintext = rooms_.keys.open(record);
      const auto submission = plaintext ? decode(*plaintext) : std::nullopt;
      if (submission && references.contains(reference_of(signer, *submission, manifest.pack))) {
        pack.rows.push_back(row);
        pack.heads.emplace_back(store::head_of(record));
      }
    }
  }

  const Rooms& rooms_;
  Progress& progress_;
  store::SealedReader reader_;
  std::set<std::string> seen_;  // packs
  std::set<Path> folders_;
  std::vector<KnownPack> known_;
};

}  // namespace

std::vector<KnownPack> find_known_packs(const Rooms& rooms, const Path& exports, Progress& progress) {
  if (!store::restored_from(rooms.box)) return {};
  return Search(rooms, progress).in(exports);
}

void take_over(const Rooms& rooms, const std::vector<KnownPack>& known) {
  const auto backup_of = store::restored_from(rooms.box);
  if (!backup_of) return;
  // It was exported later: the retention is at most as long as was promised.
  for (const KnownPack& one : known) store::take_over(rooms.box, one.emptying, one.heads, *backup_of);
  store::forget_restored(rooms.box);
}

}  // namespace postbox::emptying
