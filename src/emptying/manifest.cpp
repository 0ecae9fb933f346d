#include "emptying/manifest.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "seal/digest.hpp"

namespace postbox::emptying {
namespace {

using Json = nlohmann::ordered_json;  // keys come out in the order written here

constexpr std::uint64_t manifest_bytes_max = 16UL * 1024 * 1024;
constexpr std::uint64_t signature_bytes_max = 1024;

std::string read_manifest(const FileSystem& files, const Path& path) {
  return read_at_most(files, path, manifest_bytes_max, Fault::data);
}

// A pipe or a device in a pack's folder is nothing that was written there: it has no sum, and is not read.
ManifestFile hash_file(const FileSystem& files, const Path& folder, const std::string& path) {
  if (!files.is_plain_file(folder / path)) return {path, 0, {}};
  seal::FileDigest digest = seal::digest_of_file(files, folder / path);
  return {path, digest.bytes, std::move(digest.sha256)};
}

void hash_folder(const FileSystem& files, const Path& folder, const std::string& prefix,
                 std::vector<ManifestFile>& found) {
  for (const std::string& name : files.list(folder / prefix)) {
    if (files.is_folder(folder / prefix / name)) {
      hash_folder(files, folder, prefix + name + "/", found);
    } else {
      found.push_back(hash_file(files, folder, prefix + name));
    }
  }
}

std::map<std::string, ManifestFile> by_path(std::vector<ManifestFile> list) {
  std::map<std::string, ManifestFile> files;
  for (ManifestFile& file : list) files.emplace(file.path, std::move(file));
  return files;
}

std::vector<ManifestFile> listed_files(const nlohmann::json& manifest) {
  std::vector<ManifestFile> listed;
  for (const auto& entry : manifest.at("files")) {
    listed.push_back({entry.at("path"), entry.at("bytes"), entry.at("sha256")});
  }
  return listed;
}

Path signature_of(Path manifest) { return manifest += ".sig"; }

// By which of the keys, or nullptr.
const seal::PublicKey* signer_of(const FileSystem& files, const Path& manifest, const std::string& bytes,
                                 std::span<const seal::PublicKey> keys) {
  std::string signature = read_at_most(files, signature_of(manifest), signature_bytes_max, Fault::data);
  while (signature.ends_with('\n') || signature.ends_with('\r')) signature.pop_back();
  const auto signer = std::find_if(keys.begin(), keys.end(), [&](const seal::PublicKey& key) {
    return seal::verifies(key, bytes, signature);
  });
  return signer == keys.end() ? nullptr : &*signer;
}

// "2026-11", "2026-11.2"; not ".staging-2026-11", nor what else people keep there.
bool is_pack_name(std::string_view name) {
  return Month::parse(name.substr(0, 7)).has_value() && (name.size() == 7 || name[7] == '.');
}

Month month_of(const std::string& text) {
  if (const auto month = Month::parse(text)) return *month;
  throw Error(Fault::data, "a signed manifest names no month", "it was made by another program");
}

}  // namespace

std::string write_manifest(const Manifest& manifest) {
  Json listed = Json::array();
  for (const ManifestFile& file : manifest.files) {
    listed.push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  }
  const Json object = {{"format", "postbox-manifest-1"},
                       {"pack", manifest.pack},
                       {"month", manifest.month.text()},
                       {"key_id", seal::key_id_text(manifest.key)},
                       {"read", manifest.counts.read},
                       {"opened", manifest.counts.opened},
                       {"refused", manifest.counts.refused},
                       {"delivered", manifest.counts.delivered},
                       {"unsorted", manifest.counts.unsorted},
                       {"held", manifest.counts.held},
                       {"rows", manifest.rows},
                       {"for_translation", manifest.for_translation},
                       {"files", listed}};
  return object.dump(2) + "\n";
}

ForTranslation read_for_translation(std::string_view manifest) {
  return nlohmann::json::parse(manifest).value("for_translation", ForTranslation());
}

std::vector<ManifestFile> hash_files(const FileSystem& files, const Path& folder) {
  std::vector<ManifestFile> found;
  hash_folder(files, folder, "", found);
  std::sort(found.begin(), found.end(),
            [](const ManifestFile& a, const ManifestFile& b) { return a.path < b.path; });
  return found;
}

std::optional<Manifest> read_signed_manifest(const FileSystem& files, const Path& folder,
                                             std::span<const seal::PublicKey> keys) {
  const Path path = folder / manifest_name;
  if (!files.exists(path) || !files.exists(signature_of(path))) return std::nullopt;
  const std::string bytes = read_manifest(files, path);
  const seal::PublicKey* const signer = signer_of(files, path, bytes, keys);
  if (signer == nullptr) return std::nullopt;
  const auto object = nlohmann::json::parse(bytes);
  return Manifest{.pack = object.at("pack"),
                  .month = month_of(object.at("month")),
                  .key = signer->id,
                  .counts = {.read = object.at("read"),
                             .opened = object.at("opened"),
                             .refused = object.at("refused"),
                             .delivered = object.at("delivered"),
                             .unsorted = object.at("unsorted"),
                             .held = object.at("held")},
                  .rows = object.at("rows"),
                  .for_translation = object.value("for_translation", ForTranslation()),
                  .files = listed_files(object)};
}

std::vector<Manifest> signed_packs(const FileSystem& files, const Path& exports,
                                   std::span<const seal::PublicKey> keys) {
  std::vector<Manifest> packs;
  if (!files.is_folder(exports)) return packs;
  for (const std::string& name : files.list(exports)) {
    if (!is_pack_name(name)) continue;
    auto manifest = read_signed_manifest(files, exports / name, keys);
    if (manifest && manifest->pack == name) packs.push_back(*std::move(manifest));
  }
  return packs;
}

std::vector<std::string> changes_since_signed(const FileSystem& files, const Path& manifest,
                                              std::span<const seal::PublicKey> keys) {
  const std::string bytes = read_manifest(files, manifest);
  const Path signature = signature_of(manifest);
  if (!files.exists(signature)) return {fmt::format("{} is missing", signature.filename().string())};
  if (signer_of(files, manifest, bytes, keys) == nullptr) {
    return {fmt::format("{} was not signed with this box's key, or was changed since",
                        manifest.filename().string())};
  }
  std::vector<std::string> changes;
  auto on_disk = by_path(hash_files(files, manifest.has_parent_path() ? manifest.parent_path() : Path(".")));
  on_disk.erase(manifest.filename().string());
  on_disk.erase(signature.filename().string());
  for (const auto& [path, listed] : by_path(listed_files(nlohmann::json::parse(bytes)))) {
    const auto found = on_disk.extract(path);
    if (found.empty()) {
      changes.push_back(fmt::format("{} is missing", path));
    } else if (found.mapped() != listed) {
      changes.push_back(fmt::format("{} is not what was written", path));
    }
  }
  for (const auto& [path, file] : on_disk) changes.push_back(fmt::format("{} was added", path));
  return changes;
}

}  // namespace postbox::emptying
