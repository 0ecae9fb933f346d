// The secret half of a box's keys: opens what was sealed, signs what was emptied. Never linked into
// postbox-server.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "seal/opener/guarded_bytes.hpp"
#include "seal/public_key.hpp"

namespace postbox::seal {

// A passphrase, in guarded memory: wiped when it goes out of scope; moves, never copies.
class Passphrase {
 public:
  // Takes the words and wipes `text` itself: a short string would otherwise keep them after a move.
  explicit Passphrase(std::string&& text);
  std::string_view view() const;
  bool empty() const { return words_.bytes().empty(); }

 private:
  GuardedBytes words_;
};

class SecretKeys {  // sole owner; locked in memory while it lives, wiped when it goes out of scope
 public:
  static SecretKeys generate();
  ~SecretKeys();
  SecretKeys(SecretKeys&& other) noexcept;
  SecretKeys& operator=(SecretKeys&& other) noexcept;

  const PublicKey& public_key() const;

  // A key that this one took over from: what was sealed to it is opened too. It signs nothing any more.
  void add_earlier(SecretKeys earlier);
  const std::vector<SecretKeys>& earlier() const { return earlier_; }
  // This key, or the earlier one, to which a record is sealed by its head; nullptr where it is none of them.
  const SecretKeys* holder_of(std::string_view record) const;
  // The one of this id, or nullptr.
  const SecretKeys* with_id(const KeyId& id) const;

  // The plaintext of a record that was sealed to this key or an earlier one. Nothing when it was altered, is
  // for another key or is no record at all; the caller counts it and goes on. Safe from several threads.
  std::optional<std::string> open(std::string_view record) const;

  // Base64 of an Ed25519 signature over exactly `bytes`.
  std::string sign(std::string_view bytes) const;

  // 64 secret bits that depend on this key, `purpose` and `input` alone: the order of rows in a pack,
  // references. Nobody without the secret key can find the input from the output, so a pack cannot be held
  // against the database.
  std::uint64_t secret_number(std::string_view purpose, std::string_view input) const;

 private:
  friend std::string write_key_file(const SecretKeys& keys, const Passphrase& passphrase);
  friend std::optional<SecretKeys> read_key_file(std::string_view text, const Passphrase& passphrase);
  struct Bytes;
  explicit SecretKeys(std::unique_ptr<Bytes> bytes);
  std::unique_ptr<Bytes> bytes_;
  std::vector<SecretKeys> earlier_;
};

// A text file (schema/key_files.md) that holds the secret keys under a passphrase: Argon2id MODERATE, then
// secretbox. Takes half a second and, for that time, 256 MiB; throws Error(Fault::busy) without them.
std::string write_key_file(const SecretKeys& keys, const Passphrase& passphrase);

// What can be told without the passphrase: whose key the file says that it holds. Throws Error(Fault::key)
// when it is no key file, or asks for less than MODERATE or for more than 16 passes or 1 GiB: a weak file
// must not pass as a strong one, a forged one must not take the machine.
PublicKey check_key_file(std::string_view text);

// Nothing when the passphrase is wrong or the file was altered, its public part included. Throws what
// check_key_file does.
std::optional<SecretKeys> read_key_file(std::string_view text, const Passphrase& passphrase);

// Whose secret half a key file says that it holds; it is no secret, and nothing is proven by it. Nothing
// where it is no key file from the first line to the last.
std::optional<PublicKey> public_half_of(std::string_view key_file);

}  // namespace postbox::seal
