// Bytes from outside into what opens them: sealed records and public key files.
//
// The first byte says how the rest is taken. Bytes made at random never have the right head, so one way puts
// it in front; and what we seal ourselves must open to the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "feedback/encoding.hpp"
#include "seal/opener/secret_keys.hpp"
#include "seal/sealer.hpp"

namespace {

using namespace postbox;

void must(bool holds) {
  if (!holds) std::abort();
}

const seal::SecretKeys& keys() {
  static const seal::SecretKeys made = seal::SecretKeys::generate();
  return made;
}

void open_record(std::string_view record) {
  // Nobody can make a record that opens by guessing.
  must(!keys().open(record));
}

void open_behind_right_head(std::string_view rest) {
  static const std::string head = seal::seal(keys().public_key(), "").substr(0, 13);
  open_record(head + std::string(rest));
}

void seal_and_open(std::string_view plaintext) {
  if (plaintext.size() > seal::plaintext_bytes_max) return;
  must(keys().open(seal::seal(keys().public_key(), plaintext)) == plaintext);
  if (const auto submission = decode(plaintext)) must(encode(*submission) == plaintext);
}

void read_key(std::string_view text) {
  // One text for one key: what is read is written again to the byte.
  if (const auto key = seal::read_public_key(text)) must(seal::write_public_key(*key) == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0:
      open_record(rest);
      break;
    case 1:
      open_behind_right_head(rest);
      break;
    case 2:
      seal_and_open(rest);
      break;
    default:
      read_key(rest);
      break;
  }
  return 0;
}
