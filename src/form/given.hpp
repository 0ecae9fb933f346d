// What was given under each key, before anybody asked whether the form has such a question: the common shape
// of JSON, url-encoded and multipart answers. Used inside this room only.
#pragma once

#include <string>
#include <vector>

#include "form/answers.hpp"

namespace postbox::form {

struct Given {
  enum class Kind { text, boolean, number, null, list, object };
  Kind kind = Kind::null;
  std::string text;          // of a text; valid UTF-8 without NUL
  bool boolean = false;      // of a boolean
  std::vector<Given> items;  // of a list; what stands deeper is not kept, its kind is enough to refuse it
};

struct GivenAnswer {
  std::string key;
  Given value;
};

// Each key at most once.
Checked check(const Form& form, const std::vector<GivenAnswer>& given);

std::string pointer_to(std::string_view key);  // "/a~1b" for "a/b"

// "10,000", as people read it.
std::string with_commas(std::size_t number);

}  // namespace postbox::form
