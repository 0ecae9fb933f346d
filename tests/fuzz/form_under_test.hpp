// The shipped form and what must hold of any reading of it, for the fuzz targets of form posts and JSON.
#pragma once

#include <cstdlib>
#include <string>

#include "base/utf8.hpp"
#include "config/form_file.hpp"
#include "form/answers.hpp"
#include "form/page.hpp"

namespace postbox::test {

inline void must(bool holds) {
  if (!holds) std::abort();
}

inline const form::Form& form_under_test() {
  static const form::Form form =
      config::read_form(PosixFileSystem{}, {"no-box", std::string(POSTBOX_SOURCE_DIR)});
  return form;
}

// Every answer is to a question of the form, fit to be stored, and nothing without answers is let through.
inline void must_be_sound(const form::Checked& checked) {
  const form::Form& form = form_under_test();
  const Answers& answers = checked.answers;
  const bool blank = answers.texts.empty() && answers.choices.empty() && answers.ticks.empty();
  must(!checked.problems.empty() || !blank);
  for (const auto& [id, words] : answers.texts) {
    const form::Question* question = find_question(form, id);
    must(question != nullptr && utf8::is_valid(words) && !utf8::is_blank(words));
    must(words.find('\0') == std::string::npos);
    must(!checked.problems.empty() || utf8::length(words) <= question->max_characters);
  }
  for (const auto& [id, values] : answers.choices) {
    must(find_question(form, id) != nullptr && !values.empty());
  }
  for (const std::string& id : answers.ticks) must(find_question(form, id) != nullptr);
  must(!form_page(form, {}, answers, checked.problems).empty());
}

}  // namespace postbox::test
