#include "report/xlsx_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/xlsx_sheet.hpp"

namespace postbox::report {
namespace {

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relation_space =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package_space = "http://schemas.openxmlformats.org/package/2006";
constexpr std::string_view sheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

std::string in_xml(std::string_view text) {
  std::string xml;
  append_xml(xml, text);
  return xml;
}

std::string relation(std::size_t number, std::string_view type, std::string_view target) {
  return fmt::format(R"(<Relationship Id="rId{}" Type="{}" Target="{}"/>)", number, type, target);
}

std::string of_office(std::string_view type) { return fmt::format("{}/{}", relation_space, type); }

std::string relations(std::string_view all) {
  return fmt::format(R"({}<Relationships xmlns="{}/relationships">{}</Relationships>)", xml_head,
                     package_space, all);
}

std::string override_of(std::string_view part, std::string_view type) {
  return fmt::format(R"(<Override PartName="/{}" ContentType="{}+xml"/>)", part, type);
}

// As it stands in a formula: in quotes where it is more than a plain word.
std::string quoted(const std::string& sheet) {
  const bool plain = std::all_of(sheet.begin(), sheet.end(),
                                 [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  return plain ? sheet : "'" + sheet + "'";
}

// "A1:H20" as "$A$1:$H$20".
std::string absolute(std::string_view range) {
  std::string text;
  bool letters = false;
  for (const char c : range) {
    const bool letter = c >= 'A' && c <= 'Z';
    if (c != ':' && (text.empty() || text.back() == ':' || letter != letters)) text += '$';
    letters = letter;
    text += c;
  }
  return text;
}

std::string defined_names(const std::vector<SheetFacts>& sheets) {
  std::string names;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (sheets[i].filter.empty()) continue;
    names += fmt::format(
        R"(<definedName name="_xlnm._FilterDatabase" localSheetId="{}" hidden="1">{}!{}</definedName>)", i,
        quoted(sheets[i].name), absolute(sheets[i].filter));
  }
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (!sheets[i].repeats_first) continue;
    names += fmt::format(R"(<definedName name="_xlnm.Print_Titles" localSheetId="{}">{}!$1:$1</definedName>)",
                         i, quoted(sheets[i].name));
  }
  return names.empty() ? names : "<definedNames>" + names + "</definedNames>";
}

std::string font(std::string_view bold, int points, std::string_view colour) {
  return fmt::format(R"(<font>{}<sz val="{}"/><color {}/><name val="Calibri"/><family val="2"/></font>)",
                     bold, points, colour);
}

std::string fill(std::string_view colour) {
  return fmt::format(
      R"(<fill><patternFill patternType="solid"><fgColor rgb="{}"/><bgColor indexed="64"/></patternFill></fill>)",
      colour);
}

constexpr std::string_view wraps = R"( wrapText="1")";
constexpr std::string_view no_format;

std::string look(int number_format, int font, int fill, int border, std::string_view alignment) {
  return fmt::format(
      R"(<xf numFmtId="{}" fontId="{}" fillId="{}" borderId="{}" xfId="0" applyNumberFormat="1" applyFont="1" )"
      R"(applyFill="1" applyBorder="1" applyAlignment="1"><alignment{} vertical="top"/></xf>)",
      number_format, font, fill, border, alignment);
}

std::string looks() {
  constexpr std::string_view left = R"( horizontal="left")";
  std::string all = R"(<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>)";
  all += look(0, 0, 0, 0, no_format);  // plain
  all += look(0, 0, 0, 0, wraps);      // wrapped
  all += look(164, 0, 0, 0, left);     // number
  all += look(0, 5, 3, 0, wraps);      // column_head: white on dark blue grey, 9:1
  all += look(0, 1, 0, 0, no_format);  // title
  all += look(0, 4, 0, 1, no_format);  // heading
  all += look(0, 3, 0, 0, wraps);      // label
  all += look(0, 2, 2, 0, wraps);      // care
  return all;
}

}  // namespace

std::string root_relations_part() {
  return relations(relation(1, of_office("officeDocument"), "xl/workbook.xml") +
                   relation(2, fmt::format("{}/relationships/metadata/core-properties", package_space),
                            "docProps/core.xml"));
}

std::string types_part(std::size_t sheets, std::size_t tables) {
  const auto of_sheets = [](std::string_view type) { return fmt::format("{}{}", sheet_type, type); };
  std::string types = fmt::format(R"({}<Types xmlns="{}/content-types">)", xml_head, package_space);
  types +=
      R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
      R"(<Default Extension="xml" ContentType="application/xml"/>)";
  types += override_of("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties");
  types += override_of("xl/styles.xml", of_sheets("styles"));
  types += override_of("xl/workbook.xml", of_sheets("sheet.main"));
  for (std::size_t i = 1; i <= sheets; ++i) {
    types += override_of(fmt::format("xl/worksheets/sheet{}.xml", i), of_sheets("worksheet"));
  }
  for (std::size_t i = 1; i <= tables; ++i) {
    types += override_of(fmt::format("xl/tables/table{}.xml", i), of_sheets("table"));
  }
  return types + override_of("xl/sharedStrings.xml", of_sheets("sharedStrings")) + "</Types>";
}

std::string properties_part(std::string_view title, std::chrono::year_month_day created) {
  const std::string day =
      fmt::format("{:04}-{:02}-{:02}T00:00:00Z", static_cast<int>(created.year()),
                  static_cast<unsigned>(created.month()), static_cast<unsigned>(created.day()));
  return fmt::format(
      R"({}<cp:coreProperties xmlns:cp="{}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" )"
      R"(xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">)"
      R"(<dc:title>{}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">{}</dcterms:created>)"
      R"(<dcterms:modified xsi:type="dcterms:W3CDTF">{}</dcterms:modified></cp:coreProperties>)",
      xml_head, package_space, in_xml(title), day, day);
}

