#include "form/question_html.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "form/given.hpp"
#include "form/page_frame.hpp"

namespace postbox::form {
namespace {

using Attributes = std::vector<Attribute>;

std::vector<std::string> details_about(const Question& question, const std::vector<Problem>& problems) {
  std::vector<std::string> details;
  for (const Problem& problem : problems) {
    if (question_of(problem) == question.id) details.push_back(as_sentence(problem.detail));
  }
  return details;
}

std::string hint_of(const Question& question) {
  if (question.type != QuestionType::text) return question.hint;
  const std::string room = fmt::format("Room for {} characters.", with_commas(question.max_characters));
  return question.hint.empty() ? room : question.hint + " " + room;
}

// A question's words beside its fields: hint, then what was wrong, each with an id to be described by.
struct Beside {
  Html html;
  std::string described_by;  // ids, separated by spaces; "" when there is nothing beside
  bool wrong = false;
};

Beside words_beside(const Question& question, const std::vector<Problem>& problems) {
  Beside beside;
  const std::string hint = hint_of(question);
  if (!hint.empty()) {
    beside.html += element("p", {{"class", "hint"}, {"id", question.id + "-hint"}}, text(hint));
    beside.described_by = question.id + "-hint";
  }
  Html wrong;
  for (const std::string& detail : details_about(question, problems)) wrong += element("span", text(detail));
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

Html label_of(const Question& question) { return text(question.label + " ") + optional_mark(); }

Html label_for(const Question& question) {
  return element("label", {{"class", "label"}, {"for", question.id}}, label_of(question));
}

Html text_html(const Question& question, const Answers& typed, const Beside& beside) {
  const auto found = typed.texts.find(question.id);
  // A browser drops the first line end of a textarea, so one is put there to be dropped.
  const Html words = found == typed.texts.end() ? Html{} : trusted("\n") + exact_text(found->second);
  return label_for(question) + beside.html +
         element(
             "textarea",
             described({{"id", question.id}, {"name", question.id}, {"rows", "5"}, {"autocomplete", "off"}},
                       beside),
             words);
}

Html select_html(const Question& question, const Answers& typed, const Beside& beside) {
  Html options = element("option", {{"value", ""}}, text("No answer"));
  for (const Option& option : question.options) {
    Attributes attributes = {{"value", option.value}};
    if (is_chosen(question, typed, option.value)) attributes.push_back({"selected", ""});
    options += element("option", attributes, text(option.label));
  }
  return label_for(question) + beside.html +
         element("select",
                 described({{"id", question.id}, {"name", question.id}, {"autocomplete", "off"}}, beside),
                 options);
}

struct Box {  // a radio button or a box to tick, with its words
  const char* kind;
  std::string id;
  std::string name;
  std::string value;
  bool on;
  Html words;
};

Html box_html(const Box& box) {
  Attributes attributes = {
      {"type", box.kind}, {"id", box.id}, {"name", box.name}, {"value", box.value}, {"autocomplete", "off"}};
  if (box.on) attributes.push_back({"checked", ""});
  return element("div", {{"class", "box"}},
                 void_element("input", attributes) + element("label", {{"for", box.id}}, box.words));
}

Html option_words(const Option& option) {
  if (option.hint.empty()) return text(option.label);
  return text(option.label + " ") + element("span", {{"class", "hint"}}, text(option.hint));
}

Html boxes_html(const Question& question, const Answers& typed, const Beside& beside) {
  const bool one = question.type == QuestionType::choice;
  Html boxes;
  for (const Option& option : question.options) {
    const bool first = boxes.empty();
    boxes +=
        box_html({one ? "radio" : "checkbox", first ? question.id : question.id + "-" + option.value,
                  question.id, option.value, is_chosen(question, typed, option.value), option_words(option)});
  }
  // A radio button once pressed can only be left by pressing another.
  if (one) {
    boxes += box_html(
        {"radio", question.id + "--none", question.id, "", !is_answered(question, typed), text("No answer")});
  }
  Attributes attributes = {};
  if (!beside.described_by.empty()) attributes.push_back({"aria-describedby", beside.described_by});
  return element("fieldset", attributes,
                 element("legend", {{"class", "label"}}, label_of(question)) + beside.html +
                     element("div", {{"class", "boxes"}}, boxes));
}

Html tick_html(const Question& question, const Answers& typed, const Beside& beside) {
  Attributes attributes = described({{"type", "checkbox"},
                                     {"id", question.id},
                                     {"name", question.id},
                                     {"value", "true"},
                                     {"autocomplete", "off"}},
                                    beside);
  if (is_answered(question, typed)) attributes.push_back({"checked", ""});
  return element("div", {{"class", "box"}}, void_element("input", attributes) + label_for(question)) +
         beside.html;
}

Html fields_of(const Question& question, const Answers& typed, const Beside& beside) {
  switch (question.type) {
    case QuestionType::text:
      return text_html(question, typed, beside);
    case QuestionType::choice:
      // Behind a fold stand many short questions: lists that open keep them short.
      return question.fold.empty() ? boxes_html(question, typed, beside)
                                   : select_html(question, typed, beside);
    case QuestionType::choices:
      return boxes_html(question, typed, beside);
    case QuestionType::tick:
      return tick_html(question, typed, beside);
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

Html question_html(const Question& question, const Answers& typed, const std::vector<Problem>& problems) {
  const Beside beside = words_beside(question, problems);
  const char* look = beside.wrong ? "question wrong" : "question";
  return element("div", {{"class", look}}, fields_of(question, typed, beside));
}

}  // namespace postbox::form
