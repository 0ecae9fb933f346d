#include "seal/base64.hpp"

#include <doctest/doctest.h>

#include <array>
#include <vector>

namespace postbox::seal {
namespace {

TEST_CASE("base64: the known answers of RFC 4648, there and back") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="},
      {"fooba", "Zm9vYmE="},
      {"foobar", "Zm9vYmFy"},
      {"\xFB\xFF", "+/8="},
  };
  for (const auto& [bytes, text] : rows) {
    CAPTURE(text);
    CHECK(to_base64({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}) == text);
    std::vector<unsigned char> back(bytes.size());
    CHECK(from_base64(text, back));
    CHECK(std::string(back.begin(), back.end()) == bytes);
  }
}

TEST_CASE("base64: another writing, or another number of bytes, is refused") {
  struct Case {
    const char* why;
    std::string_view text;
  };
  const Case cases[] = {
      {"nothing", ""},
      {"a byte too few", "Zg=="},
      {"a byte too many", "Zm9v"},
      {"unused bits set", "Zm9="},
      {"no padding", "Zm8"},
      {"too much padding", "Zm8=="},
      {"padding in front", "=Zm8"},
      {"a space", "Zm 8="},
      {"a line end", "Zm8=\n"},
      {"the URL alphabet", "Zm_="},
      {"more after the end", "Zm8=Zm8="},
      {"no base64 at all", "!!!!"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    std::array<unsigned char, 2> bytes{};
    CHECK_FALSE(from_base64(c.text, bytes));
  }
}

}  // namespace
}  // namespace postbox::seal
