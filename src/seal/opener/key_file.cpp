// Secret keys as a file under a passphrase: schema/key_files.md.
#include <fmt/core.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/error.hpp"
#include "seal/base64.hpp"
#include "seal/bytes.hpp"
#include "seal/key_lines.hpp"
#include "seal/opener/secret_bytes.hpp"

namespace postbox::seal {
namespace {

constexpr std::string_view heading = "SEND Post Box secret key, version 1";
constexpr std::size_t box_bytes = stored_bytes + crypto_secretbox_MACBYTES;
constexpr std::uint64_t passes_max = 16;
constexpr std::uint64_t memory_bytes_max = 1024ULL * 1024 * 1024;

// All that stands above the line `secret:`. It is no secret, and it is bound: see box_key.
struct Head {
  PublicKey public_key;
  std::uint64_t passes = crypto_pwhash_argon2id_OPSLIMIT_MODERATE;
  std::uint64_t memory_bytes = crypto_pwhash_argon2id_MEMLIMIT_MODERATE;
  std::array<unsigned char, crypto_pwhash_argon2id_SALTBYTES> salt{};
  std::array<unsigned char, crypto_secretbox_NONCEBYTES> nonce{};
};

std::string write_head(const Head& head) {
  std::string text(heading);
  text += '\n';
  text += key_line("id", key_id_text(head.public_key.id));
  text += key_line("seal", to_base64(head.public_key.seal));
  text += key_line("verify", to_base64(head.public_key.verify));
  text += key_line("argon2id-passes", std::to_string(head.passes));
  text += key_line("argon2id-memory-bytes", std::to_string(head.memory_bytes));
  text += key_line("salt", to_base64(head.salt));
  text += key_line("nonce", to_base64(head.nonce));
  return text;
}

std::optional<std::uint64_t> read_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  // "007" is refused as well: there is one text for one number.
  return whole && std::to_string(number) == text ? std::optional(number) : std::nullopt;
}

std::optional<PublicKey> take_public_key(std::string_view& text) {
  const auto id = take_key_line(text, "id");
  const auto seal = take_key_line(text, "seal");
  const auto verify = take_key_line(text, "verify");
  PublicBytes seal_key{};
  PublicBytes verify_key{};
  if (!id || !seal || !verify || !from_base64(*seal, seal_key) || !from_base64(*verify, verify_key)) {
    return std::nullopt;
  }
  const PublicKey key = make_public_key(seal_key, verify_key);
  return *id == key_id_text(key.id) ? std::optional(key) : std::nullopt;
}

// Takes the head off the front of `text`, the line `secret:` remains.
std::optional<Head> take_head(std::string_view& text) {
  if (!take_heading(text, heading)) return std::nullopt;
  const auto public_key = take_public_key(text);
  const auto passes = take_key_line(text, "argon2id-passes");
  const auto memory = take_key_line(text, "argon2id-memory-bytes");
  const auto salt = take_key_line(text, "salt");
  const auto nonce = take_key_line(text, "nonce");
  if (!public_key || !passes || !memory || !salt || !nonce) return std::nullopt;
  const auto passes_number = read_number(*passes);
  const auto memory_number = read_number(*memory);
  if (!passes_number || !memory_number) return std::nullopt;
  Head head{*public_key, *passes_number, *memory_number};
  if (!from_base64(*salt, head.salt) || !from_base64(*nonce, head.nonce)) return std::nullopt;
  return head;
}

struct Parts {
  Head head;
  std::array<unsigned char, box_bytes> box{};
};

std::optional<Parts> take_parts(std::string_view text) {
  auto head = take_head(text);
  const auto secret = head ? take_key_line(text, "secret") : std::nullopt;
  Parts parts;
  if (!secret || !text.empty() || !from_base64(*secret, parts.box)) return std::nullopt;
  parts.head = *head;
  return parts;
}

void check_strength(const Head& head) {
  if (head.passes < crypto_pwhash_argon2id_OPSLIMIT_MODERATE ||
      head.memory_bytes < crypto_pwhash_argon2id_MEMLIMIT_MODERATE) {
    throw Error(Fault::key, "this key file is protected too weakly: its Argon2id limits are under MODERATE",
                "use an untouched copy of the key file");
  }
  if (head.passes > passes_max || head.memory_bytes > memory_bytes_max) {
    throw Error(Fault::key, "this key file asks for more work or memory than any Post Box does",
                "use an untouched copy of the key file");
  }
}

Parts read_parts(std::string_view text) {
  const auto parts = take_parts(text);
  if (!parts) {
    throw Error(Fault::key, "this is no secret key file of a Post Box, or it was damaged",
                "name the file that `postbox init` made, or a copy of it");
  }
  check_strength(parts->head);
  return *parts;
}

// Argon2id makes a key of the passphrase; BLAKE2b under that key makes the box's key of the head, so that the
// box does not open under a head that was altered.
GuardedBytes box_key(const Head& head, const Passphrase& passphrase) {
  GuardedBytes slow(crypto_generichash_KEYBYTES);
  if (crypto_pwhash(slow.bytes().data(), slow.bytes().size(), passphrase.view().data(),
                    passphrase.view().size(), head.salt.data(), head.passes, head.memory_bytes,
                    crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw Error(Fault::busy,
                fmt::format("no memory to unlock the key: {} MiB are needed", head.memory_bytes >> 20U),
                "close other programs and try again");
  }
  GuardedBytes key(crypto_secretbox_KEYBYTES);
  const std::string bound = write_head(head);
  crypto_generichash(key.bytes().data(), key.bytes().size(), bytes_of(std::string_view(bound)), bound.size(),
                     slow.bytes().data(), slow.bytes().size());
  return key;
}

}  // namespace

std::string write_key_file(const SecretKeys& keys, const Passphrase& passphrase) {
  Head head;
  head.public_key = keys.public_key();
  randombytes_buf(head.salt.data(), head.salt.size());
  randombytes_buf(head.nonce.data(), head.nonce.size());
  const GuardedBytes key = box_key(head, passphrase);
  std::array<unsigned char, box_bytes> box{};
  crypto_secretbox_easy(box.data(), keys.bytes_->stored().data(), stored_bytes, head.nonce.data(),
                        key.bytes().data());
  return write_head(head) + key_line("secret", to_base64(box));
}

std::optional<PublicKey> public_half_of(std::string_view key_file) {
  const auto parts = take_parts(key_file);
  return parts ? std::optional(parts->head.public_key) : std::nullopt;
}

PublicKey check_key_file(std::string_view text) { return read_parts(text).head.public_key; }

std::optional<SecretKeys> read_key_file(std::string_view text, const Passphrase& passphrase) {
  const Parts parts = read_parts(text);
  const GuardedBytes key = box_key(parts.head, passphrase);
  GuardedBytes stored(stored_bytes);
  if (crypto_secretbox_open_easy(stored.bytes().data(), parts.box.data(), parts.box.size(),
                                 parts.head.nonce.data(), key.bytes().data()) != 0) {
    return std::nullopt;
  }
  SecretKeys keys(std::make_unique<SecretKeys::Bytes>(stored.bytes()));
  // Only who knows the passphrase can have written a box that does not belong to its head.
  if (keys.public_key() != parts.head.public_key) return std::nullopt;
  return keys;
}

}  // namespace postbox::seal
