#include "seal/public_key.hpp"

#include <doctest/doctest.h>

#include "seal/opener/secret_keys.hpp"

namespace postbox::seal {
namespace {

TEST_CASE("public key: what is written is read again") {
  for (int i = 0; i < 20; ++i) {
    const PublicKey key = SecretKeys::generate().public_key();
    CHECK(read_public_key(write_public_key(key)) == key);
  }
}

TEST_CASE("public key: a file with any one byte altered, left out or doubled is refused") {
  const std::string text = write_public_key(SecretKeys::generate().public_key());
  for (std::size_t i = 0; i < text.size(); ++i) {
    CAPTURE(i);
    std::string altered = text;
    altered[i] = static_cast<char>(altered[i] ^ 1);
    CHECK_FALSE(read_public_key(altered));
    CHECK_FALSE(read_public_key(text.substr(0, i)));
    CHECK_FALSE(read_public_key(std::string(text).erase(i, 1)));
    CHECK_FALSE(read_public_key(std::string(text).insert(i, 1, text[i])));
  }
}

TEST_CASE("public key: the fingerprint can be read out, begins with the key id and covers both keys") {
  const PublicKey key = SecretKeys::generate().public_key();
  const std::string print = fingerprint(key);
  CHECK(print.size() == 39);  // eight groups of four, seven hyphens
  std::string digits = print;
  std::erase(digits, '-');
  CHECK(digits.size() == 32);
  CHECK(digits.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(digits.substr(0, 16) == key_id_text(key.id));

  PublicKey other = key;
  other.verify[31] ^= 1U;
  CHECK(fingerprint(other) != print);
  other = key;
  other.seal[0] ^= 1U;
  CHECK(fingerprint(other) != print);
}

TEST_CASE("public key: the id is written in 16 digits, zeros included") {
  CHECK(key_id_text({0, 1, 2, 3, 0xAB, 0xCD, 0xEF, 0xFF}) == "00010203abcdefff");
}

}  // namespace
}  // namespace postbox::seal
