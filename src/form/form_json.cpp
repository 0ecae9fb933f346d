#include <nlohmann/json.hpp>

#include "form/form.hpp"

namespace postbox::form {
namespace {

using Json = nlohmann::ordered_json;

Json as_json(const Question& question) {
  Json json = {{"id", question.id}, {"type", code_of(question.type)}, {"label", question.label}};
  for (const Option& option : question.options) {
    json["options"].push_back({{"value", option.value}, {"label", option.label}});
  }
  if (question.type == QuestionType::text) json["max_characters"] = question.max_characters;
  return json;
}

}  // namespace

std::string form_as_json(const Form& form) {
  Json questions = Json::array();
  for (const Question& question : form.questions) questions.push_back(as_json(question));
  return Json{{"questions", questions}}.dump();
}

}  // namespace postbox::form
