// The fields of a form post, however they were written down. Used inside this room only.
#pragma once

#include <string>
#include <vector>

#include "form/answers.hpp"

namespace postbox::form {

struct Field {
  std::string name;
  std::string value;
};
using Fields = std::vector<Field>;

// Names of fields that the pages themselves carry; no question may have such an id.
namespace page_field {
inline constexpr const char* step = "step";
inline constexpr const char* page = "page";
inline constexpr const char* shown = "shown";
// A name that programs like to fill in; hidden from people by the page.
inline constexpr const char* trap = "website";
inline constexpr const char* language = "lang";
inline constexpr const char* token = "token";
}  // namespace page_field

inline constexpr std::size_t token_bytes_max = 64;  // a longer one is not ours and counts as none

// Value of the field `step`: "change:" and a question's id goes back to that question.
inline constexpr std::string_view change_one = "change:";

std::string_view code_of(Step step);
std::string_view code_of(Variant variant);  // "easy": value of the field `page`

// In the order given. Malformed where a name or value is not UTF-8 or holds a NUL, or there are too many.
FormReading read_fields(const Form& form, const Fields& fields);

}  // namespace postbox::form
