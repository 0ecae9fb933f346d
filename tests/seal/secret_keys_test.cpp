#include "seal/opener/secret_keys.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "seal/sealer.hpp"

namespace postbox::seal {
namespace {

TEST_CASE("secret keys: no two are the same") {
  CHECK(SecretKeys::generate().public_key() != SecretKeys::generate().public_key());
}

TEST_CASE("secret keys: they work on after a move") {
  SecretKeys first = SecretKeys::generate();
  const PublicKey key = first.public_key();
  SecretKeys second = std::move(first);
  SecretKeys third = SecretKeys::generate();
  third = std::move(second);
  CHECK(third.public_key() == key);
  CHECK(third.open(seal(key, "words")) == "words");
}

TEST_CASE("secret number: depends on the key, the purpose and the input, and on nothing else") {
  const SecretKeys keys = SecretKeys::generate();
  CHECK(keys.secret_number("order", "abc") == keys.secret_number("order", "abc"));

  using Pair = std::pair<std::string_view, std::string_view>;
  const Pair pairs[] = {{"order", "abc"}, {"reference", "abc"}, {"order", "abd"},
                        {"ordera", "bc"}, {"", "orderabc"},     {"orderabc", ""},
                        {"", ""},         {"order", ""},        {"order", std::string_view("\0", 1)}};
  std::map<std::uint64_t, Pair> seen;
  for (const Pair& pair : pairs) {
    CAPTURE(pair.first);
    CHECK(seen.emplace(keys.secret_number(pair.first, pair.second), pair).second);
  }
  CHECK(SecretKeys::generate().secret_number("order", "abc") != keys.secret_number("order", "abc"));
}

TEST_CASE("secret number: its bits are even, so that sorting by it shuffles") {
  const SecretKeys keys = SecretKeys::generate();
  constexpr int rounds = 4000;
  int ones[64] = {};
  for (int i = 0; i < rounds; ++i) {
    const std::uint64_t number = keys.secret_number("order", std::to_string(i));
    for (unsigned bit = 0; bit < 64; ++bit) ones[bit] += static_cast<int>((number >> bit) & 1U);
  }
  // Six standard deviations to each side: 6 * sqrt(4000) / 2.
  for (const int count : ones) CHECK(std::abs(count - rounds / 2) < 190);
}

TEST_CASE("passphrase: the text that it was made of is wiped, short or long") {
  for (const std::size_t size : {3U, 15U, 16U, 300U}) {
    CAPTURE(size);
    std::string text(size, 'p');
    const char* const bytes = text.data();
    const Passphrase passphrase(std::move(text));
    CHECK(passphrase.view() == std::string(size, 'p'));
    CHECK(text.empty());  // NOLINT(bugprone-use-after-move): that it was wiped is the point
    CHECK(bytes == text.data());
    CHECK(std::all_of(bytes, bytes + size, [](char c) { return c == '\0'; }));
  }
}

TEST_CASE("passphrase: moves, and leaves nothing behind") {
  Passphrase first(std::string("words"));
  CHECK_FALSE(first.empty());
  Passphrase second = std::move(first);
  CHECK(second.view() == "words");
  CHECK(first.empty());  // NOLINT(bugprone-use-after-move): that nothing is left is the point
  Passphrase third(std::string("other"));
  third = std::move(second);
  CHECK(third.view() == "words");
  CHECK(Passphrase(std::string()).empty());
}

// Each unlocking takes half a second and 256 MiB: what can be shown with a prepared file stands in
// schema/vectors/key_files_v1.json.
TEST_CASE("key file: written under a passphrase, read with it alone, and never the same twice") {
  const SecretKeys keys = SecretKeys::generate();
  const Passphrase passphrase(std::string("Llyn Tegid \xF0\x9F\x9A\xA3"));
  const std::string text = write_key_file(keys, passphrase);
  CHECK(text != write_key_file(keys, passphrase));
  CHECK(text.find("argon2id-passes: 3\nargon2id-memory-bytes: 268435456\n") != std::string::npos);

  const auto read = read_key_file(text, passphrase);
  REQUIRE(read);
  CHECK(read->public_key() == keys.public_key());
  CHECK(read->open(seal(keys.public_key(), "words")) == "words");
  CHECK(read->sign("bytes") == keys.sign("bytes"));
  CHECK(read->secret_number("order", "abc") == keys.secret_number("order", "abc"));

  CHECK_FALSE(read_key_file(text, Passphrase(std::string("llyn Tegid \xF0\x9F\x9A\xA3"))));
  CHECK_FALSE(read_key_file(text, Passphrase(std::string())));
}

}  // namespace
}  // namespace postbox::seal
