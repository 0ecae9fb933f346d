// The half of this room that faces the public cannot open, unlock or sign: its library does not name the
// functions that do.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace postbox::seal {
namespace {

std::string library(const char* name) {
  std::ifstream file(std::string(POSTBOX_BINARY_DIR) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("separation: the public half names no function that opens, and the test would see one") {
  const std::string public_half = library("libseal.a");
  const std::string secret_half = library("libseal_opener.a");
  REQUIRE(public_half.find("crypto_box_seal") != std::string::npos);
  for (const char* name :
       {"crypto_box_seal_open", "crypto_secretbox_open", "crypto_sign_detached", "crypto_pwhash"}) {
    CAPTURE(name);
    CHECK(public_half.find(name) == std::string::npos);
    CHECK(secret_half.find(name) != std::string::npos);
  }
}

}  // namespace
}  // namespace postbox::seal
