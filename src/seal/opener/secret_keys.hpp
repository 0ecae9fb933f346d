// The secret half of a box's keys: opens what was sealed, signs what was emptied. Never linked into
// postbox-server.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "seal/public_key.hpp"

namespace postbox::seal {

// Text that is wiped from memory when it goes out of scope; moves, never copies.
class Passphrase {
 public:
  explicit Passphrase(std::string text) : text_(std::move(text)) {}
  ~Passphrase();
  Passphrase(Passphrase&& other) noexcept;
  Passphrase& operator=(Passphrase&& other) noexcept;
  Passphrase(const Passphrase&) = delete;
  Passphrase& operator=(const Passphrase&) = delete;
  std::string_view view() const { return text_; }
  bool empty() const { return text_.empty(); }

 private:
  std::string text_;
};

class SecretKeys {  // sole owner; locked in memory while it lives, wiped when it goes out of scope
 public:
  static SecretKeys generate();
  ~SecretKeys();
  SecretKeys(SecretKeys&&) noexcept;
  SecretKeys& operator=(SecretKeys&&) noexcept;

  const PublicKey& public_key() const;

  // The plaintext of a record that was sealed to this key. Nothing when it was altered, is for another key or
  // is no record at all; the caller counts it and goes on. Safe from several threads.
  std::optional<std::string> open(std::string_view record) const;

  // Base64 of an Ed25519 signature over exactly `bytes`.
  std::string sign(std::string_view bytes) const;

  // 64 secret bits that depend on this key, `purpose` and `input` alone: the order of rows in a pack,
  // references. Nobody without the secret key can find the input from the output, so a pack cannot be held
  // against the database.
  std::uint64_t secret_number(std::string_view purpose, std::string_view input) const;

 private:
  friend std::string write_key_file(const SecretKeys&, const Passphrase&);
  friend std::optional<SecretKeys> read_key_file(std::string_view, const Passphrase&);
  struct Bytes;
  explicit SecretKeys(std::unique_ptr<Bytes> bytes);
  std::unique_ptr<Bytes> bytes_;
};

// A text file (base64) that holds the secret keys under a passphrase: Argon2id, MODERATE or stronger, then
// secretbox.
std::string write_key_file(const SecretKeys& keys, const Passphrase& passphrase);

// Nothing when the passphrase is wrong or the file was altered. Throws Error(Fault::key) when it is no key
// file.
std::optional<SecretKeys> read_key_file(std::string_view text, const Passphrase& passphrase);

}  // namespace postbox::seal
