#include "seal/sealer.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <set>
#include <thread>
#include <vector>

#include "base/error.hpp"
#include "seal/opener/secret_keys.hpp"

namespace postbox::seal {
namespace {

constexpr std::size_t kib = 1024;
constexpr std::size_t head_and_tag = 61;

const SecretKeys& some_keys() {
  static const SecretKeys keys = SecretKeys::generate();
  return keys;
}

TEST_CASE("seal: what was sealed opens, and its length tells one of eight sizes only") {
  struct Case {
    const char* why;
    std::size_t plaintext;
    std::size_t padded;
  };
  const Case cases[] = {
      {"nothing", 0, kib},
      {"a word", 4, kib},
      {"the longest for 1 KiB", kib - 1, kib},
      {"padding needs a byte of its own", kib, 2 * kib},
      {"the longest for 2 KiB", 2 * kib - 1, 2 * kib},
      {"2 KiB", 2 * kib, 4 * kib},
      {"4 KiB", 4 * kib, 8 * kib},
      {"8 KiB", 8 * kib, 16 * kib},
      {"the longest for 16 KiB", 16 * kib - 1, 16 * kib},
      {"16 KiB", 16 * kib, 32 * kib},
      {"32 KiB", 32 * kib, 64 * kib},
      {"64 KiB", 64 * kib, 128 * kib},
      {"the longest of all", plaintext_bytes_max, 128 * kib},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const std::string plaintext(c.plaintext, '\x80');
    const std::string record = seal(some_keys().public_key(), plaintext);
    CHECK(record.size() == head_and_tag + c.padded);
    CHECK(some_keys().open(record) == plaintext);
  }
}

TEST_CASE("seal: bytes of every kind come back as they were") {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  const std::string_view rows[] = {all, std::string_view("\x80\0\0", 3), std::string_view("\0", 1), "\x80"};
  for (const std::string_view plaintext : rows) {
    CHECK(some_keys().open(seal(some_keys().public_key(), plaintext)) == plaintext);
  }
}

TEST_CASE("seal: a plaintext over the largest size is refused, with what to do") {
  try {
    seal(some_keys().public_key(), std::string(plaintext_bytes_max + 1, 'x'));
    FAIL("sealed");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::data);
    CHECK_FALSE(error.hint().empty());
  }
}

TEST_CASE("seal: a key of small order is refused, for everybody could open what is sealed to it") {
  const PublicKey zero = make_public_key({}, some_keys().public_key().verify);
  CHECK_THROWS_AS(seal(zero, "words"), Error);
}

TEST_CASE("seal: the same words never give the same record, and stand nowhere in it") {
  const std::string words = "words of a family";
  std::set<std::string> records;
  for (int i = 0; i < 20; ++i) records.insert(seal(some_keys().public_key(), words));
  CHECK(records.size() == 20);
  for (const std::string& record : records) CHECK(record.find(words) == std::string::npos);
}

TEST_CASE("open: a record with any one bit altered gives nothing") {
  const std::string record = seal(some_keys().public_key(), "words");
  for (std::size_t i = 0; i < record.size(); ++i) {
    CAPTURE(i);
    std::string altered = record;
    altered[i] = static_cast<char>(altered[i] ^ (1 << (i % 8)));
    // X25519 leaves out the top bit of a public key, but the nonce is made of all of them.
    CHECK_FALSE(some_keys().open(altered));
  }
}

TEST_CASE("open: a record cut short anywhere, or lengthened, gives nothing") {
  const std::string record = seal(some_keys().public_key(), "words");
  for (std::size_t size = 0; size < record.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(some_keys().open(std::string_view(record).substr(0, size)));
  }
  for (const std::size_t more : {1U, 61U, 1024U, 3072U, 200000U}) {
    CAPTURE(more);
    CHECK_FALSE(some_keys().open(record + std::string(more, '\0')));
  }
}

TEST_CASE("open: another key opens nothing, the rest of the box goes on") {
  const SecretKeys other = SecretKeys::generate();
  const std::string record = seal(some_keys().public_key(), "words");
  CHECK_FALSE(other.open(record));
  CHECK(some_keys().open(record) == "words");
}

TEST_CASE("seal and open: several threads at once do not disturb each other") {
  std::atomic<int> right = 0;
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&right, t] {
      for (int i = 0; i < 50; ++i) {
        const std::string words(static_cast<std::size_t>(t * 500 + i), static_cast<char>('a' + t));
        if (some_keys().open(seal(some_keys().public_key(), words)) == words) ++right;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(right == 200);
}

}  // namespace
}  // namespace postbox::seal
