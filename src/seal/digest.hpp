// SHA-256, written as 64 lower-case hexadecimal digits, and signatures as anybody can check them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/file_system.hpp"
#include "seal/public_key.hpp"

namespace postbox::seal {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&& other) noexcept;
  Sha256& operator=(Sha256&& other) noexcept;
  void add(std::string_view bytes);
  std::string finish_hex();  // to be called once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string sha256_of(std::string_view bytes);

// Whether `text` is written like one.
bool is_sha256(std::string_view text);

struct FileDigest {
  std::uint64_t bytes = 0;
  std::string sha256;
};
FileDigest digest_of_file(const FileSystem& files, const Path& path);

// `signature`: base64 of an Ed25519 signature over exactly `bytes`.
bool verifies(const PublicKey& key, std::string_view bytes, std::string_view signature);

}  // namespace postbox::seal
