// Text from which identifiers were removed by machine, as far as that can be done.
//
// Only the redact room can make one, and reports take nothing else: forgetting to redact does not compile.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "feedback/text_range.hpp"

namespace postbox {

// Stands where sentences were left out that another service reads.
inline constexpr std::string_view about_another_service = "[about another service]";

// Names of people that the machine missed of 100, in texts written before its rules had seen them; how it was
// measured stands in src/redact/README.md. Every report says it.
inline constexpr int names_missed_of_100 = 6;

namespace redact {
class Redactor;
}

class RedactedText {
 public:
  RedactedText() = default;  // no words at all
  std::string_view view() const { return text_; }
  bool empty() const { return text_.empty(); }
  friend bool operator==(const RedactedText&, const RedactedText&) = default;

  // The same words without these, each replaced by that mark. Still redacted: nothing but the one mark can
  // come in, and a range ends beside white space or at an end of the text, so that no tag or word is cut
  // through. They must be ascending, apart from each other and not empty.
  RedactedText without(const std::vector<TextRange>& left_out) const;

  // The same words with "[for translation: Polish] " in front. `language` comes from the settings.
  RedactedText for_translation(std::string_view language) const;

  // Bytes of that mark, its space included, at the front of words as a report shows them; 0 where there is
  // none.
  static std::size_t translation_mark_bytes(std::string_view words);

 private:
  friend class redact::Redactor;
  explicit RedactedText(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace postbox
