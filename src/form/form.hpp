// What we ask: the questions of config/form.toml as the form, the API and the exports all use them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace postbox::form {

enum class QuestionType {
  text,     // the giver's own words
  choice,   // one option
  choices,  // any number of options
  tick,     // a box to tick
};

struct Option {
  std::string value;  // in files and the API: lower case, digits, hyphens
  std::string label;  // as shown
};

struct Question {
  std::string id;  // key in JSON, field name in HTML: lower case, digits, underscores
  QuestionType type = QuestionType::text;
  std::string label;
  std::string hint;                // "" where none is needed
  std::vector<Option> options;     // of choice and choices, in the order shown
  std::size_t max_characters = 0;  // of text: code points
  bool folded = false;             // shown only when wanted ("about you")
};

struct Form {
  std::string title;
  std::string introduction;
  std::vector<Question> questions;  // in the order asked; ids are unique
};

const Question* find_question(const Form& form, std::string_view id);

// The most bytes that any honest submission of this form can have before padding, with every text at its
// limit in four-byte characters. `check` holds it against the largest record that can be sealed.
std::size_t largest_encoding_bytes(const Form& form);

}  // namespace postbox::form
