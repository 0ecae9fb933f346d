#include "resort/xlsx_sheets.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <pugixml.hpp>

#include "base/error.hpp"
#include "resort/zip_archive.hpp"

namespace postbox::resort {
namespace {

constexpr std::string_view sheets_folder = "xl/worksheets/";
constexpr std::size_t columns_max = 16384;  // of the format

[[noreturn]] void refuse() {
  throw Error(Fault::data, "the workbook is not as spreadsheets write it",
              "open it in the spreadsheet and save it again as .xlsx");
}

pugi::xml_document parse(const std::string& bytes) {
  pugi::xml_document document;
  // Blanks alone can be a cell; entities of a document type are not read by this library.
  constexpr unsigned with_blanks = pugi::parse_default | pugi::parse_ws_pcdata;
  if (!document.load_buffer(bytes.data(), bytes.size(), with_blanks)) refuse();
  return document;
}

// Names without the prefix that some programs write before them ("x:row").
bool is(const pugi::xml_node& node, const char* name) {
  const char* colon = std::strchr(node.name(), ':');
  return std::strcmp(colon == nullptr ? node.name() : colon + 1, name) == 0;
}

pugi::xml_node child(const pugi::xml_node& node, const char* name) {
  return node.find_child([name](const pugi::xml_node& each) { return is(each, name); });
}

// The text of a string item: its runs together, without what is only there to say how it is pronounced.
std::string words_of(const pugi::xml_node& item) {
  std::string words;
  for (const pugi::xml_node& part : item) {
    if (is(part, "t")) words += part.text().get();
    if (is(part, "r")) words += child(part, "t").text().get();
  }
  return words;
}

std::vector<std::string> shared_strings(ZipArchive& archive) {
  std::vector<std::string> strings;
  const pugi::xml_document document = parse(archive.read("xl/sharedStrings.xml"));
  for (const pugi::xml_node& item : document.document_element()) {
    if (is(item, "si")) strings.push_back(words_of(item));
  }
  return strings;
}

// "C7" -> 2. Cells that were never filled are left out of a row, so each says where it stands.
std::size_t column_of(std::string_view reference, std::size_t otherwise) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    if (column > columns_max) refuse();
  }
  return column == 0 ? otherwise : column - 1;
}

std::string cell_text(const pugi::xml_node& cell, const std::vector<std::string>& strings) {
  const std::string_view type = cell.attribute("t").value();
  if (type == "inlineStr") return words_of(child(cell, "is"));
  const std::string_view value = child(cell, "v").text().get();
  if (type != "s") return std::string(value);
  std::size_t index = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), index);
  if (read.ec != std::errc() || index >= strings.size()) refuse();
  return strings[index];
}

Row row_of(const pugi::xml_node& node, const std::vector<std::string>& strings) {
  Row row;
  for (const pugi::xml_node& cell : node) {
    if (!is(cell, "c")) continue;
    const std::size_t column = column_of(cell.attribute("r").value(), row.size());
    if (column >= columns_max) refuse();
    if (column >= row.size()) row.resize(column + 1);
    row[column] = cell_text(cell, strings);
  }
  return row;
}

Sheet sheet_of(const pugi::xml_document& document, const std::vector<std::string>& strings) {
  Sheet sheet;
  for (const pugi::xml_node& row : child(document.document_element(), "sheetData")) {
    if (is(row, "row")) sheet.push_back(row_of(row, strings));
  }
  return sheet;
}

}  // namespace

std::vector<Sheet> read_xlsx(std::string_view file) {
  ZipArchive archive(file);
  const std::vector<std::string> names = archive.names();
  const auto has = [&names](const char* name) { return std::count(names.begin(), names.end(), name) > 0; };
  if (!has("xl/workbook.xml")) refuse();
  std::vector<std::string> strings;
  if (has("xl/sharedStrings.xml")) strings = shared_strings(archive);
  std::vector<Sheet> sheets;
  for (const std::string& name : names) {
    const bool is_sheet = name.starts_with(sheets_folder) && name.ends_with(".xml") &&
                          name.find('/', sheets_folder.size()) == std::string::npos;
    if (is_sheet) sheets.push_back(sheet_of(parse(archive.read(name)), strings));
  }
  return sheets;
}

}  // namespace postbox::resort
