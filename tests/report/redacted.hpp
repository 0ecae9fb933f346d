// Redacted text for tests of the reports.
//
// The type can be made by redact::Redactor alone, and tests-report does not link that room: this is the only
// class of that name in this program. So a report is tested with any text at all, not only with what a
// redactor would leave.
#pragma once

#include <string>

#include "feedback/redacted_text.hpp"

namespace postbox::redact {

class Redactor {
 public:
  static RedactedText as_if_redacted(std::string text) { return RedactedText(std::move(text)); }
};

}  // namespace postbox::redact

namespace postbox::test {

inline RedactedText redacted(std::string text) { return redact::Redactor::as_if_redacted(std::move(text)); }

}  // namespace postbox::test