std::string workbook_part(const std::vector<SheetFacts>& sheets) {
  std::string list;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    list += fmt::format(R"(<sheet name="{0}" sheetId="{1}" r:id="rId{1}"/>)", in_xml(sheets[i].name), i + 1);
  }
  return fmt::format(
      R"({}<workbook xmlns="{}" xmlns:r="{}"><bookViews><workbookView xWindow="240" yWindow="15" windowWidth="16095" )"
      R"(windowHeight="9660"/></bookViews><sheets>{}</sheets>{}</workbook>)",
      xml_head, main_space, relation_space, list, defined_names(sheets));
}

std::string workbook_relations_part(std::size_t sheets) {
  std::string all;
  for (std::size_t i = 1; i <= sheets; ++i) {
    all += relation(i, of_office("worksheet"), fmt::format("worksheets/sheet{}.xml", i));
  }
  return relations(all + relation(sheets + 1, of_office("styles"), "styles.xml") +
                   relation(sheets + 2, of_office("sharedStrings"), "sharedStrings.xml"));
}

std::string styles_part() {
  const std::string_view ink = R"(theme="1")";
  const std::string fonts = font("", 11, ink) + font("<b/>", 18, ink) + font("<b/>", 11, ink) +
                            font("", 11, R"(rgb="FF56616C")") + font("<b/>", 13, ink) +
                            font("<b/>", 11, R"(rgb="FFFFFFFF")");
  const std::string fills =
      R"(<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>)" +
      fill("FFFFF6DC") + fill("FF2F4B61");
  return fmt::format(
      R"({}<styleSheet xmlns="{}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0"/></numFmts>)"
      R"(<fonts count="6">{}</fonts><fills count="4">{}</fills><borders count="2">)"
      R"(<border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/>)"
      R"(<bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders>)"
      R"(<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>)"
      R"(<cellXfs count="9">{}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>)"
      R"(</cellStyles></styleSheet>)",
      xml_head, main_space, fonts, fills, looks());
}

std::string shared_texts_part(const std::vector<std::string>& texts) {
  std::string all = fmt::format(R"({0}<sst xmlns="{1}" count="{2}" uniqueCount="{2}">)", xml_head, main_space,
                                texts.size());
  for (const std::string& text : texts) {
    all += R"(<si><t xml:space="preserve">)";
    append_xml(all, text);
    all += "</t></si>";
  }
  return all + "</sst>";
}

std::string table_part(std::size_t number, std::string_view name, std::string_view range,
                       const std::vector<std::string>& heads) {
  std::string columns;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    columns += fmt::format(R"(<tableColumn id="{}" name="{}"/>)", i + 1, in_xml(heads[i]));
  }
  // Grey bands, no colours that could be taken for a judgement.
  return fmt::format(
      R"({0}<table xmlns="{1}" id="{2}" name="{3}" displayName="{3}" ref="{4}" totalsRowShown="0">)"
      R"(<autoFilter ref="{4}"/><tableColumns count="{5}">{6}</tableColumns><tableStyleInfo name="TableStyleLight1" )"
      R"(showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>)",
      xml_head, main_space, number, name, range, heads.size(), columns);
}

std::string table_relation_part(std::size_t table) {
  return relations(relation(1, of_office("table"), fmt::format("../tables/table{}.xml", table)));
}

}  // namespace postbox::report
