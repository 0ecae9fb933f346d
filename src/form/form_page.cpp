#include <algorithm>

#include "form/form_fields.hpp"
#include "form/page.hpp"
#include "form/page_frame.hpp"
#include "form/question_html.hpp"

namespace postbox::form {
namespace {

Html promises() {
  return element("ul", {{"class", "promises"}},
                 element("li", element("strong", text("We do not know who you are.")) +
                                   text(" We never ask your name, and this page sets no cookies.")) +
                     element("li", element("strong", text("Every question is optional.")) +
                                       text(" One word is enough.")) +
                     element("li", element("strong", text("It is for feedback only.")) +
                                       text(" To make a complaint, please go to the service itself.")) +
                     element("li", element("strong", text("We empty the box once a month")) +
                                       text(" and pass your words on to the service they are about.")));
}

// What the summary says of one problem, and where it leads.
Html summary_line(const Form& form, const Problem& problem) {
  const std::string sentence = as_sentence(problem.detail);
  if (problem.pointer.empty()) {
    return element("a", {{"href", "#" + form.questions.front().id}}, text(sentence));
  }
  const std::string id = question_of(problem);
  const Question* question = find_question(form, id);
  if (question == nullptr) return text("\"" + id + "\": " + sentence);
  return element("a", {{"href", "#" + id}}, text(question->label + " " + sentence));
}

Html error_summary(const Form& form, const std::vector<Problem>& problems) {
  if (problems.empty()) return {};
  Html lines;
  for (const Problem& problem : problems) lines += element("li", summary_line(form, problem));
  return element("div", {{"class", "summary"}, {"role", "alert"}, {"tabindex", "-1"}},
                 element("h2", text("Not sent yet")) +
                     element("p", text("Everything you wrote is still here. Please look at this:")) +
                     element("ul", lines));
}

// An open fold is one that holds something: an answer or a problem.
bool holds_something(const Question& question, const Answers& typed, const std::vector<Problem>& problems) {
  if (is_answered(question, typed)) return true;
  return std::any_of(problems.begin(), problems.end(),
                     [&](const Problem& problem) { return question_of(problem) == question.id; });
}

Html fold_html(const std::string& fold, bool open, const Html& questions) {
  const Html inside = element("summary", text(fold + " ") + optional_mark()) + questions;
  return open ? element("details", {{"open", ""}}, inside) : element("details", inside);
}

// The questions in their order, neighbours of the same fold behind one line.
Html questions_html(const Form& form, const Answers& typed, const std::vector<Problem>& problems) {
  Html all;
  Html folded;
  bool open = false;
  for (std::size_t i = 0; i < form.questions.size(); ++i) {
    const Question& question = form.questions[i];
    if (question.fold.empty()) {
      all += question_html(question, typed, problems);
      continue;
    }
    folded += question_html(question, typed, problems);
    open = open || holds_something(question, typed, problems);
    const bool last = i + 1 == form.questions.size() || form.questions[i + 1].fold != question.fold;
    if (!last) continue;
    all += fold_html(question.fold, open, folded);
    folded = {};
    open = false;
  }
  return all;
}

Html check_button() {
  return element(
      "button",
      {{"type", "submit"}, {"name", page_field::step}, {"value", std::string(code_of(Step::check))}},
      text("Read it through"));
}

}  // namespace

Html form_page(const Form& form, const PageFacts& facts, const Answers& typed,
               const std::vector<Problem>& problems) {
  const Form& worded = worded_for(form, facts.variant);
  // Multipart, because url-encoding makes nine bytes of a Chinese character and a long text would not fit.
  const Html fields =
      element("form",
              {{"method", "post"},
               {"action", "/feedback"},
               {"enctype", "multipart/form-data"},
               {"accept-charset", "utf-8"},
               {"autocomplete", "off"},
               {"novalidate", ""}},
              page_fields(facts) + questions_html(worded, typed, problems) + check_button() +
                  element("p", {{"class", "hint after"}},
                          text("Next you can read it once more. Nothing is sent before that.")));
  const Html content = error_summary(worded, problems) + element("h1", text(worded.title)) +
                       element("p", {{"class", "lead"}}, text(worded.introduction)) + promises() +
                       danger_panel(facts) + fields;
  return document(worded, facts, (problems.empty() ? "" : "Please look again: ") + worded.title, content);
}

}  // namespace postbox::form
