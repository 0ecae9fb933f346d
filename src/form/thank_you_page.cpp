#include <string>

#include "form/page.hpp"
#include "form/page_frame.hpp"

namespace postbox::form {
namespace {

std::string month_in(const Words& words, Month month) {
  const auto value = month.value();
  return std::string(month_name(words, static_cast<unsigned>(value.month()))) + " " +
         std::to_string(static_cast<int>(value.year()));
}

const std::string& who_gets_it(const Words& words, Reader first) {
  if (first == Reader::chosen_services) return words.next_chosen;
  return first == Reader::translator ? words.next_translated : words.next_service;
}

// What is held for safeguarding is read as it was written, and no emptying passes it on by itself.
Html next_steps(const Words& words, Reader first, Month month) {
  if (first == Reader::safeguarding) {
    return element("li", element("strong", text(words.next_held))) +
           element("li", text(words.next_held_more));
  }
  const std::string emptied = filled(words.next_emptied, {month_in(words, month.next())});
  return element("li", element("strong", text(emptied))) + element("li", text(words.next_names)) +
         element("li", text(who_gets_it(words, first)));
}

Html what_happens_next(const Words& words, Reader first, Month month) {
  return element("h2", text(words.next_title)) +
         element("ol", {{"class", "next"}},
                 next_steps(words, first, month) + element("li", text(words.next_nobody)));
}

// For a helper it is a slip to hand over: all that is printed of the page.
Html receipt_html(const Form& said, const PageFacts& facts, std::string_view receipt, Month month) {
  const Words& words = said.language.words;
  const bool slip = facts.variant == Variant::for_someone;
  const Html code = element("p", {{"class", "code"}, {"dir", "ltr"}, {"translate", "no"}}, text(receipt));
  const Html about = slip
                         ? element("p", text(said.box_name)) +
                               element("p", text(filled(words.next_emptied, {month_in(words, month.next())})))
                         : Html{};
  return element(
             "section", {{"class", slip ? "receipt slip" : "receipt"}, {"aria-labelledby", "receipt-title"}},
             element("h2", {{"id", "receipt-title"}}, text(slip ? words.slip_title : words.receipt_title)) +
                 code + about + element("p", {{"class", "kept"}}, text(words.receipt_kept)) +
                 element("p", {{"class", "hint"}}, text(words.receipt_what))) +
         (slip ? element("p", text(words.slip_more)) : Html{});
}

Html door_line(const Door& door) {
  return element("li", element("span", {{"class", "who"}}, reached_by(door.name, door.url, door.phone)) +
                           text(" ") + element("span", {{"class", "when"}}, text(door.what)));
}

Html doors_list(const Form& said, const std::string& title, const std::string& more, const Html& lines) {
  if (lines.empty()) return {};
  return element("section", {{"class", "doors"}},
                 element("h2", text(title)) + element("p", text(more)) +
                     element("ul", in_english(said, "lines"), lines));
}

// A door that serves both stands in the first list alone.
Html doors(const Form& said, const PageFacts& facts) {
  const Words& words = said.language.words;
  const Purpose& purpose = facts.noticed.purpose;
  Html appeals;
  Html complaints;
  for (const Door& door : facts.doors) {
    if (purpose.appeal && door.appeal) {
      appeals += door_line(door);
    } else if (purpose.complaint && door.complaint) {
      complaints += door_line(door);
    }
  }
  return doors_list(said, words.appeal_title, words.appeal_more, appeals) +
         doors_list(said, words.complaint_title, words.complaint_more, complaints);
}

}  // namespace

Html thank_you_page(const Form& form, const PageFacts& facts, std::string_view receipt, Month month) {
  const Form& said = said_for(form, facts);
  const Words& words = said.language.words;
  const Html danger = danger_panel(said, facts);
  const Html content = (facts.danger_first ? danger : Html{}) + element("h1", text(words.thanks_title)) +
                       element("p", {{"class", "lead"}}, text(words.thanks_lead)) +
                       receipt_html(said, facts, receipt, month) + doors(said, facts) +
                       what_happens_next(words, facts.first_reader, month) +
                       (facts.danger_first ? Html{} : danger) + to_the_form(words.again, form, said, facts);
  return document(form, facts, words.thanks_title, content);
}

Html posted_before_page(const Form& form, const PageFacts& facts) {
  const Form& said = said_for(form, facts);
  const Words& words = said.language.words;
  const Html content = element("h1", text(words.posted_before)) +
                       element("p", {{"class", "lead"}}, text(words.posted_before_more)) +
                       to_the_form(words.to_the_form, form, said, facts) + danger_panel(said, facts);
  return document(form, facts, words.posted_before, content);
}

}  // namespace postbox::form
