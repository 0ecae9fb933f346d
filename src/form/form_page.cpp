#include <algorithm>

#include "form/form_fields.hpp"
#include "form/page.hpp"
#include "form/page_frame.hpp"
#include "form/pictures.hpp"
#include "form/question_html.hpp"

namespace postbox::form {
namespace {

// In a few words before the form, in full after it: whoever is tired wants to write first.
Html promises(const Words& words, bool in_full, bool pictures) {
  const auto line = [&](const char* picture, const std::string& first, const std::string& more) {
    return element("li", (pictures ? picture_of(picture) : Html{}) + element("strong", text(first)) +
                             (in_full ? text(" " + more) : Html{}));
  };
  return element("ul", {{"class", in_full ? "promises full" : "promises short"}},
                 line("step-anonymous", words.promise_anonymous, words.promise_anonymous_more) +
                     line("step-optional", words.promise_optional, words.promise_optional_more) +
                     line("step-feedback", words.promise_feedback, words.promise_feedback_more) +
                     line("step-month", words.promise_monthly, words.promise_monthly_more));
}

// What the summary says of one problem, and where it leads.
Html summary_line(const Form& said, const Problem& problem) {
  const std::string id = question_of(problem);
  const Question* question = find_question(said, id);
  const std::string sentence = said_of(problem, said.language.words, question);
  if (problem.pointer.empty()) {
    return element("a", {{"href", "#" + said.questions.front().id}}, text(sentence));
  }
  if (question == nullptr) return text("\"" + id + "\": " + sentence);
  return element("a", {{"href", "#" + id}}, text(question->label + " " + sentence));
}

Html error_summary(const Form& said, const std::vector<Problem>& problems) {
  if (problems.empty()) return {};
  const Words& words = said.language.words;
  Html lines;
  for (const Problem& problem : problems) lines += element("li", summary_line(said, problem));
  // autofocus: the first thing read out, also where no script runs.
  return element(
      "div", {{"class", "summary"}, {"role", "alert"}, {"tabindex", "-1"}, {"autofocus", ""}},
      element("h2", text(words.error_title)) + element("p", text(words.error_more)) + element("ul", lines));
}

// An open fold is one that holds something: an answer or a problem.
bool holds_something(const Question& question, const Asking& asking) {
  if (is_answered(question, asking.typed) || question.id == asking.begin) return true;
  return std::any_of(asking.problems.begin(), asking.problems.end(),
                     [&](const Problem& problem) { return question_of(problem) == question.id; });
}

Html fold_html(const std::string& fold, bool open, const Words& words, const Html& questions) {
  const Html inside = element("summary", text(fold + " ") + optional_mark(words)) + questions;
  return open ? element("details", {{"open", ""}}, inside) : element("details", inside);
}

// The questions in their order, neighbours of the same fold behind one line.
Html questions_html(const Form& said, const Asking& asking) {
  Html all;
  Html folded;
  bool open = false;
  for (std::size_t i = 0; i < said.questions.size(); ++i) {
    const Question& question = said.questions[i];
    if (question.fold.empty()) {
      all += question_html(question, asking);
      continue;
    }
    folded += question_html(question, asking);
    open = open || holds_something(question, asking);
    const bool last = i + 1 == said.questions.size() || said.questions[i + 1].fold != question.fold;
    if (!last) continue;
    all += fold_html(question.fold, open, asking.words, folded);
    folded = {};
    open = false;
  }
  return all;
}

}  // namespace

Html form_page(const Form& form, const PageFacts& facts, const Answers& typed,
               const std::vector<Problem>& problems) {
  const Form& said = said_for(form, facts);
  const Words& words = said.language.words;
  const bool easy = facts.variant == Variant::easy;
  const Asking asking{words, typed, problems, easy, problems.empty() ? facts.change : std::string_view{}};
  const Html fields = feedback_form(said, facts,
                                    page_fields(said, facts) + questions_html(said, asking) +
                                        submit_button(code_of(Step::check), "main", text(words.look_again)) +
                                        element("p", {{"class", "hint after"}}, text(words.look_again_more)));
  const Html content = error_summary(said, problems) + element("h1", text(said.title)) +
                       element("p", {{"class", "lead"}}, text(said.introduction)) +
                       promises(words, false, easy) + danger_panel(said, facts) + fields +
                       promises(words, true, false);
  return document(form, facts, problems.empty() ? said.title : filled(words.error_window, {said.title}),
                  content);
}

}  // namespace postbox::form
