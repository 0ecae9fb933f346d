// Reads a workbook back as a spreadsheet does, and strictly: every part is well-formed XML, every cell of
// words is a text, no cell is a formula, no text is longer than a cell may be. Anything else throws.
#pragma once

#include <charconv>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "report/xml_reader.hpp"
#include "report/zip_reader.hpp"

namespace postbox::test {

struct XlsxCell {
  std::string words;  // escapes resolved
  bool is_text = false;
};

struct XlsxSheet {
  std::map<std::pair<std::size_t, std::size_t>, XlsxCell>
      cells;             // by row and column from 0; empty ones left out
  std::size_t rows = 0;  // up to the last that has a cell
  XmlNode xml;           // without its rows

  std::string at(std::size_t row, std::size_t column) const {
    const auto found = cells.find({row, column});
    return found == cells.end() ? "" : found->second.words;
  }
  std::vector<std::string> row(std::size_t number, std::size_t columns) const {
    std::vector<std::string> all;
    for (std::size_t column = 0; column < columns; ++column) all.push_back(at(number, column));
    return all;
  }
};

class StrictXlsx {
 public:
  explicit StrictXlsx(std::string_view bytes) : parts_(ZipReader::read(bytes)) {
    for (const auto& [name, entry] : parts_) {
      if (name.find("externalLink") != std::string::npos || name.find("vba") != std::string::npos) {
        throw std::runtime_error("a part that reaches out: " + name);
      }
      xml_.emplace(name, XmlReader::read(entry.content));
    }
    read_shared_texts();
    const XmlNode& workbook = part("xl/workbook.xml");
    for (const XmlNode& sheet : workbook.child("sheets")->children) {
      names.push_back(sheet.attribute("name"));
      sheets[names.back()] = read_sheet("xl/worksheets/sheet" + std::to_string(names.size()) + ".xml");
    }
  }

  const XmlNode& part(const std::string& name) const { return xml_.at(name); }
  bool has_part(const std::string& name) const { return xml_.contains(name); }
  const std::map<std::string, ZipEntry>& parts() const { return parts_; }

  std::vector<std::string> names;  // of the sheets, in order
  std::map<std::string, XlsxSheet> sheets;

 private:
  void read_shared_texts() {
    if (!has_part("xl/sharedStrings.xml")) return;
    for (const XmlNode& item : part("xl/sharedStrings.xml").children) shared_.push_back(text_of(item));
  }

  XlsxSheet read_sheet(const std::string& name) {
    XlsxSheet sheet;
    sheet.xml = part(name);
    for (const XmlNode& row : sheet.xml.child("sheetData")->children) {
      for (const XmlNode& cell : row.children) read_cell(cell, sheet);
    }
    for (XmlNode& child : sheet.xml.children) {
      if (child.name == "sheetData") child.children.clear();
    }
    if (sheet.xml.child("hyperlinks") != nullptr) throw std::runtime_error("links");
    return sheet;
  }

  void read_cell(const XmlNode& cell, XlsxSheet& sheet) const {
    if (cell.child("f") != nullptr) throw std::runtime_error("a formula");
    if (cell.children.empty()) return;
    const std::string type = cell.attribute("t");
    XlsxCell read;
    read.is_text = type == "s" || type == "inlineStr";
    if (type == "s") {
      read.words = shared_.at(static_cast<std::size_t>(std::stoul(cell.child("v")->text)));
    } else if (type == "inlineStr") {
      read.words = text_of(*cell.child("is"));
    } else if (type.empty()) {
      read.words = cell.child("v")->text;
    } else {
      throw std::runtime_error("a cell of type " + type);
    }
    const auto place = place_of(cell.attribute("r"));
    sheet.rows = std::max(sheet.rows, place.first + 1);
    if (!sheet.cells.emplace(place, read).second) throw std::runtime_error("a cell twice");
  }

  static std::pair<std::size_t, std::size_t> place_of(const std::string& name) {
    std::size_t column = 0;
    std::size_t i = 0;
    for (; i < name.size() && name[i] >= 'A'; ++i) {
      column = column * 26 + static_cast<std::size_t>(name[i] - 'A' + 1);
    }
    return {std::stoul(name.substr(i)) - 1, column - 1};
  }

  // A text without xml:space is one that a spreadsheet trims.
  static std::string text_of(const XmlNode& item) {
    const XmlNode& t = *item.child("t");
    const std::string_view blanks = " \t\n";
    const bool at_edge = !t.text.empty() && (blanks.find(t.text.front()) != std::string_view::npos ||
                                             blanks.find(t.text.back()) != std::string_view::npos);
    if (at_edge && t.attribute("xml:space") != "preserve") throw std::runtime_error("white space is lost");
    if (units(t.text) > 32767) throw std::runtime_error("longer than a cell");
    return unescaped(t.text);
  }

  static std::size_t units(std::string_view text) {
    std::size_t count = 0;
    while (!text.empty()) {
      const utf8::Decoded next = utf8::decode(text);
      count += next.code_point > 0xFFFF ? 2U : 1U;
      text.remove_prefix(next.size);
    }
    return count;
  }

  // _xHHHH_ is the character of that number (ECMA-376 part 1, ST_Xstring).
  static std::string unescaped(std::string_view raw) {
    std::string text;
    while (!raw.empty()) {
      unsigned code = 0;
      const bool like = raw.size() >= 7 && raw.starts_with("_x") && raw[6] == '_';
      if (like && std::from_chars(raw.data() + 2, raw.data() + 6, code, 16).ptr == raw.data() + 6) {
        append(code, text);
        raw.remove_prefix(7);
      } else {
        text += raw.front();
        raw.remove_prefix(1);
      }
    }
    return text;
  }
  static void append(unsigned code, std::string& text) {
    if (code < 0x80) {
      text += static_cast<char>(code);
    } else if (code >= 0xFFFE) {
      text += code == 0xFFFE ? "\xEF\xBF\xBE" : "\xEF\xBF\xBF";
    } else {
      throw std::runtime_error("an escape that nobody needs");
    }
  }

  std::map<std::string, ZipEntry> parts_;
  std::map<std::string, XmlNode> xml_;
  std::vector<std::string> shared_;
};

}  // namespace postbox::test
