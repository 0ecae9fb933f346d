#include <algorithm>

#include "form/form_fields.hpp"
#include "form/page.hpp"
#include "form/page_frame.hpp"
#include "form/question_html.hpp"

namespace postbox::form {
namespace {

Html answer_words(const Question& question, const Answers& answers) {
  if (question.type == QuestionType::text) {
    return element("div", {{"class", "words"}}, text(answers.texts.at(question.id)));
  }
  if (question.type == QuestionType::tick) return element("p", text("Yes"));
  Html lines;
  for (const Option& option : question.options) {
    if (is_chosen(question, answers, option.value)) lines += element("li", text(option.label));
  }
  return element("ul", lines);
}

Html letter(const Form& form, const Answers& answers) {
  Html lines;
  for (const Question& question : form.questions) {
    if (!is_answered(question, answers)) continue;
    lines += element("dt", text(question.label)) + element("dd", answer_words(question, answers));
  }
  return element("dl", {{"class", "letter"}}, lines);
}

Html hidden(const std::string& name, const std::string& value) {
  return void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value, true}});
}

Html carried(const Answers& answers) {
  Html fields;
  for (const auto& [id, words] : answers.texts) fields += hidden(id, words);
  for (const auto& [id, values] : answers.choices) {
    for (const std::string& value : values) fields += hidden(id, value);
  }
  for (const std::string& id : answers.ticks) fields += hidden(id, "true");
  return fields;
}

Html button(Step step, const char* look, const char* words) {
  return element("button",
                 {{"type", "submit"},
                  {"name", page_field::step},
                  {"value", std::string(code_of(step))},
                  {"class", look}},
                 text(words));
}

}  // namespace

Html check_page(const Form& form, const PageFacts& facts, const Answers& answers) {
  const Form& worded = worded_for(form, facts.variant);
  const Html buttons =
      element("div", {{"class", "buttons"}},
              button(Step::send, "main", "Post it") + button(Step::change, "second", "Change it"));
  const Html fields = element("form",
                              {{"method", "post"},
                               {"action", "/feedback"},
                               {"enctype", "multipart/form-data"},
                               {"accept-charset", "utf-8"},
                               {"autocomplete", "off"}},
                              page_fields(facts) + carried(answers) + buttons);
  const Html content =
      element("h1", text("Is this what you want to post?")) +
      element("p", {{"class", "lead"}}, text("Nothing is sent yet. Please check that no names are in it.")) +
      letter(worded, answers) + fields + danger_panel(facts);
  return document(worded, facts, "Is this what you want to post?", content);
}

}  // namespace postbox::form
