// One question as fields of the form, with what was typed and what was wrong. Used inside this room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/html.hpp"
#include "form/answers.hpp"

namespace postbox::form {

// The question that a problem is about: "areas" for "/areas/1", "" for the whole.
std::string question_of(const Problem& problem);

bool is_answered(const Question& question, const Answers& answers);
bool is_chosen(const Question& question, const Answers& answers, std::string_view option);

// The first field has the question's id, so that an error summary can link to it.
Html question_html(const Question& question, const Answers& typed, const std::vector<Problem>& problems);

}  // namespace postbox::form
