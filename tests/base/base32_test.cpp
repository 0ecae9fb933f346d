#include "base/base32.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string_view>
#include <vector>

#include "support/counting_random.hpp"

namespace postbox {
namespace {

std::string base32_of(std::string_view bytes) {
  return base32({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
}

TEST_CASE("base32: the known answers of RFC 4648, lower case and without padding") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"", ""},
      {"f", "my"},
      {"fo", "mzxq"},
      {"foo", "mzxw6"},
      {"foob", "mzxw6yq"},
      {"fooba", "mzxw6ytb"},
      {"foobar", "mzxw6ytboi"},
  };
  for (const auto& [bytes, text] : rows) CHECK(base32_of(bytes) == text);
}

TEST_CASE("base32: the ends of the alphabet, and many bytes in a row") {
  CHECK(base32_of(std::string_view("\0\0\0\0\0", 5)) == "aaaaaaaa");
  CHECK(base32_of("\xFF\xFF\xFF\xFF\xFF") == "77777777");
  CHECK(base32(std::vector<unsigned char>(1000, 0xFF)) == std::string(1600, '7'));
}

TEST_CASE("base32: 16 bytes make 26 characters, 12.5 would make 20, and none is hard to tell from another") {
  test::CountingRandom random;
  std::vector<unsigned char> bytes(16);
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    random.fill(bytes);
    const std::string text = base32(bytes);
    CHECK(text.size() == 26);
    CHECK(text.find_first_of("0189") == std::string::npos);
    CHECK(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567") == std::string::npos);
    seen.insert(text);
  }
  CHECK(seen.size() == 1000);
}

}  // namespace
}  // namespace postbox
