#include "report/xlsx.hpp"

#include <dlfcn.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <ctime>
#include <future>

#include "base/error.hpp"
#include "report/care.hpp"
#include "report/sample.hpp"
#include "report/strict_xlsx.hpp"
#include "report/xlsx_pages.hpp"
#include "support/faulty_file_system.hpp"
#include "support/temp_folder.hpp"

namespace postbox::report {
namespace {

using test::row_with;
using test::StrictXlsx;
using test::XmlNode;
using Cells = std::vector<std::string>;

struct Asked {
  PackFacts facts = test::sample_facts();
  Wording wording = test::sample_wording();
  XlsxLimits limits = {};
};

std::string bytes_of(const std::vector<DeliveredRow>& rows, const Asked& asked = {}) {
  test::TempFolder folder;
  PosixFileSystem files;
  const Columns columns(asked.wording, asked.facts.with_guesses);
  XlsxWriter writer(files, folder / "feedback.xlsx", asked.wording, asked.facts, columns, asked.limits);
  for (const DeliveredRow& row : rows) writer.add(row, columns.cells(row));
  writer.finish();
  CHECK(files.list(folder.path()) == std::vector<std::string>{"feedback.xlsx"});
  CHECK(files.mode(folder / "feedback.xlsx") == 0600);
  return files.read(folder / "feedback.xlsx");
}

StrictXlsx workbook_of(const std::vector<DeliveredRow>& rows, const Asked& asked = {}) {
  return StrictXlsx(bytes_of(rows, asked));
}

// All words of a sheet, a line each.
std::string words_of(const test::XlsxSheet& sheet) {
  std::string all;
  for (const auto& [place, cell] : sheet.cells) all += cell.words + "\n";
  return all;
}

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

// The cell beside the one that says `label`.
std::string beside(const test::XlsxSheet& sheet, std::string_view label) {
  for (const auto& [place, cell] : sheet.cells) {
    if (cell.words == label) return sheet.at(place.first, place.second + 1);
  }
  return "(no such label)";
}

std::vector<std::string> hostile_texts() {
  return {
      "Simple.",
      "=1+1",
      "+[phone]",
      "-2",
      "@SUM(A1)",
      "=cmd|' /C calc'!A0",
      "{=1+1}",
      "https://example.org/ mailto:a internal:Sheet1!A1",
      "12345",
      "TRUE",
      " both ends ",
      "\nlines\n\n",
      "one\r\ntwo\rthree",
      "_x000D_ _x005F_x000D_ _x0041\x01",
      std::string(1, '\0') + ", bell\x07, escape\x1B, unit\x1F",
      "\x7F \xC2\x85 \xE2\x80\xA8 \xE2\x80\xAEx\xE2\x80\xAC",
      "\xEF\xBF\xBE\xEF\xBF\xBF\xF0\x9F\xBF\xBE",
      "<b>&amp; ]]> \"quoted\" 'too' <!--",
      "\xD8\xA7\xD9\x84\xD8\xB7\xD9\x81\xD9\x84 \xF0\x9F\x98\x80 e\xCC\x81",
      "'=1+1",
  };
}

}  // namespace

TEST_CASE("xlsx: a cover, notes and a named table with filters") {
  const StrictXlsx book = workbook_of({row_with("Late again."), row_with("Late still.")});
  CHECK(book.names == Cells{"Cover", "Notes", "Feedback"});
  const XmlNode& table = book.part("xl/tables/table1.xml");
  CHECK(table.attribute("name") == "Feedback");
  CHECK(table.attribute("displayName") == "Feedback");
  CHECK(table.attribute("ref") == "A1:H3");
  REQUIRE(table.child("autoFilter") != nullptr);
  CHECK(table.child("autoFilter")->attribute("ref") == "A1:H3");
  const auto& sheet = book.sheets.at("Feedback");
  Cells columns;
  for (const XmlNode& column : table.child("tableColumns")->children) {
    columns.push_back(column.attribute("name"));
  }
  CHECK(columns == Columns(test::sample_wording(), false).headers());
  CHECK(sheet.row(0, 8) == columns);
  CHECK(sheet.row(1, 8) ==
        Cells{"abcdefgh2345", "2026-11", "transport", "poor", "concern", "Late again.", "", ""});
  CHECK(sheet.rows == 3);
  for (const auto& [place, cell] : sheet.cells) CHECK(cell.is_text);
}

TEST_CASE("xlsx: the sheet of rows is made to be read") {
  const StrictXlsx book = workbook_of({row_with("Late again.")});
  const XmlNode& sheet = book.sheets.at("Feedback").xml;
  const XmlNode& view = *sheet.child("sheetViews")->child("sheetView");
  REQUIRE(view.child("pane") != nullptr);
  CHECK(view.child("pane")->attribute("state") == "frozen");
  CHECK(view.child("pane")->attribute("topLeftCell") == "A2");
  CHECK(sheet.child("pageSetup")->attribute("orientation") == "landscape");
  CHECK(has(sheet.child("headerFooter")->child("oddFooter")->text, care_line));
  // Every style of this sheet wraps.
  const XmlNode& styles = *book.part("xl/styles.xml").child("cellXfs");
  for (const XmlNode& column : sheet.child("cols")->children) {
    CHECK(std::stod(column.attribute("width")) >= 9);
    CHECK(std::stod(column.attribute("width")) <= 62);
    const XmlNode& style = styles.children.at(std::stoul(column.attribute("style")));
    CHECK(style.child("alignment")->attribute("wrapText") == "1");
    CHECK(style.child("alignment")->attribute("vertical") == "top");
  }
}

TEST_CASE("xlsx: any text comes back as it was, as a text, in a table and streamed") {
  std::vector<DeliveredRow> rows;
  const std::vector<std::string> texts = hostile_texts();
  rows.reserve(texts.size());
  for (const std::string& text : texts) rows.push_back(row_with(text));
  for (const bool streamed : {false, true}) {
    CAPTURE(streamed);
    Asked asked;
    if (streamed) asked.limits.table_rows_max = 1;
    const StrictXlsx book = workbook_of(rows, asked);
    CHECK(book.has_part("xl/tables/table1.xml") != streamed);
    const auto& sheet = book.sheets.at("Feedback");
    REQUIRE(sheet.rows == rows.size() + 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      CHECK(sheet.at(i + 1, 5) == texts[i]);
      CHECK(sheet.cells.at({i + 1, 5}).is_text);
    }
  }
}

TEST_CASE("xlsx: names and labels from settings may hold anything too") {
  Asked asked;
  asked.facts = {"=A & <b> \x01 _x0041_", test::november(), false, "C & \"d\""};
  asked.wording.words = {{"feedback", "<What> \"now\"?"}};
  asked.wording.added = {{"Feedback", "L"}, {"FEEDBACK", "M"}};
  asked.wording.area_names[0] = "=1+1";
  DeliveredRow row = row_with("x");
  row.added["FEEDBACK"] = "=2";
  const StrictXlsx book = workbook_of({row}, asked);
  CHECK(beside(book.sheets.at("Cover"), "For") == "=A & <b> \x01 _x0041_");
  CHECK(beside(book.sheets.at("Cover"), "Commissioned by") == "C & \"d\"");
  CHECK(beside(book.sheets.at("Notes"), "camhs") == "=1+1");
  // Excel takes these three for one name.
  CHECK(book.sheets.at("Feedback").row(0, 8) ==
        Cells{"reference", "month", "areas", "rating", "tone", "feedback", "Feedback (2)", "FEEDBACK (3)"});
  CHECK(book.sheets.at("Feedback").at(1, 7) == "=2");
}

TEST_CASE("xlsx: an answer longer than a cell goes on in the next column, and nothing is lost") {
  std::string forty_thousand;
  while (forty_thousand.size() < 40000) {
    forty_thousand += "Number " + std::to_string(forty_thousand.size()) + ". ";
  }
  std::string many_emoji;
  for (int i = 0; i < 20000; ++i) many_emoji += "\xF0\x9F\x98\x80";
  const std::string controls(10000, '\x01');
  DeliveredRow both = row_with(forty_thousand);
  both.words["working_well"] = test::redacted(controls);
  for (const bool streamed : {false, true}) {
    CAPTURE(streamed);
    Asked asked;
    if (streamed) asked.limits.table_rows_max = 1;
    const StrictXlsx book = workbook_of({row_with("short"), both, row_with(many_emoji)}, asked);
    const auto& sheet = book.sheets.at("Feedback");
    CHECK(sheet.row(0, 11) == Cells{"reference", "month", "areas", "rating", "tone", "feedback",
                                    "feedback (2)", "working_well", "working_well (2)", "working_well (3)",
                                    "could_be_better"});
    CHECK(sheet.row(1, 8) ==
          Cells{"abcdefgh2345", "2026-11", "transport", "poor", "concern", "short", "", ""});
    CHECK(sheet.at(2, 5) + sheet.at(2, 6) == forty_thousand);
    CHECK(sheet.at(2, 7) + sheet.at(2, 8) + sheet.at(2, 9) == controls);
    CHECK(sheet.at(3, 5) + sheet.at(3, 6) == many_emoji);
    CHECK(has(beside(book.sheets.at("Notes"), "feedback (2)"), "longer than one cell"));
  }
}

TEST_CASE("xlsx: above 20,000 rows it is streamed, with filters instead of a table") {
  std::vector<DeliveredRow> rows;
  rows.reserve(20'001);
  for (std::size_t i = 0; i < 20'000; ++i) rows.push_back(row_with("Row " + std::to_string(i)));
  CHECK(test::ZipReader::read(bytes_of(rows)).contains("xl/tables/table1.xml"));

  rows.push_back(row_with("Row 20000"));
  const StrictXlsx book = workbook_of(rows);
  CHECK_FALSE(book.has_part("xl/tables/table1.xml"));
  const auto& sheet = book.sheets.at("Feedback");
  CHECK(sheet.rows == 20'002);
  CHECK(sheet.row(0, 8) == Columns(test::sample_wording(), false).headers());
  for (std::size_t i = 0; i < rows.size(); ++i) CHECK(sheet.at(i + 1, 5) == "Row " + std::to_string(i));
  CHECK(beside(book.sheets.at("Cover"), "Pieces of feedback") == "20001");
  REQUIRE(sheet.xml.child("autoFilter") != nullptr);
  CHECK(sheet.xml.child("autoFilter")->attribute("ref") == "A1:H20002");
  CHECK(sheet.xml.child("sheetViews")->child("sheetView")->child("pane") != nullptr);
}

TEST_CASE("xlsx: very many words are streamed too, whatever the number of rows") {
  Asked asked;
  asked.limits.table_bytes_max = 1000;
  CHECK_FALSE(workbook_of({row_with(std::string(2000, 'x'))}, asked).has_part("xl/tables/table1.xml"));
}

TEST_CASE("xlsx: rows beyond a spreadsheet's last go on in another sheet") {
  Asked asked;
  asked.limits.sheet_rows_max = 3;
  std::vector<DeliveredRow> rows;
  rows.reserve(7);
  for (int i = 0; i < 7; ++i) rows.push_back(row_with("Row " + std::to_string(i)));
  const StrictXlsx book = workbook_of(rows, asked);
  CHECK(book.names == Cells{"Cover", "Notes", "Feedback", "Feedback 2", "Feedback 3"});
  CHECK(book.sheets.at("Feedback").rows == 4);
  CHECK(book.sheets.at("Feedback 2").at(0, 5) == "feedback");
  CHECK(book.sheets.at("Feedback 2").at(1, 5) == "Row 3");
  CHECK(book.sheets.at("Feedback 3").rows == 2);
  CHECK(book.sheets.at("Feedback 3").at(1, 5) == "Row 6");
}

TEST_CASE("xlsx: the cover says what this is, for whom, of which months and how many") {
  DeliveredRow silent = row_with("");
  DeliveredRow late = row_with("Posted on paper.");
  late.month = test::november().previous();
  late.district_known = false;
  Asked asked;
  asked.facts.commissioner = "North Cumbria CCG";
  const StrictXlsx book = workbook_of({row_with("x"), silent, late}, asked);
  const auto& cover = book.sheets.at("Cover");
  CHECK(beside(cover, "For") == "Cumberland Council, school transport");
  CHECK(beside(cover, "Commissioned by") == "North Cumbria CCG");
  CHECK(beside(cover, "Month") == "November 2026");
  CHECK(beside(cover, "Posted in") == "October 2026 to November 2026");
  CHECK(beside(cover, "Pieces of feedback") == "3");
  CHECK(beside(cover, "of which without words") == "1");
  CHECK(beside(cover, "District not given") == "1");
  CHECK(has(beside(cover, "Handle with care"), care_line));
  const std::string plain = words_of(workbook_of({row_with("x")}).sheets.at("Cover"));
  for (const char* absent : {"Posted in", "without words", "District", "Commissioned", "send_to"}) {
    CAPTURE(absent);
    CHECK_FALSE(has(plain, absent));
  }
}

TEST_CASE("xlsx: the notes explain every column and every code") {
  Asked asked;
  asked.facts.with_guesses = true;
  asked.wording.added = {{"age_group", "Age group"}};
  const StrictXlsx book = workbook_of({row_with("x")}, asked);
  const auto& notes = book.sheets.at("Notes");
  Cells named = Columns(asked.wording, true).headers();
  for (const ServiceArea area : service_areas) named.emplace_back(code_of(area));
  for (const Tone tone : tones) named.emplace_back(code_of(tone));
  for (const auto& [value, label] : asked.wording.ratings) named.push_back(value);
  for (const std::string& name : named) {
    CAPTURE(name);
    CHECK(beside(notes, name).size() > 3);
  }
  CHECK(has(beside(notes, "age_group"), "Age group"));
  std::string all = words_of(notes) + words_of(book.sheets.at("Cover"));
  std::transform(all.begin(), all.end(), all.begin(), [](unsigned char c) { return std::tolower(c); });
  CHECK_FALSE(has(all, "anonymi"));
}

TEST_CASE("xlsx: cover and notes say best effort, with the measured share of missed names") {
  const StrictXlsx book = workbook_of({row_with("x")});
  CHECK(has(words_of(book.sheets.at("Cover")), best_effort_line()));
  CHECK(has(words_of(book.sheets.at("Notes")), best_effort_line()));
}

TEST_CASE("xlsx: what nobody is named for has its guesses and a column that offers the areas") {
  Asked asked;
  asked.facts.with_guesses = true;
  DeliveredRow row = row_with("Hm.");
  row.guesses = {ServiceArea::camhs, ServiceArea::ehcp};
  for (const bool streamed : {false, true}) {
    CAPTURE(streamed);
    if (streamed) asked.limits.table_rows_max = 1;
    const StrictXlsx book = workbook_of({row, row}, asked);
    const auto& sheet = book.sheets.at("Feedback");
    CHECK(sheet.row(0, 13).back() == "send_to");
    CHECK(sheet.at(1, 10) == "camhs");
    CHECK(sheet.at(1, 11) == "ehcp");
    CHECK(sheet.at(1, 12).empty());
    REQUIRE(sheet.xml.child("dataValidations") != nullptr);
    const XmlNode& offered = sheet.xml.child("dataValidations")->children.at(0);
    CHECK(offered.attribute("type") == "list");
    CHECK(offered.attribute("sqref") == "M2:M3");
    CHECK(offered.attribute("errorStyle") == "information");
    for (const ServiceArea area : service_areas) CHECK(has(offered.child("formula1")->text, code_of(area)));
    CHECK(has(words_of(book.sheets.at("Cover")), "send_to"));
  }
  CHECK(workbook_of({row}).sheets.at("Feedback").xml.child("dataValidations") == nullptr);
}

TEST_CASE("xlsx: a pack without rows is a workbook too") {
  const StrictXlsx book = workbook_of({});
  CHECK(book.sheets.at("Feedback").rows == 1);
  CHECK(book.part("xl/tables/table1.xml").attribute("ref") == "A1:H2");
  CHECK(beside(book.sheets.at("Cover"), "Pieces of feedback") == "0");
}

TEST_CASE("xlsx: no clock stands in it") {
  for (const bool streamed : {false, true}) {
    CAPTURE(streamed);
    Asked asked;
    if (streamed) asked.limits.table_rows_max = 1;
    const std::string bytes = bytes_of({row_with("x"), row_with("y")}, asked);
    CHECK(bytes == bytes_of({row_with("x"), row_with("y")}, asked));
    const StrictXlsx book(bytes);
    const XmlNode& core = book.part("docProps/core.xml");
    CHECK(core.child("dcterms:created")->text == "2026-11-01T00:00:00Z");
    CHECK(core.child("dcterms:modified")->text == "2026-11-01T00:00:00Z");
    constexpr std::uint32_t first_of_1980 = (1U << 21U | 1U << 16U);
    for (const auto& [name, part] : book.parts()) CHECK(part.written_at == first_of_1980);
  }
}

TEST_CASE("xlsx: a disk too full for the workbook is told before it is begun") {
  class Full : public test::FaultyFileSystem {
   public:
    using FaultyFileSystem::FaultyFileSystem;
    std::uint64_t free_bytes(const Path& /*folder*/) const override { return 100; }
  };
  test::TempFolder folder;
  PosixFileSystem real;
  Full files(real);
  const Columns columns(test::sample_wording(), false);
  XlsxWriter writer(files, folder / "feedback.xlsx", test::sample_wording(), test::sample_facts(), columns);
  const DeliveredRow row = row_with("x");
  writer.add(row, columns.cells(row));
  CHECK_THROWS_AS(writer.finish(), Error);
}

// The bytes of a workbook say its month by the library's dates.
TEST_CASE("xlsx: workbooks of two months written side by side are those written one after the other") {
  const std::vector<DeliveredRow> rows(50, row_with("The bus came."));
  Asked october;
  Asked july;
  july.facts.month = *Month::parse("2026-07");
  const std::string of_october = bytes_of(rows, october);
  const std::string of_july = bytes_of(rows, july);
  CHECK(of_october != of_july);
  for (int turn = 0; turn < 20; ++turn) {
    auto other = std::async(std::launch::async, [&] { return bytes_of(rows, july); });
    CHECK(bytes_of(rows, october) == of_october);
    CHECK(other.get() == of_july);
  }
}

// Chance alone would hide it: the library must find our gmtime(), and that one must be of the thread.
TEST_CASE("xlsx: the library's gmtime has a buffer for each thread") {
  using Gmtime = std::tm* (*)(const std::time_t*);
  void* const found = dlsym(RTLD_DEFAULT, "gmtime");
  REQUIRE(found != nullptr);
  const auto as_the_library_finds_it = reinterpret_cast<Gmtime>(found);
  const std::time_t in_1970 = 0;
  const std::time_t in_2026 = 1'790'000'000;
  const std::tm* here = as_the_library_finds_it(&in_2026);
  std::async(std::launch::async, [&] { as_the_library_finds_it(&in_1970); }).wait();
  CHECK(here->tm_year == 126);
}

}  // namespace postbox::report
