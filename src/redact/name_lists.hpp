// The words that tell a person's name from other words, read from config/ (names.toml, not_names.toml).
#pragma once

#include <string>
#include <unordered_set>

namespace postbox::redact {

struct NameLists {
  // All in lower case.
  std::unordered_set<std::string> given_names;
  std::unordered_set<std::string> family_names;
  std::unordered_set<std::string> ambiguous_names;  // names that are words: will, grace, mark
  std::unordered_set<std::string> not_names;  // capitalised words that are not people: barrow, lego, makaton
};

}  // namespace postbox::redact
