// A text in the middle of being redacted: what was found stands as one mask character, everything else as
// typed.
//
// A finder that looks at a draft therefore sees the same after one round as it would see in a text that comes
// back with its tags, which is what makes redacting twice the same as redacting once.
#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redact/digit_groups.hpp"
#include "redact/reading.hpp"
#include "redact/redact.hpp"
#include "redact/span.hpp"

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
  // Both borrowed.
  Draft(std::string_view raw, const Lexicon& lexicon);
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  // The text as finders see it, read once and again where it changed; valid until the next remove().
  const Reading& reading() const { return reading_; }

  // The numbers of the text, read when first asked for; valid as long.
  const std::vector<DigitGroup>& digit_groups();

  // Spans of the text; they are removed and become findings of the raw text, which never overlap: of one that
  // runs over something removed before, the longest rest.
  void remove(Kind kind, const Spans& spans);

  // Whether the text has changed since this was asked last for the kind, and at first: what finds it would
  // find no more than it did then.
  bool is_news_for(Kind kind);

  // Where a piece of the text stands in the raw text.
  Span raw_span(Span span) const { return {raw_position(span.begin), raw_position(span.end - 1) + 1}; }

  const std::vector<Finding>& found() const { return found_; }
  const std::vector<Tag>& tags() const { return tags_; }
  std::string_view words_of(const Finding& finding) const {
    return raw_.substr(finding.begin, finding.end - finding.begin);
  }
  std::string_view raw() const { return raw_; }

 private:
  std::string_view typed() const { return without_masks_.empty() ? raw_ : without_masks_; }
  void write();
  void mask(Kind kind, Span raw);
  std::size_t raw_position(std::size_t position) const;

  std::string_view raw_;
  std::string without_masks_;  // the raw text where it holds what would read as a mask, else empty
  std::vector<Tag> tags_;
  std::vector<Finding> found_;  // ascending
  std::string text_;
  std::vector<Masked> masked_;  // ascending
  std::optional<std::vector<DigitGroup>> digit_groups_;
  unsigned times_written_ = 0;
  std::array<unsigned, kind_count> seen_{};  // by kind: times_written_ when is_news_for() was asked
  Reading reading_;
};

using Drafts = std::deque<Draft>;

}  // namespace postbox::redact
