// Files that people send back: CSV, and workbooks as archives and as XML.
//
// The first byte says how the rest is taken. Bytes made at random are never a whole archive, so one way puts
// them into one as its sheet. Whatever comes, nothing but Error leaves the room.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "resort/corrections.hpp"
#include "resort/csv_sheet.hpp"
#include "resort/sheet.hpp"
#include "support/stored_zip.hpp"

namespace {

using namespace postbox;

void must(bool holds) {
  if (!holds) std::abort();
}

std::string quoted(const resort::Sheet& sheet) {
  std::string csv;
  for (const resort::Row& row : sheet) {
    const char* between = "";
    for (const std::string& cell : row) {
      csv += between;
      csv += '"';
      for (const char c : cell) csv += c == '"' ? "\"\"" : std::string(1, c);
      csv += '"';
      between = ",";
    }
    csv += "\r\n";
  }
  return csv;
}

// What a person decided names areas of ours and nothing twice.
void decide(const std::vector<resort::Sheet>& sheets) {
  for (const Correction& one : resort::read_corrections(sheets, {}).corrections) {
    must(!one.areas.empty() && one.areas.size() <= service_area_count && !one.reference.empty());
  }
}

void read_file(const std::string& file) {
  try {
    decide(resort::read_sheets(file));
  } catch (const Error&) {  // NOLINT(bugprone-empty-catch): refused is as good as read
  }
}

// A sheet that was read, written whole and read again is the same sheet. The separator of the first line is
// guessed, so a first cell without any goes before.
void read_csv_twice(std::string_view rest) {
  try {
    resort::Sheet sheet = resort::read_csv(rest);
    sheet.insert(sheet.begin(), {"a", "b"});
    must(resort::read_csv(quoted(sheet)) == sheet);
  } catch (const Error&) {  // NOLINT(bugprone-empty-catch): refused is as good as read
  }
}

void read_workbook(std::string_view sheet, std::string_view strings) {
  test::StoredZip zip;
  zip.add("xl/workbook.xml", "<workbook/>");
  zip.add("xl/sharedStrings.xml", strings);
  zip.add("xl/worksheets/sheet1.xml", sheet);
  read_file(zip.bytes());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0:
      read_csv_twice(rest);
      break;
    case 1:
      read_file("PK" + std::string(rest));
      break;
    case 2:
      read_workbook(rest, "<sst><si><t>reference</t></si><si><t>send_to</t></si></sst>");
      break;
    default:
      read_workbook("<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>", rest);
      break;
  }
  return 0;
}
