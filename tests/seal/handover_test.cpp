#include "seal/handover.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "seal/opener/hand_over.hpp"
#include "seal/sealer.hpp"

namespace postbox::seal {
namespace {

struct ThreeKeys {
  SecretKeys first = SecretKeys::generate();
  SecretKeys second = SecretKeys::generate();
  SecretKeys third = SecretKeys::generate();
  std::string one = write_handover(first, second, "box", "2026-11-06");
  std::string two = write_handover(second, third, "box", "2027-01-31");
};

TEST_CASE("handover: what was written is read back, oldest first") {
  const ThreeKeys keys;
  const auto all = read_handovers(keys.one + keys.two, "box");
  REQUIRE(all.has_value());
  REQUIRE(all->size() == 2);
  CHECK(all->at(0).from == keys.first.public_key());
  CHECK(all->at(0).to == keys.second.public_key());
  CHECK(all->at(0).on == "2026-11-06");
  CHECK(all->at(1).to == keys.third.public_key());
  CHECK(read_handovers("", "box")->empty());
  std::string of_windows;
  for (const char c : keys.one) of_windows += c == '\n' ? "\r\n" : std::string(1, c);
  const auto same = read_handovers(of_windows + keys.two, "box");
  REQUIRE(same.has_value());
  CHECK(same->size() == 2);
}

TEST_CASE("handover: nobody but both keys can make one, and none can be altered, left out or put elsewhere") {
  const ThreeKeys keys;
  const SecretKeys stranger = SecretKeys::generate();
  const std::string by_stranger = write_handover(stranger, keys.third, "box", "2026-11-06");
  const auto line_of = [](const std::string& text, const std::string& name) {
    const std::size_t at = text.find(name + ": ");
    return text.substr(at, text.find('\n', at) - at);
  };
  const auto with = [](std::string text, const std::string& old, const std::string& other) {
    return text.replace(text.find(old), old.size(), other);
  };
  struct Case {
    const char* why;
    std::string text;
  };
  const Case cases[] = {
      {"one in the middle is gone", keys.two + keys.one},
      {"the same twice", keys.one + keys.one},
      {"another box's goes on", keys.one + by_stranger},
      {"the day was changed", with(keys.one, "2026-11-06", "2026-11-07")},
      {"another says that it is the earlier key's",
       with(keys.one, line_of(keys.one, "signed-by-from"), line_of(by_stranger, "signed-by-from"))},
      {"the later key has not signed",
       with(keys.one, line_of(keys.one, "signed-by-to"), line_of(keys.two, "signed-by-to"))},
      {"a key was replaced", with(keys.one, line_of(keys.one, "to-seal"), line_of(keys.two, "to-seal"))},
      {"its id was", with(keys.one, line_of(keys.one, "to-id"), line_of(keys.two, "to-id"))},
      {"something follows", keys.one + "\n"},
      {"cut short", keys.one.substr(0, keys.one.size() - 1)},
      {"a CR within a line", with(keys.one, "of: ", "of: \r")},
      {"a public key file", write_public_key(keys.first.public_key())},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK_FALSE(read_handovers(c.text, "box").has_value());
  }
  CHECK_FALSE(read_handovers(keys.one, "safeguarding").has_value());
}

TEST_CASE("secret keys: a key opens what was sealed to those before it, and signs and numbers as itself") {
  ThreeKeys keys;
  const std::string old = seal(keys.first.public_key(), "of the first");
  const std::string fresh = seal(keys.third.public_key(), "of the third");
  const SecretKeys stranger = SecretKeys::generate();
  const std::uint64_t number = keys.third.secret_number("order", "x");
  const std::string signature = keys.third.sign("x");
  const PublicKey first = keys.first.public_key();
  CHECK_FALSE(keys.third.open(old).has_value());

  keys.third.add_earlier(std::move(keys.first));
  keys.third.add_earlier(std::move(keys.second));
  CHECK(keys.third.open(old) == "of the first");
  CHECK(keys.third.open(fresh) == "of the third");
  CHECK_FALSE(keys.third.open(seal(stranger.public_key(), "x")).has_value());
  CHECK_FALSE(keys.third.open(old.substr(0, 13)).has_value());
  CHECK_FALSE(keys.third.open("").has_value());
  std::string altered = old;
  altered.back() = static_cast<char>(altered.back() ^ 1);
  CHECK_FALSE(keys.third.open(altered).has_value());
  CHECK(keys.third.holder_of(old)->public_key() == first);
  CHECK(keys.third.holder_of(fresh) == &keys.third);
  CHECK(keys.third.sign("x") == signature);
  CHECK(keys.third.secret_number("order", "x") == number);
}

}  // namespace
}  // namespace postbox::seal
