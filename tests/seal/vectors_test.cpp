// Reads every vector of schema/vectors/: they were made by another program from the documents alone, so these
// tests hold the documents and the code together.
#include <doctest/doctest.h>
#include <fmt/core.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "base/error.hpp"
#include "base/file_system.hpp"
#include "feedback/encoding.hpp"
#include "seal/base64.hpp"
#include "seal/digest.hpp"
#include "seal/opener/secret_keys.hpp"
#include "support/json.hpp"

namespace postbox::seal {
namespace {

nlohmann::json read_vectors(const std::string& name) {
  return nlohmann::json::parse(
      PosixFileSystem{}.read(Path(POSTBOX_SOURCE_DIR) / "schema" / "vectors" / name));
}

std::string from_base64_text(const std::string& base64) {
  const auto padding = static_cast<std::size_t>(std::count(base64.begin(), base64.end(), '='));
  std::string bytes(base64.size() / 4 * 3 - padding, '\0');
  if (!from_base64(base64, {reinterpret_cast<unsigned char*>(bytes.data()), bytes.size()})) {
    throw std::runtime_error("bad base64 in the vectors");
  }
  return bytes;
}

// The test key of the vectors; unlocked once, because that takes half a second.
const SecretKeys& vector_keys() {
  static const SecretKeys keys = [] {
    const auto key = read_vectors("sealed_record_v1.json").at("key");
    return read_key_file(key.at("secret_key_file").get<std::string>(),
                         Passphrase(key.at("passphrase").get<std::string>()))
        .value();
  }();
  return keys;
}

TEST_CASE("vectors: the key file opens to the keys that are named") {
  const auto key = read_vectors("sealed_record_v1.json").at("key");
  CHECK(write_public_key(vector_keys().public_key()) == key.at("public_key_file"));
  CHECK(fingerprint(vector_keys().public_key()) == key.at("fingerprint"));
}

TEST_CASE("vectors: records that must open give their plaintext") {
  const auto cases = read_vectors("sealed_record_v1.json").at("open");
  REQUIRE(cases.size() >= 10);
  for (const auto& c : cases) {
    CAPTURE(c.at("why").get<std::string>());
    const auto plaintext = vector_keys().open(from_base64_text(c.at("record")));
    REQUIRE(plaintext);
    CHECK(*plaintext == c.at("plaintext").get<std::string>());
    const auto submission = decode(*plaintext);
    CHECK(submission.has_value() == c.at("submission").get<bool>());
    if (submission) CHECK(encode(*submission) == *plaintext);
  }
}

TEST_CASE("vectors: records that must be refused give nothing") {
  const auto cases = read_vectors("sealed_record_v1.json").at("refuse");
  REQUIRE(cases.size() >= 35);
  for (const auto& c : cases) {
    CAPTURE(c.at("why").get<std::string>());
    CHECK_FALSE(vector_keys().open(from_base64_text(c.at("record"))));
  }
}

TEST_CASE("vectors: public key files") {
  const auto vectors = read_vectors("key_files_v1.json");
  for (const auto& c : vectors.at("public_key_opens")) {
    CAPTURE(c.at("why").get<std::string>());
    const auto key = read_public_key(c.at("text").get<std::string>());
    REQUIRE(key);
    CHECK(key_id_text(key->id) == c.at("id"));
    CHECK(fingerprint(*key) == c.at("fingerprint"));
  }
  REQUIRE(vectors.at("public_key_refused").size() >= 30);
  for (const auto& c : vectors.at("public_key_refused")) {
    CAPTURE(c.at("why").get<std::string>());
    CHECK_FALSE(read_public_key(c.at("text").get<std::string>()));
  }
}

TEST_CASE("vectors: secret key files, by what the reader must do") {
  const auto vectors = read_vectors("key_files_v1.json");
  const auto read = [&](const auto& c) {
    return read_key_file(c.at("text").template get<std::string>(),
                         Passphrase(vectors.at("passphrase").get<std::string>()));
  };
  for (const auto& c : vectors.at("secret_key_opens")) {
    CAPTURE(c.at("why").get<std::string>());
    const auto keys = read(c);
    REQUIRE(keys);
    CHECK(keys->public_key() == vector_keys().public_key());
    CHECK(check_key_file(c.at("text").get<std::string>()) == vector_keys().public_key());
  }
  REQUIRE(vectors.at("secret_key_is_no_key_file").size() >= 20);
  for (const auto& c : vectors.at("secret_key_is_no_key_file")) {
    CAPTURE(c.at("why").get<std::string>());
    try {
      read(c);
      FAIL("taken for a key file");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::key);
      CHECK_FALSE(error.hint().empty());
    }
    CHECK_THROWS_AS(check_key_file(c.at("text").get<std::string>()),
                    Error);  // nobody unlocks first to learn it
  }
  REQUIRE(vectors.at("secret_key_does_not_open").size() >= 4);
  for (const auto& c : vectors.at("secret_key_does_not_open")) {
    CAPTURE(c.at("why").get<std::string>());
    CHECK_FALSE(read(c));
  }
}

TEST_CASE("vectors: signatures and secret numbers stay what they are") {
  const auto vectors = read_vectors("key_files_v1.json");
  for (const auto& c : vectors.at("signatures")) {
    const auto message = c.at("message").get<std::string>();
    CHECK(vector_keys().sign(message) == c.at("signature"));
    CHECK(verifies(vector_keys().public_key(), message, c.at("signature").get<std::string>()));
  }
  for (const auto& c : vectors.at("secret_numbers")) {
    const auto purpose = c.at("purpose").get<std::string>();
    const auto input = c.at("input").get<std::string>();
    CAPTURE(purpose);
    CHECK(fmt::format("{:016x}", vector_keys().secret_number(purpose, input)) == c.at("number"));
  }
}

}  // namespace
}  // namespace postbox::seal
