#include "form/form.hpp"

#include <algorithm>

#include "feedback/encoding.hpp"

namespace postbox::form {
namespace {

constexpr std::size_t utf8_bytes_max = 4;

std::string longest_value(const std::vector<Option>& options) {
  std::string longest;
  for (const Option& option : options) {
    if (option.value.size() > longest.size()) longest = option.value;
  }
  return longest;
}

std::vector<std::string> all_values(const std::vector<Option>& options) {
  std::vector<std::string> values;
  values.reserve(options.size());
  for (const Option& option : options) values.push_back(option.value);
  return values;
}

void answer_at_length(const Question& question, Answers& answers) {
  switch (question.type) {
    case QuestionType::text:
      answers.texts.emplace(question.id, "");  // the words themselves are counted apart
      return;
    case QuestionType::choice:
      answers.choices[question.id] = {longest_value(question.options)};
      return;
    case QuestionType::choices:
      answers.choices[question.id] = all_values(question.options);
      return;
    case QuestionType::tick:
      answers.ticks.insert(question.id);
      return;
  }
}

}  // namespace

std::string_view code_of(QuestionType type) {
  switch (type) {
    case QuestionType::text:
      return "text";
    case QuestionType::choice:
      return "choice";
    case QuestionType::choices:
      return "choices";
    case QuestionType::tick:
      return "tick";
  }
  return {};
}

const Question* find_question(const Form& form, std::string_view id) {
  const auto found = std::find_if(form.questions.begin(), form.questions.end(),
                                  [id](const Question& question) { return question.id == id; });
  return found == form.questions.end() ? nullptr : &*found;
}

const Form& worded_for(const Form& form, Variant variant) {
  if (variant == Variant::standard || form.variants.size() != 2) return form;
  return form.variants[variant == Variant::easy ? 0 : 1];
}

const Form& in_language(const Form& form, std::string_view code) {
  const auto found = std::find_if(form.translations.begin(), form.translations.end(),
                                  [code](const Form& other) { return other.language.code == code; });
  return found == form.translations.end() ? form : *found;
}

std::size_t largest_encoding_bytes(const Form& form) {
  // Ids and the longest channel as intake makes them; the rest is what `encode` itself writes.
  Submission largest{
      std::string(26, 'a'), std::string(20, 'a'), Month{std::chrono::year{2099} / 12}, Channel::import, {}};
  std::size_t words = 0;
  for (const Question& question : form.questions) {
    answer_at_length(question, largest.answers);
    words += question.max_characters * utf8_bytes_max;
  }
  return encode(largest).size() + words;
}

}  // namespace postbox::form
