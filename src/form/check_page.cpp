#include <algorithm>

#include "feedback/submission.hpp"
#include "form/form_fields.hpp"
#include "form/marked_words.hpp"
#include "form/page.hpp"
#include "form/page_frame.hpp"
#include "form/question_html.hpp"

namespace postbox::form {
namespace {

const std::vector<Mark>& marks_of(const Question& question, const PageFacts& facts) {
  static const std::vector<Mark> none;
  const auto found = facts.noticed.marks.find(question.id);
  return found == facts.noticed.marks.end() ? none : found->second;
}

Html answer_words(const Question& question, const Answers& answers, const Words& words,
                  const std::vector<Mark>& marks) {
  if (question.type == QuestionType::text) {
    return element("div", {{"class", "words"}, {"dir", "auto"}},
                   marked_words(answers.texts.at(question.id), marks));
  }
  if (question.type == QuestionType::tick) return element("p", text(words.yes));
  Html lines;
  for (const Option& option : question.options) {
    if (is_chosen(question, answers, option.value)) lines += element("li", text(option.label));
  }
  return element("ul", lines);
}

Html change_button(const Question& question, const Words& words) {
  return submit_button(std::string(change_one) + question.id, "small",
                       text(words.change) + element("span", {{"class", "unseen"}},
                                                    text(" " + filled(words.change_what, {question.label}))));
}

Html letter(const Form& said, const PageFacts& facts, const Answers& answers) {
  const Words& words = said.language.words;
  Html rows;
  for (const Question& question : said.questions) {
    if (!is_answered(question, answers) || question.id == question_id::only_to) continue;
    rows +=
        element("div", element("dt", text(question.label)) +
                           element("dd", answer_words(question, answers, words, marks_of(question, facts)) +
                                             change_button(question, words)));
  }
  return element("dl", {{"class", "letter"}}, rows);
}

// What may say who somebody is, once each, with the words themselves.
Html what_looks_like_somebody(const Words& words, const PageFacts& facts, const Answers& answers) {
  const Html lines = lines_about(facts.noticed, answers, words);
  if (lines.empty()) return {};
  return element(
      "div", {{"class", "looks"}},
      element("h2", text(words.looks_title)) + element("p", text(words.looks_more)) + element("ul", lines));
}

Html names_of(const Question& services, const AreaList& areas) {
  Html lines;
  for (const ServiceArea area : areas) {
    const auto found = std::find_if(services.options.begin(), services.options.end(),
                                    [area](const Option& option) { return option.value == code_of(area); });
    if (found != services.options.end()) lines += element("li", text(found->label));
  }
  return element("ul", {{"class", "services"}}, lines);
}

Html who_gets_it(const Words& words, const Question& services, const AreaList& chosen,
                 const AreaList& found) {
  if (!chosen.empty()) return element("p", text(words.who_you_chose)) + names_of(services, chosen);
  if (!found.empty()) return element("p", text(words.who_we_think)) + names_of(services, found);
  return element("p", text(words.who_unknown));
}

// The guess, and the boxes that overrule it. What is ticked here is the answer to `only_to`.
Html recipients(const Form& said, const PageFacts& facts, const Answers& answers) {
  const Question* services = find_question(said, question_id::only_to);
  if (services == nullptr) return {};
  const Words& words = said.language.words;
  const AreaList chosen = areas_chosen(answers, question_id::only_to);
  const Asking asking{words, answers, {}};
  const Html boxes = element("fieldset", element("legend", {{"class", "hint"}}, text(words.who_choose_more)) +
                                             choices_html(*services, asking, false));
  std::vector<Attribute> fold = {};
  if (!chosen.empty()) fold.push_back({"open", ""});
  return element(
      "section", {{"class", "recipients"}, {"aria-labelledby", "who-title"}},
      element("h2", {{"id", "who-title"}}, text(words.who_title)) +
          (facts.first_reader == Reader::safeguarding ? element("p", text(words.who_urgent)) : Html{}) +
          who_gets_it(words, *services, chosen, facts.noticed.areas) +
          element("details", fold, element("summary", text(words.who_choose)) + boxes));
}

// All but `only_to`, which is asked on this page.
Html carried(const Form& said, const Answers& answers) {
  Html fields;
  const bool asked_here = find_question(said, question_id::only_to) != nullptr;
  for (const auto& [id, words] : answers.texts) fields += hidden_field(id, words);
  for (const auto& [id, values] : answers.choices) {
    if (asked_here && id == question_id::only_to) continue;
    for (const std::string& value : values) fields += hidden_field(id, value);
  }
  for (const std::string& id : answers.ticks) fields += hidden_field(id, "true");
  return fields;
}

}  // namespace

Html check_page(const Form& form, const PageFacts& facts, const Answers& answers) {
  const Form& said = said_for(form, facts);
  const Words& words = said.language.words;
  const Html buttons = element("p", {{"class", "final"}}, text(words.check_final)) +
                       element("div", {{"class", "buttons"}},
                               submit_button(code_of(Step::send), "main", text(words.post)) +
                                   submit_button(code_of(Step::change), "second", text(words.change_all)));
  const Html token = facts.token.empty() ? Html{} : hidden_field(page_field::token, facts.token);
  const Html fields =
      feedback_form(said, facts,
                    page_fields(said, facts) + token + carried(said, answers) +
                        what_looks_like_somebody(words, facts, answers) + letter(said, facts, answers) +
                        recipients(said, facts, answers) + buttons);
  const Html danger = danger_panel(said, facts);
  const Html content = (facts.danger_first ? danger : Html{}) + element("h1", text(words.check_title)) +
                       element("p", {{"class", "lead"}}, text(words.check_lead)) + fields +
                       (facts.danger_first ? Html{} : danger);
  return document(form, facts, words.check_title, content);
}

}  // namespace postbox::form
