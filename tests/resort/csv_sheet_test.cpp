#include "resort/csv_sheet.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

namespace postbox::resort {

TEST_CASE("csv: read as spreadsheets of every country save it") {
  struct Case {
    const char* why;
    std::string_view file;
    Sheet expected;
  };
  const Case cases[] = {
      {"nothing", "", {}},
      {"our own: byte order mark, quotes, CR LF",
       "\xEF\xBB\xBF\"a\",\"b\"\r\n\"1\",\"2\"\r\n",
       {{"a", "b"}, {"1", "2"}}},
      {"unquoted, LF", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
      {"no line end at the end", "a,b\n1,2", {{"a", "b"}, {"1", "2"}}},
      {"CR alone, as old Macs", "a,b\r1,2\r", {{"a", "b"}, {"1", "2"}}},
      {"semicolons, where a comma is the decimal sign", "a;b\n1,5;2\n", {{"a", "b"}, {"1,5", "2"}}},
      {"tabs", "a\tb\n1;x\t2\n", {{"a", "b"}, {"1;x", "2"}}},
      {"empty cells", "a,b,c\n,,\n", {{"a", "b", "c"}, {"", "", ""}}},
      {"an empty line is a row of one empty cell", "a,b\n\n1,2\n", {{"a", "b"}, {""}, {"1", "2"}}},
      {"quotes, separators and line ends within quotes",
       "a,b\n\"he said \"\"no\"\"\",\"x,\r\ny\"\n",
       {{"a", "b"}, {"he said \"no\"", "x,\r\ny"}}},
      {"words after a closing quote stay", "a,b\n\"x\"y,2\n", {{"a", "b"}, {"xy", "2"}}},
      {"an empty quoted cell", "a,b\n\"\",2\n", {{"a", "b"}, {"", "2"}}},
      {"a separator at the end is one more cell only before a line end",
       "a,b\n1,\n",
       {{"a", "b"}, {"1", ""}}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(read_csv(c.file) == c.expected);
  }
}

TEST_CASE("csv: what is no text is refused") {
  for (const std::string_view wrong : {"a,b\n\"never closed", "a\n\"",
                                       "\xFF\xFE"
                                       "a",
                                       "caf\xE9,b\n"}) {
    CHECK_THROWS_AS(read_csv(wrong), Error);
  }
}

}  // namespace postbox::resort
