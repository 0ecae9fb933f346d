#include "intake/noticing.hpp"

#include <string>
#include <string_view>

#include "feedback/typed_words.hpp"

namespace postbox::intake {
namespace {

void add_text(std::string& all, std::string_view words) {
  if (!all.empty()) all += "\n\n";
  all += words;
}

std::vector<form::Mark> marks_of(const redact::Redaction& redaction) {
  std::vector<form::Mark> marks;
  for (const redact::Finding& found : redaction.found) {
    marks.push_back({found.begin, found.end, redact::code_of(found.kind)});
  }
  return marks;
}

form::Purpose purpose_of(const classify::PurposeWatch& watch, const std::string& words) {
  const classify::Purposes purposes = watch.purposes_of(words);
  return {purposes.complaint, purposes.appeal};
}

}  // namespace

form::Noticed Noticing::before_posting(const Answers& answers, Month written) const {
  std::vector<std::string_view> raw;
  for (const auto& [question, words] : answers.texts) raw.emplace_back(words);
  const std::vector<redact::Redaction> redactions = redactor_.redact_all(raw, written);
  form::Noticed noticed;
  std::string redacted;
  std::size_t next = 0;
  for (const auto& [question, words] : answers.texts) {
    const redact::Redaction& redaction = redactions[next++];
    add_text(redacted, redaction.text.view());
    if (!redaction.found.empty()) noticed.marks[question] = marks_of(redaction);
  }
  noticed.areas = classifier_.classify(redacted, areas_chosen(answers, question_id::areas)).areas;
  return noticed;
}

form::Noticed Noticing::after_posting(const Answers& answers) const {
  const std::string words = typed_words(answers);
  form::Noticed noticed;
  noticed.purpose = purpose_of(purposes_, words);
  if (noticed.purpose.any()) {
    noticed.areas = classifier_.classify(words, areas_chosen(answers, question_id::areas)).areas;
  }
  return noticed;
}

std::vector<form::Door> Noticing::doors_for(const form::Noticed& noticed, const Answers& answers) const {
  const AreaList only_to = areas_chosen(answers, question_id::only_to);
  return form::fitting(doors_, noticed.purpose, only_to.empty() ? noticed.areas : only_to,
                       chosen(answers, question_id::district));
}

}  // namespace postbox::intake
