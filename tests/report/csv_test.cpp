#include "report/csv.hpp"

#include <doctest/doctest.h>

#include "report/sample.hpp"
#include "report/strict_csv.hpp"
#include "support/temp_folder.hpp"

namespace postbox::report {

TEST_CASE("csv: a cell that a spreadsheet could take for a formula begins with an apostrophe") {
  struct Case {
    const char* why;
    std::string_view cell;
    std::string_view expected;  // in the file
  };
  const Case cases[] = {
      {"plain words", "Late again.", "\"Late again.\""},
      {"nothing", "", "\"\""},
      {"equals", "=1+1", "\"'=1+1\""},
      {"a program is called", "=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""},
      {"plus: a telephone number whose digits were removed", "+[phone]", "\"'+[phone]\""},
      {"minus: a list", "- late\n- cold", "\"'- late\n- cold\""},
      {"at: a handle that was not one", "@SUM(A1)", "\"'@SUM(A1)\""},
      {"tab", "\tx", "\"'\tx\""},
      {"carriage return", "\rx", "\"'\rx\""},
      {"after a space: some importers trim", " =1+1", "\"' =1+1\""},
      {"after a line feed", "\n=1+1", "\"'\n=1+1\""},
      {"after a no-break space", "\xC2\xA0=1+1", "\"'\xC2\xA0=1+1\""},
      {"after a byte order mark of its own", "\xEF\xBB\xBF=1+1", "\"'\xEF\xBB\xBF=1+1\""},
      {"full-width equals",
       "\xEF\xBC\x9D"
       "1+1",
       "\"'\xEF\xBC\x9D"
       "1+1\""},
      {"quotes before it, as CSV has them", "\"=1+1", "\"\"\"=1+1\""},
      {"only later in the text", "a =1+1", "\"a =1+1\""},
      {"a tag of the redactor", "[name] was kind", "\"[name] was kind\""},
      {"an apostrophe already", "'=1", "\"'=1\""},
      {"white space alone", "  \n", "\"  \n\""},
      {"a tag that white space leads to", " [name]", "\" [name]\""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    std::string field;
    append_csv_field(field, c.cell);
    CHECK(field == c.expected);
  }
}

TEST_CASE("csv: what was written can be read back, whatever the words hold") {
  const std::string_view texts[] = {
      "Simple.",
      "He said \"no\", twice.",
      "\"",
      "\"\"",
      "one\ntwo\r\nthree\rfour",
      "comma, semicolon; tab\there",
      "\xD8\xA7\xD9\x84\xD8\xB7\xD9\x81\xD9\x84 \xF0\x9F\x98\x80",
      ",\r\n\",\"",
      "ends with a quote\"",
  };
  test::TempFolder folder;
  PosixFileSystem files;
  const Columns columns(test::sample_wording(), false);
  CsvWriter writer(files, folder / "feedback.csv", columns);
  for (const std::string_view text : texts) {
    const DeliveredRow row = test::row_with(std::string(text));
    writer.add(row, columns.cells(row));
  }
  writer.finish();

  const auto records = test::StrictCsv::read(files.read(folder / "feedback.csv"));
  REQUIRE(records.size() == 1 + std::size(texts));
  CHECK(records.front() == columns.headers());
  for (std::size_t i = 0; i < std::size(texts); ++i) CHECK(records[i + 1][5] == texts[i]);
}

TEST_CASE("csv: the answers and labels of a partnership are as safe as the words") {
  Wording wording = test::sample_wording();
  wording.added = {{"=question", "Label"}};
  DeliveredRow row = test::row_with("x");
  row.added["=question"] = "=answer";
  row.rating = "+1";
  test::TempFolder folder;
  PosixFileSystem files;
  const Columns columns(wording, false);
  CsvWriter writer(files, folder / "feedback.csv", columns);
  writer.add(row, columns.cells(row));
  writer.finish();
  const auto records = test::StrictCsv::read(files.read(folder / "feedback.csv"));
  CHECK(records.at(0).back() == "'=question");
  CHECK(records.at(1).back() == "'=answer");
  CHECK(records.at(1).at(3) == "'+1");
}

TEST_CASE("csv: a file without rows still has its header") {
  test::TempFolder folder;
  PosixFileSystem files;
  const Columns columns(Wording{{{"feedback", "F"}}, {}, {}, {}}, false);
  CsvWriter(files, folder / "a.csv", columns).finish();
  CHECK(files.read(folder / "a.csv") ==
        "\xEF\xBB\xBF\"reference\",\"month\",\"areas\",\"rating\",\"tone\",\"feedback\"\r\n");
}

TEST_CASE("csv: the strict reader of these tests is strict") {
  const std::string_view wrong[] = {
      "\"no mark\"\r\n",
      "\xEF\xBB\xBF\"line feed alone\"\n",
      "\xEF\xBB\xBF\"no end\"",
      "\xEF\xBB\xBFnot quoted\r\n",
      "\xEF\xBB\xBF\"not closed\r\n",
      "\xEF\xBB\xBF\"a \"single\" quote\"\r\n",
      "\xEF\xBB\xBF\"two\",\"fields\"\r\n\"one\"\r\n",
  };
  for (const std::string_view bytes : wrong) {
    CAPTURE(bytes);
    CHECK_THROWS(test::StrictCsv::read(bytes));
  }
}

}  // namespace postbox::report
