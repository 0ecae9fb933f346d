#include "base/html.hpp"

namespace postbox {

class HtmlWriter {  // the one place that turns a string into markup
 public:
  static Html finish(std::string markup) { return Html(std::move(markup)); }

  static void open_tag(std::string& out, const char* tag, std::initializer_list<Attribute> attributes) {
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

bool unfit_for_html(unsigned char c) {
  return c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r');
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
    out += "\xEF\xBF\xBD";
  } else {
    out += c;
  }
}

}  // namespace

Html text(std::string_view words) {
  std::string out;
  out.reserve(words.size() + words.size() / 8);
  for (const char c : words) escape(c, out);
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
  std::string out;
  HtmlWriter::open_tag(out, tag, attributes);
  out += content.markup();
  out += "</";
  out += tag;
  out += '>';
  return HtmlWriter::finish(std::move(out));
}

Html element(const char* tag, const Html& content) { return element(tag, {}, content); }

Html void_element(const char* tag, std::initializer_list<Attribute> attributes) {
  std::string out;
  HtmlWriter::open_tag(out, tag, attributes);
  return HtmlWriter::finish(std::move(out));
}

}  // namespace postbox
