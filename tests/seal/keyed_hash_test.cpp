#include "seal/keyed_hash.hpp"

#include <doctest/doctest.h>

#include <string>

using postbox::seal::KeyedHash;

TEST_CASE("keyed hash: the same bytes have one fingerprint, others another") {
  const KeyedHash hash;
  CHECK(hash.of("a key") == hash.of("a key"));
  CHECK(hash.of("") == hash.of(""));
  for (const std::string& other : {std::string(), std::string("a kez"), std::string("a key "),
                                   std::string("a key\0", 6), std::string(200'000, 'a')}) {
    CAPTURE(other.size());
    CHECK(hash.of(other) != hash.of("a key"));
  }
}

TEST_CASE("keyed hash: another process, or another use, has another key") {
  const KeyedHash one;
  const KeyedHash another;
  CHECK(one.of("a key") != another.of("a key"));
}
