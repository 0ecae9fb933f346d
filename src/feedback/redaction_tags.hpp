// The tags that stand for what was removed: "[name 2]", "[NHS number]". redact writes them; to classify one
// is a word that says nothing: "[vehicle]" is not about transport. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace postbox {

// What stands in the brackets; by kind, as redact::Kind lists them.
inline constexpr std::array<std::string_view, 10> redaction_tags = {
    "name",       "email",     "phone",         "postcode", "address",
    "NHS number", "NI number", "date of birth", "handle",   "vehicle"};

struct RedactionTag {
  std::size_t kind = 0;  // of redaction_tags
  unsigned number = 0;   // of one of several people: 1 to 6 digits, the first of them not 0; 0 without one
  std::size_t bytes = 0;
};

// The tag that `text` begins with.
std::optional<RedactionTag> read_redaction_tag(std::string_view text);

}  // namespace postbox
