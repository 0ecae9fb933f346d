// The word lists of redaction (names.toml, more_names.toml, not_names.toml, dictionary.toml, name_cues.toml)
// as the lexicon that redact works with.
#pragma once

#include "config/house.hpp"
#include "redact/lexicon.hpp"

namespace postbox::config {

// Error(Fault::settings) names file and line: an unknown key, an empty entry, a missing list.
redact::Lexicon read_name_lists(const FileSystem& files, const House& house);

// staff_roles.toml: what members of staff are, marked `role`.
redact::Lexicon read_staff_roles(const FileSystem& files, const House& house);

}  // namespace postbox::config
