#include <string>

#include "form/page.hpp"
#include "form/page_frame.hpp"

namespace postbox::form {
namespace {

Html what_happens_next(Month month) {
  const std::string emptied = "In " + month.next().name() + " we empty the box.";
  return element("h2", text("What happens next")) +
         element("ol",
                 element("li", text(emptied)) +
                     element("li", text("A computer takes out names, phone numbers and the like, as well as "
                                        "it can, and sorts the messages.")) +
                     element("li", text("The service that your words are about gets them. What families say "
                                        "shapes the work on making services better.")) +
                     element("li", text("Nobody can write back to you, because nobody knows who you are.")));
}

Html receipt_html(std::string_view receipt) {
  return element(
      "div", {{"class", "receipt"}},
      element("p", text("Your receipt")) + element("p", {{"class", "code"}}, text(receipt)) +
          element("p", {{"class", "hint"}},
                  text("You do not need it. It only shows that a message got here, and it leads to "
                       "nobody's name.")));
}

}  // namespace

Html thank_you_page(const Form& form, const PageFacts& facts, std::string_view receipt, Month month) {
  const Html content =
      (facts.danger_first ? danger_panel(facts) : Html{}) +
      element("h1", text("Thank you. It is in the box.")) +
      element("p", {{"class", "lead"}}, text("Your words are sealed now and safely stored.")) +
      receipt_html(receipt) + what_happens_next(month) + (facts.danger_first ? Html{} : danger_panel(facts)) +
      element("p", element("a", {{"class", "plain"}, {"href", "/"}}, text("Tell us something else")));
  return document(form, facts, "Thank you", content);
}

Html error_page(const Form& form, const PageFacts& facts, std::string_view title, std::string_view detail) {
  const Html content = element("h1", text(title)) + element("p", {{"class", "lead"}}, text(detail)) +
                       element("p", element("a", {{"class", "plain"}, {"href", "/"}}, text("To the form"))) +
                       danger_panel(facts);
  return document(form, facts, title, content);
}

}  // namespace postbox::form
