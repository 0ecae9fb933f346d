#include "redact/eight_bytes.hpp"

#include <doctest/doctest.h>

#include <string>

#include "redact/letters.hpp"

namespace postbox::redact {

TEST_CASE("eight bytes: every byte is seen as what it is, wherever among them it stands") {
  for (std::size_t place = 0; place < eight; ++place) {
    for (int code = 0; code < 256; ++code) {
      const char c = static_cast<char>(code);
      CAPTURE(code);
      CAPTURE(place);
      for (const char beside : {'a', 'Z', '\0', '\xff'}) {
        std::string text(eight, beside);
        text[place] = c;
        const std::uint64_t bytes = eight_bytes_at(text, 0);
        const std::uint64_t letters = letters_among(bytes);
        const auto expected = [&](auto is) {
          std::uint64_t high_bits = 0;
          for (std::size_t i = 0; i < eight; ++i) {
            high_bits |= std::uint64_t{is(text[i]) ? 0x80U : 0} << 8 * i;
          }
          return high_bits;
        };
        REQUIRE(letters == expected(is_ascii_letter));
        REQUIRE(capitals_among(bytes, letters) == expected(is_ascii_upper));
      }
    }
  }
}

TEST_CASE("eight bytes: behind the end of a text stand zeros") {
  CHECK(eight_bytes_at("abc", 0) == 0x636261);
  CHECK(eight_bytes_at("abc", 2) == 0x63);
  CHECK(eight_bytes_at("abc", 3) == 0);
  CHECK(eight_bytes_at("", 0) == 0);
  CHECK(eight_bytes_at("abcdefgh", 0) == 0x6867666564636261);
}

TEST_CASE("eight bytes: how many letters stand first, and how many there are") {
  CHECK(leading(letters_among(eight_bytes_at("mum said", 0))) == 3);
  CHECK(leading(letters_among(eight_bytes_at("'s", 0))) == 0);
  CHECK(leading(letters_among(eight_bytes_at("teachers", 0))) == eight);
  CHECK(count_of(letters_among(eight_bytes_at("a1b2c3", 0))) == 3);
  CHECK(first_bytes(0) == 0);
  CHECK(first_bytes(1) == 0xFF);
  CHECK(first_bytes(eight) == first_bytes(100));
}

}  // namespace postbox::redact
