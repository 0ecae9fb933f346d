// One question as fields of the form, with what was typed and what was wrong. Used inside this room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/html.hpp"
#include "form/answers.hpp"
#include "form/language.hpp"

namespace postbox::form {

// The question that a problem is about: "areas" for "/areas/1", "" for the whole.
std::string question_of(const Problem& problem);

bool is_answered(const Question& question, const Answers& answers);
bool is_chosen(const Question& question, const Answers& answers, std::string_view option);

// A problem in the words of the page.
std::string said_of(const Problem& problem, const Words& words, const Question* question);

// What all questions of one page have in common; borrowed.
struct Asking {
  const Words& words;
  const Answers& typed;
  const std::vector<Problem>& problems;
  bool pictures = false;     // Easy Read: a drawing beside each question
  std::string_view begin{};  // the id of the question that the reader came back to
};

// The first field has the question's id, so that an error summary can link to it.
Html question_html(const Question& question, const Asking& asking);

// The options of a question with several answers as boxes to tick, with their hints or in short.
Html choices_html(const Question& question, const Asking& asking, bool hints);

}  // namespace postbox::form
