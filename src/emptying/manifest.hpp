// The manifest of a pack folder: what was read, where it went, and the size and SHA-256 of every file, signed
// with the box's Ed25519 key over the manifest's exact bytes (manifest.json.sig, base64).
//
// Described in schema/manifest.md. No clock time stands in it: the same claim gives the same bytes.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.hpp"
#include "seal/public_key.hpp"
#include "store/emptyings.hpp"

namespace postbox::emptying {

struct ManifestFile {
  std::string path;  // relative to the pack folder, with '/'
  std::uint64_t bytes = 0;
  std::string sha256;  // lower-case hexadecimal

  friend bool operator==(const ManifestFile&, const ManifestFile&) = default;
};

// Submissions that a person has to translate, by folder and language.
using ForTranslation = std::map<std::string, std::map<std::string, std::int64_t>>;

struct Manifest {
  std::string pack;
  Month month;
  seal::KeyId key{};
  store::EmptyingCounts counts{};
  std::map<std::string, std::int64_t> rows{};  // submissions by recipient id, `unsorted` included
  ForTranslation for_translation{};
  std::vector<ManifestFile> files{};  // ascending by path
};

inline constexpr const char* manifest_name = "manifest.json";
inline constexpr const char* signature_name = "manifest.json.sig";

std::string write_manifest(const Manifest& manifest);

// As a manifest of this program's own says; nothing for one of a version that did not tell languages.
ForTranslation read_for_translation(std::string_view manifest);

// Every file under `folder`, read back from the disk and hashed, ascending by path.
std::vector<ManifestFile> hash_files(const FileSystem& files, const Path& folder);

// The manifest of a pack folder. Nothing where there is none, or it was signed with none of these keys: the
// box's own, and those that it had before.
std::optional<Manifest> read_signed_manifest(const FileSystem& files, const Path& folder,
                                             std::span<const seal::PublicKey> keys);

// The packs in the folder `exports` whose manifests were signed with one of these keys, ascending; none where
// there is no such folder. What else people keep there is passed over.
std::vector<Manifest> signed_packs(const FileSystem& files, const Path& exports,
                                   std::span<const seal::PublicKey> keys);

// What is wrong with a pack folder, each in a line for the keeper: a signature that does not verify, a file
// that was changed, is missing or was added. Empty: it is as it was written. Changes nothing. Throws
// Error(Fault::missing_input) where there is no manifest.
std::vector<std::string> changes_since_signed(const FileSystem& files, const Path& manifest,
                                              std::span<const seal::PublicKey> keys);

}  // namespace postbox::emptying
