#include "report/xlsx_text.hpp"

#include <doctest/doctest.h>

namespace postbox::report {

using Cells = std::vector<std::string>;

TEST_CASE("xlsx: a row is as high as its longest cell needs, up to what a row can have") {
  struct Case {
    const char* why;
    std::string text;
    double height;
  };
  const Case cases[] = {
      {"nothing is one line", "", 15},
      {"one line", "0123456789", 15},
      {"one character too many", "01234567890", 30},
      {"line breaks", "a\n\nb", 45},
      {"characters, not bytes", "\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9", 15},
      {"a novel", std::string(10000, 'x'), 409}};
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(height_of(c.text, 10) == c.height);
  }
}

TEST_CASE("xlsx text: what XML cannot hold is escaped, and what looks like an escape too") {
  struct Case {
    const char* why;
    std::string text;
    std::string expected;
  };
  const Case cases[] = {
      {"plain words", "Late again.", "Late again."},
      {"nothing", "", ""},
      {"line feed and tab are XML", "one\n\ttwo", "one\n\ttwo"},
      {"a CR would come back as LF", "one\r\ntwo", "one_x000D_\ntwo"},
      {"a bell", "\x07", "_x0007_"},
      {"NUL", std::string(1, '\0'), "_x0000_"},
      {"delete and the C1 controls are XML", "\x7F\xC2\x85", "\x7F\xC2\x85"},
      {"U+FFFE", "\xEF\xBF\xBE", "_xFFFE_"},
      {"U+FFFF", "\xEF\xBF\xBF", "_xFFFF_"},
      {"U+1FFFE is XML", "\xF0\x9F\xBF\xBE", "\xF0\x9F\xBF\xBE"},
      {"an escape that somebody typed", "_x000D_", "_x005F_x000D_"},
      {"in small letters", "_x000d_", "_x005F_x000d_"},
      {"the escape of an escape", "_x005F_x000D_", "_x005F_x005F_x005F_x000D_"},
      {"two that share an underscore", "_x0041_x0042_", "_x005F_x0041_x005F_x0042_"},
      {"an open one that an escape of ours would close", "_x0041\x01", "_x005F_x0041_x0001_"},
      {"an underscore alone", "snake_case_x", "snake_case_x"},
      {"not four digits", "_x00g1_", "_x00g1_"},
      {"markup is left to the library", "<b> & \"c\"", "<b> & \"c\""},
      {"bytes that are no UTF-8", "a\xFF\xC3", "a\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"a formula is words", "=1+1", "=1+1"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(xlsx_cells(c.text) == Cells{c.expected});
  }
}

TEST_CASE("xlsx text: what is too long for a cell goes on in the next, whole characters at a time") {
  struct Case {
    const char* why;
    std::string text;
    Cells expected;
  };
  const Case cases[] = {
      {"exactly full", "12345678", {"12345678"}},
      {"one more", "123456789", {"12345678", "9"}},
      {"an emoji is two units", "1234567\xF0\x9F\x98\x80", {"1234567", "\xF0\x9F\x98\x80"}},
      {"a letter of two bytes is one", "1234567\xC3\xA9", {"1234567\xC3\xA9"}},
      {"an escape stays whole", "12\x01", {"12", "_x0001_"}},
      {"an escape that somebody typed, cut after its underscore", "1_x000D_", {"1_x005F_", "x000D_"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(xlsx_cells(c.text, 8) == c.expected);
  }
  CHECK(xlsx_cells(std::string(40000, 'x')) == Cells{std::string(32767, 'x'), std::string(7233, 'x')});
  CHECK(xlsx_cell("123456789", 8) == "12345678");
}

}  // namespace postbox::report
