#include "emptying/manifest.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "seal/digest.hpp"

namespace postbox::emptying {
namespace {

using Json = nlohmann::ordered_json;  // keys come out in the order written here

ManifestFile hash_file(const FileSystem& files, const Path& folder, const std::string& path) {
  seal::Sha256 hash;
  std::uint64_t bytes = 0;
  files.read_blocks(folder / path, [&](std::string_view block) {
    hash.add(block);
    bytes += block.size();
  });
  return {path, bytes, hash.finish_hex()};
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

std::map<std::string, ManifestFile> listed_files(std::string_view manifest) {
  std::map<std::string, ManifestFile> listed;
  const auto object = nlohmann::json::parse(manifest);
  for (const auto& entry : object.at("files")) {
    const std::string path = entry.at("path");
    listed[path] = {path, entry.at("bytes"), entry.at("sha256")};
  }
  return listed;
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

std::vector<std::string> changes_since_signed(const FileSystem& files, const Path& manifest,
                                              const seal::PublicKey& key) {
  const std::string bytes = files.read(manifest);
  Path signature = manifest;
  signature += ".sig";
  if (!files.exists(signature)) return {fmt::format("{} is missing", signature.filename().string())};
  std::string signed_text = files.read(signature);
  while (signed_text.ends_with('\n') || signed_text.ends_with('\r')) signed_text.pop_back();
  if (!seal::verifies(key, bytes, signed_text)) {
    return {fmt::format("{} was not signed with this box's key, or was changed since",
                        manifest.filename().string())};
  }
  std::vector<std::string> changes;
  auto on_disk = by_path(hash_files(files, manifest.has_parent_path() ? manifest.parent_path() : Path(".")));
  on_disk.erase(manifest.filename().string());
  on_disk.erase(signature.filename().string());
  for (const auto& [path, listed] : listed_files(bytes)) {
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
