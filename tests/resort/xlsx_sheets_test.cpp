#include "resort/xlsx_sheets.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "report/sample.hpp"
#include "report/xlsx.hpp"
#include "resort/corrections.hpp"
#include "support/stored_zip.hpp"
#include "support/temp_folder.hpp"

namespace postbox::resort {
namespace {

constexpr const char* workbook = "<workbook/>";

std::string sheet_xml(const std::string& rows) {
  return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows +
         "</sheetData></worksheet>";
}

Sheet sheet_of(const std::string& rows, const std::string& strings = {}) {
  test::StoredZip zip;
  zip.add("xl/workbook.xml", workbook);
  if (!strings.empty()) zip.add("xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
  zip.add("xl/worksheets/sheet1.xml", sheet_xml(rows));
  zip.add("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships/>");
  const auto sheets = read_xlsx(zip.bytes());
  REQUIRE(sheets.size() == 1);
  return sheets.front();
}

}  // namespace

TEST_CASE("xlsx: cells are read as spreadsheets save them") {
  struct Case {
    const char* why;
    std::string rows;
    std::string strings;
    Sheet expected;
  };
  const Case cases[] = {
      {"nothing", "", "", {}},
      {"shared strings",
       "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>",
       "<si><t>a</t></si><si><t>b</t></si>",
       {{"b"}}},
      {"rich text",
       "<row><c t=\"s\"><v>0</v></c></row>",
       "<si><r><t>half </t></r><r><rPr/><t>bold</t></r></si>",
       {{"half bold"}}},
      {"how it is pronounced is not part of it",
       "<row><c t=\"s\"><v>0</v></c></row>",
       "<si><t>word</t><rPh><t>sound</t></rPh></si>",
       {{"word"}}},
      {"inline strings", "<row><c t=\"inlineStr\"><is><t> x </t></is></c></row>", "", {{" x "}}},
      {"a formula gives its saved result",
       "<row><c t=\"str\"><f>A1</f><v>ehcp</v></c></row>",
       "",
       {{"ehcp"}}},
      {"numbers as they stand", "<row><c><v>12.5</v></c></row>", "", {{"12.5"}}},
      {"cells that are left out",
       "<row><c r=\"B1\"><v>1</v></c><c r=\"D1\"><v>2</v></c></row>",
       "",
       {{"", "1", "", "2"}}},
      {"names with a prefix",
       "<x:row><x:c t=\"inlineStr\"><x:is><x:t>x</x:t></x:is></x:c></x:row>",
       "",
       {{"x"}}},
      {"entities", "<row><c t=\"inlineStr\"><is><t>a &amp; b</t></is></c></row>", "", {{"a & b"}}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(sheet_of(c.rows, c.strings) == c.expected);
  }
}

TEST_CASE("xlsx: what is no workbook is refused, never guessed at") {
  const char* const wrong_rows[] = {"<row><c t=\"s\"><v>7</v></c></row>",  // no such string
                                    "<row><c t=\"s\"><v>x</v></c></row>",
                                    "<row><c r=\"ZZZZ1\"><v>1</v></c></row>", "<row><c>"};
  for (const char* rows : wrong_rows) {
    CAPTURE(rows);
    CHECK_THROWS_AS(sheet_of(rows), Error);
  }
  test::StoredZip other;
  other.add("word/document.xml", "<document/>");
  for (const std::string& file : {std::string("PK"), std::string("PK\x03\x04 not a zip"), other.bytes()}) {
    CHECK_THROWS_AS(read_xlsx(file), Error);
  }
  test::StoredZip whole;
  whole.add("xl/workbook.xml", workbook);
  whole.add("xl/worksheets/sheet1.xml", sheet_xml(""));
  const std::string bytes = whole.bytes();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_THROWS_AS(read_xlsx(bytes.substr(0, size)), Error);
  }
}

TEST_CASE("xlsx: our own workbook of unsorted feedback is read back, as a table and streamed") {
  for (const bool streamed : {false, true}) {
    CAPTURE(streamed);
    test::TempFolder folder;
    PosixFileSystem files;
    report::PackFacts facts = test::sample_facts();
    facts.with_guesses = true;
    const report::Columns columns(test::sample_wording(), true);
    report::XlsxLimits limits;
    if (streamed) limits.table_rows_max = 1;
    report::XlsxWriter writer(files, folder / "feedback.xlsx", test::sample_wording(), facts, columns,
                              limits);
    for (const char* words : {"first", "second", "third"}) {
      const DeliveredRow row = test::row_with(words);
      writer.add(row, columns.cells(row));
    }
    writer.finish();
    const Sorted sorted = read_corrections(read_xlsx(files.read(folder / "feedback.xlsx")), {});
    CHECK(sorted.left_empty == 3);
    CHECK(sorted.corrections.empty());
    CHECK(sorted.problems.empty());
  }
}

}  // namespace postbox::resort
