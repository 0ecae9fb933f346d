#include "base/html.hpp"

#include <array>

namespace postbox {

class HtmlWriter {  // the one place that turns a string into markup
 public:
  template <class Attributes>
  static Html whole(const char* tag, const Attributes& attributes, const Html& content) {
    Html out = lone(tag, attributes);
    out.markup_ += content.markup();
    out.markup_ += "</";
    out.markup_ += tag;
    out.markup_ += '>';
    return out;
  }

  template <class Attributes>
  static Html lone(const char* tag, const Attributes& attributes) {
    std::string out;
    open_tag(out, tag, attributes);
    return Html(std::move(out));
  }

 private:
  template <class Attributes>
  static void open_tag(std::string& out, const char* tag, const Attributes& attributes) {
    out += '<';
    out += tag;
    for (const Attribute& attribute : attributes) {
      out += ' ';
      out += attribute.name;
      if (attribute.value.empty()) continue;
      out += "=\"";
      out += (attribute.exact ? exact_text(attribute.value) : text(attribute.value)).markup_;
      out += '"';
    }
    out += '>';
  }
};

namespace {

constexpr std::string_view shown_for_control = "\xEF\xBF\xBD";  // U+FFFD

bool unfit_for_html(unsigned char c) {
  return c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r');
}

// U+0080 to U+009F, two bytes each.
bool begins_with_c1_control(std::string_view words) {
  return words.size() >= 2 && words[0] == '\xC2' && static_cast<unsigned char>(words[1]) < 0xA0;
}

// False where the character needs no escaping.
bool escape_mark(char c, std::string& out) {
  switch (c) {
    case '&':
      out += "&amp;";
      return true;
    case '<':
      out += "&lt;";
      return true;
    case '>':
      out += "&gt;";
      return true;
    case '"':
      out += "&quot;";
      return true;
    case '\'':
      out += "&#39;";
      return true;
    default:
      return false;
  }
}

void escape(char c, std::string& out) {
  if (escape_mark(c, out)) return;
  if (unfit_for_html(static_cast<unsigned char>(c))) {
    out += shown_for_control;
  } else {
    out += c;
  }
}

// By byte: stands in the page as it is, whatever follows. The first byte of a C1 control is the only one
// beyond ASCII that is not.
constexpr std::array<bool, 256> plain_bytes = [] {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < plain.size(); ++byte) {
    const bool mark = byte == '&' || byte == '<' || byte == '>' || byte == '"' || byte == '\'';
    plain[byte] = !mark && byte != 0x7F && byte != 0xC2;
  }
  return plain;
}();

// How much of the text needs no second look: most of it, and it is copied at once.
std::size_t plain_run(std::string_view words) {
  std::size_t at = 0;
  while (at < words.size() && plain_bytes[static_cast<unsigned char>(words[at])]) ++at;
  return at;
}

}  // namespace

Html text(std::string_view words) {
  std::string out;
  out.reserve(words.size() + words.size() / 8);
  for (;;) {
    const std::size_t plain = plain_run(words);
    out += words.substr(0, plain);
    words.remove_prefix(plain);
    if (words.empty()) break;
    if (begins_with_c1_control(words)) {
      words.remove_prefix(2);
      out += shown_for_control;
    } else {
      escape(words[0], out);
      words.remove_prefix(1);
    }
  }
  return Html(std::move(out));
}

Html exact_text(std::string_view words) {
  std::string out;
  out.reserve(words.size() + words.size() / 8);
  for (const char c : words) {
    if (!escape_mark(c, out)) out += c;
  }
  return Html(std::move(out));
}

Html trusted(const char* literal) { return Html(std::string(literal)); }

Html element(const char* tag, std::initializer_list<Attribute> attributes, const Html& content) {
  return HtmlWriter::whole(tag, attributes, content);
}

Html element(const char* tag, const std::vector<Attribute>& attributes, const Html& content) {
  return HtmlWriter::whole(tag, attributes, content);
}

Html element(const char* tag, const Html& content) {
  return HtmlWriter::whole(tag, std::initializer_list<Attribute>{}, content);
}

Html void_element(const char* tag, std::initializer_list<Attribute> attributes) {
  return HtmlWriter::lone(tag, attributes);
}

Html void_element(const char* tag, const std::vector<Attribute>& attributes) {
  return HtmlWriter::lone(tag, attributes);
}

}  // namespace postbox
