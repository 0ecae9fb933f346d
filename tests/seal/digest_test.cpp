#include "seal/digest.hpp"

#include <doctest/doctest.h>

#include "seal/opener/secret_keys.hpp"
#include "support/temp_folder.hpp"

namespace postbox::seal {
namespace {

TEST_CASE("sha-256: the known answers of FIPS 180-2") {
  struct Case {
    const char* why;
    std::string bytes;
    std::string_view digest;
  };
  const Case cases[] = {
      {"nothing", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"one block", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"two blocks", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {"a million", std::string(1000000, 'a'),
       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(sha256_of(c.bytes) == c.digest);
  }
}

TEST_CASE("sha-256: bytes added in parts, or after a move, count the same") {
  Sha256 hash;
  hash.add("ab");
  Sha256 moved = std::move(hash);
  moved.add("");
  moved.add("c");
  CHECK(moved.finish_hex() == sha256_of("abc"));
}

TEST_CASE("sha-256: a file's is that of its bytes, and says how many there are") {
  const test::TempFolder folder;
  PosixFileSystem files;
  const std::string bytes(100'000, 'x');
  write_atomically(files, folder / "file", bytes, 0600);
  const FileDigest digest = digest_of_file(files, folder / "file");
  CHECK(digest.bytes == bytes.size());
  CHECK(digest.sha256 == sha256_of(bytes));
}

TEST_CASE("sha-256: is written in 64 small hexadecimal digits, and nothing else is one") {
  const std::string digest = sha256_of("abc");
  CHECK(is_sha256(digest));
  for (const std::string& wrong : {std::string(), digest.substr(1), digest + "0", "A" + digest.substr(1),
                                   "g" + digest.substr(1), " " + digest.substr(1)}) {
    CAPTURE(wrong);
    CHECK_FALSE(is_sha256(wrong));
  }
}

TEST_CASE("signature: holds for exactly the bytes and the key, in exactly one writing") {
  const SecretKeys keys = SecretKeys::generate();
  const std::string bytes = "{\"read\":3}\n";
  const std::string good = keys.sign(bytes);
  CHECK(good.size() == 88);
  CHECK(verifies(keys.public_key(), bytes, good));
  CHECK(keys.sign(bytes) == good);

  std::string flipped = good;
  flipped[0] = flipped[0] == 'A' ? 'B' : 'A';
  struct Case {
    const char* why;
    std::string bytes;
    std::string signature;
  };
  const Case cases[] = {
      {"a byte more", bytes + "\n", good},
      {"a byte less", bytes.substr(1), good},
      {"other bytes", "{\"read\":4}\n", good},
      {"an altered signature", bytes, flipped},
      {"no signature", bytes, ""},
      {"cut short", bytes, good.substr(0, 84)},
      {"without its =", bytes, good.substr(0, 86)},
      {"a line end after it", bytes, good + "\n"},
      {"two of them", bytes, good + good},
      {"no base64", bytes, std::string(88, '!')},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK_FALSE(verifies(keys.public_key(), c.bytes, c.signature));
  }
  CHECK_FALSE(verifies(keys.public_key(), {}, {}));
  CHECK(verifies(keys.public_key(), {}, keys.sign({})));
  CHECK_FALSE(verifies(SecretKeys::generate().public_key(), bytes, good));
}

}  // namespace
}  // namespace postbox::seal
