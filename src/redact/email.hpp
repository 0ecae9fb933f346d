// E-mail addresses, also as people hide them: "jamie (at) example dot org", "jamie@example . org",
// "jamie at gmail.com".
//
// A bare " at " counts only with a "dot" and a known ending, or with a known mail provider, so that "we
// met at Keswick" stays. Looks back 64 bytes and ahead 128 at most. Pure.
#pragma once

#include "redact/lexicon.hpp"
#include "redact/reading.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

Spans find_emails(const Reading& reading, const Lexicon& lexicon);

}  // namespace postbox::redact
