#include "redact/name_field.hpp"

#include "redact/word_list.hpp"

namespace postbox::redact {

bool labels_name(std::string_view word) {
  static constexpr WordList labels = {"name",   "child", "pupil",    "student", "patient", "surname",
                                      "parent", "carer", "guardian", "mother",  "father",  "applicant",
                                      "client", "re",    "yp",       "sibling"};
  return labels.has(word);
}

bool stands_behind_label(const NameWords& words, std::size_t first) {
  return first > 0 && words.gap(first) == Gap::other && !words.word(first - 1).dot_after;
}

}  // namespace postbox::redact
