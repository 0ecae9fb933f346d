// The words that the rules of this room look for by themselves, as marks beside those of config/: one look-up
// of a word tells whether any finder has to look closer. Each list stands with its finder.
#pragma once

#include "redact/lexicon.hpp"

namespace postbox::redact {

void mark_rule_words(Lexicon& lexicon);

}  // namespace postbox::redact
