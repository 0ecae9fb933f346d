// SHA-256, and signatures as anybody can check them.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "seal/public_key.hpp"

namespace postbox::seal {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&& other) noexcept;
  Sha256& operator=(Sha256&& other) noexcept;
  void add(std::string_view bytes);
  std::string finish_hex();  // 64 lower-case hexadecimal digits; to be called once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// `signature`: base64 of an Ed25519 signature over exactly `bytes`.
bool verifies(const PublicKey& key, std::string_view bytes, std::string_view signature);

}  // namespace postbox::seal
