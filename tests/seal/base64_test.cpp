#include "seal/base64.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

namespace postbox::seal {
namespace {

TEST_CASE("base64: the known answers of RFC 4648, there and back") {
  struct Row {
    std::string_view bytes;
    std::string_view text;
  };
  const Row rows[] = {
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="},
      {"fooba", "Zm9vYmE="},
      {"foobar", "Zm9vYmFy"},
      {"\xFB\xFF", "+/8="},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(to_base64({reinterpret_cast<const unsigned char*>(row.bytes.data()), row.bytes.size()}) ==
          row.text);
    std::vector<unsigned char> back(row.bytes.size());
    CHECK(from_base64(row.text, back));
    CHECK(std::string(back.begin(), back.end()) == row.bytes);
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
      {"a view of nothing", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    std::array<unsigned char, 2> bytes{};
    CHECK_FALSE(from_base64(c.text, bytes));
  }
}

TEST_CASE("base64: no byte beyond ASCII is taken for a letter") {
  for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
    std::string text = "AAAA";
    text[1] = static_cast<char>(byte);
    std::array<unsigned char, 3> bytes{};
    CAPTURE(byte);
    CHECK_FALSE(from_base64(text, bytes));
  }
}

}  // namespace
}  // namespace postbox::seal
