#include "form/question_html.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "form/given.hpp"
#include "form/page_frame.hpp"
#include "form/pictures.hpp"

namespace postbox::form {
namespace {

using Attributes = std::vector<Attribute>;

std::string hint_of(const Question& question, const Words& words) {
  if (question.type != QuestionType::text) return question.hint;
  const std::string room = filled(words.room, {with_commas(question.max_characters)});
  return question.hint.empty() ? room : question.hint + " " + room;
}

// A question's words beside its fields: hint, then what was wrong, each with an id to be described by.
struct Beside {
  Html html;
  std::string described_by;  // ids, separated by spaces; "" when there is nothing beside
  bool wrong = false;
};

Beside words_beside(const Question& question, const Asking& asking) {
  Beside beside;
  const std::string hint = hint_of(question, asking.words);
  if (!hint.empty()) {
    beside.html += element("p", {{"class", "hint"}, {"id", question.id + "-hint"}}, text(hint));
    beside.described_by = question.id + "-hint";
  }
  Html wrong;
  for (const Problem& problem : asking.problems) {
    if (question_of(problem) != question.id) continue;
    wrong += element("span", text(said_of(problem, asking.words, &question)));
  }
  if (!wrong.empty()) {
    beside.html += element("p", {{"class", "error"}, {"id", question.id + "-error"}}, wrong);
    beside.described_by += (beside.described_by.empty() ? "" : " ") + question.id + "-error";
    beside.wrong = true;
  }
  return beside;
}

Attributes described(Attributes attributes, const Beside& beside) {
  if (!beside.described_by.empty()) attributes.push_back({"aria-describedby", beside.described_by});
  if (beside.wrong) attributes.push_back({"aria-invalid", "true"});
  return attributes;
}

// Somebody who pressed Change begins where the button stood.
void begin_here(Attributes& attributes, const Question& question, const Asking& asking) {
  if (asking.begin == question.id) attributes.push_back({"autofocus", ""});
}

Html label_of(const Question& question, const Asking& asking) {
  const Html words = text(question.label + " ") + optional_mark(asking.words);
  return asking.pictures ? picture_of(question.id) + element("span", words) : words;
}

Html label_for(const Question& question, const Asking& asking) {
  return element("label", {{"class", "label"}, {"for", question.id}}, label_of(question, asking));
}

Html text_html(const Question& question, const Asking& asking, const Beside& beside) {
  const auto found = asking.typed.texts.find(question.id);
  // A browser drops the first line end of a textarea, so one is put there to be dropped.
  const Html words = found == asking.typed.texts.end() ? Html{} : trusted("\n") + exact_text(found->second);
  // dir: whatever language a family writes in.
  Attributes attributes = described({{"id", question.id},
                                     {"name", question.id},
                                     {"rows", "5"},
                                     {"dir", "auto"},
                                     {"autocomplete", "off"},
                                     {"data-most", std::to_string(question.max_characters)}},
                                    beside);
  begin_here(attributes, question, asking);
  return label_for(question, asking) + beside.html + element("textarea", attributes, words);
}

Html select_html(const Question& question, const Asking& asking, const Beside& beside) {
  Html options = element("option", {{"value", ""}}, text(asking.words.no_answer));
  for (const Option& option : question.options) {
    Attributes attributes = {{"value", option.value}};
    if (is_chosen(question, asking.typed, option.value)) attributes.push_back({"selected", ""});
    options += element("option", attributes, text(option.label));
  }
  Attributes attributes = described({{"id", question.id}, {"name", question.id}}, beside);
  begin_here(attributes, question, asking);
  return label_for(question, asking) + beside.html + element("select", attributes, options);
}

Html box_html(Attributes attributes, const std::string& id, bool on, const Html& words) {
  attributes.insert(attributes.begin(), {"id", id});
  if (on) attributes.push_back({"checked", ""});
  return element("div", {{"class", "box"}},
                 void_element("input", attributes) + element("label", {{"for", id}}, words));
}

Html option_words(const Question& question, const Option& option, bool pictures, bool hints) {
  Html words = text(option.label);
  if (hints && !option.hint.empty()) {
    words += text(" ") + element("span", {{"class", "hint"}}, text(option.hint));
  }
  const Html picture = pictures ? picture_of(question.id + "-" + option.value) : Html{};
  return picture.empty() ? words : picture + element("span", words);
}

Html boxes_of(const Question& question, const Asking& asking, bool hints) {
  const bool one = question.type == QuestionType::choice;
  Html boxes;
  std::size_t number = 0;
  for (const Option& option : question.options) {
    const bool first = ++number == 1;
    Attributes attributes = {
        {"type", one ? "radio" : "checkbox"}, {"name", question.id}, {"value", option.value}};
    if (first) begin_here(attributes, question, asking);
    // The first is where a summary of errors leads to; a number is shorter than the option's value.
    const std::string id = first ? question.id : fmt::format("{}-{}", question.id, number);
    boxes += box_html(std::move(attributes), id, is_chosen(question, asking.typed, option.value),
                      option_words(question, option, asking.pictures, hints));
  }
  // A radio button once pressed can only be left by pressing another.
  if (one) {
    boxes += box_html({{"type", "radio"}, {"name", question.id}, {"value", ""}}, question.id + "--none",
                      !is_answered(question, asking.typed), text(asking.words.no_answer));
  }
  return element("div", {{"class", "boxes"}}, boxes);
}

Html boxes_html(const Question& question, const Asking& asking, const Beside& beside) {
  Attributes attributes = {};
  if (!beside.described_by.empty()) attributes.push_back({"aria-describedby", beside.described_by});
  // What stands behind a fold is kept short.
  return element("fieldset", attributes,
                 element("legend", {{"class", "label"}}, label_of(question, asking)) + beside.html +
                     boxes_of(question, asking, question.fold.empty()));
}

Html tick_html(const Question& question, const Asking& asking, const Beside& beside) {
  Attributes attributes = described(
      {{"type", "checkbox"}, {"id", question.id}, {"name", question.id}, {"value", "true"}}, beside);
  if (is_answered(question, asking.typed)) attributes.push_back({"checked", ""});
  begin_here(attributes, question, asking);
  return element("div", {{"class", "box"}}, void_element("input", attributes) + label_for(question, asking)) +
         beside.html;
}

// Asked on the check page only: what was chosen there is not lost on the way back.
Html carried_choices(const Question& question, const Answers& typed) {
  Html fields;
  for (const Option& option : question.options) {
    if (is_chosen(question, typed, option.value)) fields += hidden_field(question.id, option.value);
  }
  return fields;
}

Html fields_of(const Question& question, const Asking& asking, const Beside& beside) {
  switch (question.type) {
    case QuestionType::text:
      return text_html(question, asking, beside);
    case QuestionType::choice:
      // Behind a fold stand many short questions: lists that open keep them short.
      return question.fold.empty() ? boxes_html(question, asking, beside)
                                   : select_html(question, asking, beside);
    case QuestionType::choices:
      return boxes_html(question, asking, beside);
    case QuestionType::tick:
      return tick_html(question, asking, beside);
  }
  return {};
}

}  // namespace

std::string question_of(const Problem& problem) {
  if (problem.pointer.empty()) return {};
  return problem.pointer.substr(1, problem.pointer.find('/', 1) - 1);  // ids hold neither / nor ~
}

bool is_answered(const Question& question, const Answers& answers) {
  return answers.texts.count(question.id) + answers.choices.count(question.id) +
             answers.ticks.count(question.id) !=
         0;
}

bool is_chosen(const Question& question, const Answers& answers, std::string_view option) {
  const auto found = answers.choices.find(question.id);
  return found != answers.choices.end() &&
         std::find(found->second.begin(), found->second.end(), option) != found->second.end();
}

std::string said_of(const Problem& problem, const Words& words, const Question* question) {
  switch (problem.trouble) {
    case Trouble::blank:
      return words.trouble_blank;
    case Trouble::two_parts:
      return words.trouble_two_parts;
    case Trouble::not_stored:
      return words.trouble_not_stored;
    case Trouble::too_long:
      if (question == nullptr) break;
      return filled(words.trouble_too_long,
                    {with_commas(problem.characters), with_commas(question->max_characters)});
    case Trouble::no_option:
    case Trouble::other:
      break;
  }
  return as_sentence(problem.detail);
}

Html question_html(const Question& question, const Asking& asking) {
  const bool wrong = std::any_of(asking.problems.begin(), asking.problems.end(),
                                 [&](const Problem& problem) { return question_of(problem) == question.id; });
  if (!question.on_form && !wrong) return carried_choices(question, asking.typed);
  const Beside beside = words_beside(question, asking);
  const char* look = beside.wrong ? "question wrong" : "question";
  return element("div", {{"class", look}}, fields_of(question, asking, beside));
}

Html choices_html(const Question& question, const Asking& asking, bool hints) {
  return boxes_of(question, asking, hints);
}

}  // namespace postbox::form
