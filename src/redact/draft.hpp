// A text in the middle of being redacted: what was found stands as one mask character, everything else as
// typed.
//
// A finder that looks at a draft therefore sees the same after one round as it would see in a text that comes
// back with its tags, which is what makes redacting twice the same as redacting once.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redact/redact.hpp"
#include "redact/span.hpp"
#include "redact/words.hpp"

namespace postbox::redact {

// A tag that stood in the text as it came: "[name 2]", "[phone]".
struct Tag {
  Kind kind;
  Span span;
  unsigned number = 0;  // of a person; 0 without one
};

std::vector<Tag> find_tags(std::string_view text);

// "[name 2]", "[name]" for number 0; other kinds have no number.
std::string tag_of(Kind kind, unsigned number);

class Draft {
 public:
  explicit Draft(std::string_view raw);

  // The text as finders see it.
  const std::string& text() const { return text_; }

  // The words of text(); valid until the next remove().
  const std::vector<Word>& words() const;

  // Spans of text(); they are removed and become findings of the raw text, which never overlap: of one that
  // runs over something removed before, the longest rest.
  void remove(Kind kind, const Spans& spans);

  // Where a piece of text() stands in the raw text.
  Span raw_span(Span span) const { return {raw_at_[span.begin], raw_at_[span.end - 1] + 1}; }

  const std::vector<Finding>& found() const { return found_; }
  const std::vector<Tag>& tags() const { return tags_; }
  std::string_view words_of(const Finding& finding) const {
    return raw_.substr(finding.begin, finding.end - finding.begin);
  }
  std::string_view raw() const { return raw_; }

 private:
  void rewrite();

  std::string_view raw_;
  std::vector<Tag> tags_;
  std::vector<Finding> found_;  // ascending
  std::string text_;
  mutable std::optional<std::vector<Word>> words_;  // read when first asked for
  std::vector<std::size_t> raw_at_;  // where in the raw text a byte of text() stands; one more for the end
};

}  // namespace postbox::redact
