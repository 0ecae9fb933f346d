// Reads XML as strictly as a spreadsheet does: tags that match, known entities, characters that XML 1.0
// allows. Anything else throws.
#pragma once

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"

namespace postbox::test {

struct XmlNode {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::vector<XmlNode> children;
  std::string text;  // directly in it

  const XmlNode* child(std::string_view wanted) const {
    for (const XmlNode& each : children) {
      if (each.name == wanted) return &each;
    }
    return nullptr;
  }
  std::string attribute(const std::string& wanted) const {
    const auto found = attributes.find(wanted);
    return found == attributes.end() ? "" : found->second;
  }
};

class XmlReader {
 public:
  static XmlNode read(std::string_view xml) {
    XmlReader reader(xml);
    reader.check_characters();
    if (reader.takes("<?xml")) reader.take_until("?>");
    reader.skip_space();
    XmlNode root = reader.element();
    reader.skip_space();
    if (!reader.left_.empty()) throw std::runtime_error("something after the root");
    return root;
  }

 private:
  explicit XmlReader(std::string_view xml) : left_(xml) {}

  void check_characters() const {
    for (std::string_view rest = left_; !rest.empty();) {
      const utf8::Decoded next = utf8::decode(rest);
      const char32_t c = next.code_point;
      if (next.size == 0 || (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF) {
        throw std::runtime_error("a character that XML cannot hold, or a CR that it would change");
      }
      rest.remove_prefix(next.size);
    }
  }

  XmlNode element() {
    take("<");
    XmlNode node;
    node.name = take_while_not(" />\n");
    for (skip_space(); !next_is("/>") && !next_is(">"); skip_space()) {
      const std::string name = take_while_not("= ");
      take("=\"");
      if (!node.attributes.emplace(name, resolved(take_until("\""))).second) {
        throw std::runtime_error("an attribute twice: " + name);
      }
    }
    if (takes("/>")) return node;
    take(">");
    while (!next_is("</")) {
      if (left_.empty()) throw std::runtime_error("not closed: " + node.name);
      if (next_is("<")) {
        node.children.push_back(element());
      } else {
        node.text += resolved(take_while_not("<"));
      }
    }
    take("</" + node.name + ">");
    return node;
  }

  static std::string resolved(std::string_view raw) {
    static const std::map<std::string_view, std::string> known = {
        {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"#xA", "\n"}};
    std::string text;
    for (std::size_t at = 0; at < raw.size(); ++at) {
      if (raw[at] == '<') throw std::runtime_error("< in a text");
      if (raw[at] != '&') {
        text += raw[at];
        continue;
      }
      const std::size_t end = raw.find(';', at);
      if (end == std::string_view::npos) throw std::runtime_error("& that begins nothing");
      text += known.at(raw.substr(at + 1, end - at - 1));
      at = end;
    }
    return text;
  }

  bool next_is(std::string_view expected) const { return left_.substr(0, expected.size()) == expected; }
  bool takes(std::string_view expected) {
    if (!next_is(expected)) return false;
    left_.remove_prefix(expected.size());
    return true;
  }
  void take(std::string_view expected) {
    if (!takes(expected)) throw std::runtime_error("expected " + std::string(expected));
  }
  std::string take_while_not(std::string_view ends) {
    std::string taken(left_.substr(0, left_.find_first_of(ends)));
    left_.remove_prefix(taken.size());
    return taken;
  }
  std::string take_until(std::string_view end) {
    const std::size_t size = left_.find(end);
    if (size == std::string_view::npos) throw std::runtime_error("no end of something");
    std::string taken(left_.substr(0, size));
    left_.remove_prefix(size + end.size());
    return taken;
  }
  void skip_space() {
    while (!left_.empty() && (left_.front() == ' ' || left_.front() == '\n')) left_.remove_prefix(1);
  }

  std::string_view left_;
};

}  // namespace postbox::test
