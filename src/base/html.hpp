// Markup is not text: the two are different types, and text becomes markup only by being escaped.
//
//   Html page = element("p", {{"class", "hint"}}, text("5 < 6"));   // <p class="hint">5 &lt; 6</p>
//
// Pure. Tag and attribute names are literals of this program; attribute values and text may be anything in
// valid UTF-8. Characters that HTML cannot carry (controls other than tab, LF, CR) are shown as U+FFFD: a
// page is a picture of the words, the exact words stand in the JSONL.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace postbox {

class Html {
 public:
  Html() = default;
  std::string_view markup() const { return markup_; }
  bool empty() const { return markup_.empty(); }
  Html& operator+=(const Html& more) {
    markup_ += more.markup_;
    return *this;
  }
  friend Html operator+(Html first, const Html& second) { return std::move(first += second); }

 private:
  explicit Html(std::string markup) : markup_(std::move(markup)) {}
  friend Html text(std::string_view words);
  friend Html exact_text(std::string_view words);
  friend Html trusted(const char* literal);
  friend class HtmlWriter;
  std::string markup_;
};

// An attribute; `present_only` are those such as `checked` that have no value.
struct Attribute {
  const char* name;
  std::string value;
  bool exact = false;  // as exact_text
};

// Escapes & < > " '.
Html text(std::string_view words);

// As `text`, but with controls left in: for a form field, whose words must come back as they were typed. What
// still cannot come back is NUL and a lone CR, which browsers read as a line end.
Html exact_text(std::string_view words);

// Markup written by us in the source: a style sheet, an inline SVG. Takes a literal, so that nothing that
// was typed by a person can come here by accident.
Html trusted(const char* literal);

// <tag attributes>content</tag>. An attribute whose value is empty is written as its name alone.
Html element(const char* tag, std::initializer_list<Attribute> attributes, const Html& content);
Html element(const char* tag, const Html& content);
// The same where the attributes depend on something.
Html element(const char* tag, const std::vector<Attribute>& attributes, const Html& content);

// <tag attributes>, for input, meta, link, br, hr.
Html void_element(const char* tag, std::initializer_list<Attribute> attributes);
Html void_element(const char* tag, const std::vector<Attribute>& attributes);

}  // namespace postbox
