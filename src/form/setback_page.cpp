#include "form/page.hpp"
#include "form/page_frame.hpp"

namespace postbox::form {
namespace {

struct Telling {
  const std::string& title;
  const std::string& more;
};

Telling telling_of(Setback setback, const Words& words) {
  switch (setback) {
    case Setback::no_such_page:
      return {words.lost_title, words.lost_more};
    case Setback::no_figures:
      return {words.no_figures_title, words.no_figures_more};
    case Setback::opened:
      return {words.opened_title, words.opened_more};
    case Setback::too_long:
      return {words.too_long_title, words.too_long_more};
    case Setback::too_slow:
      return {words.too_slow_title, words.too_slow_more};
    case Setback::not_just_now:
      return {words.busy_title, words.busy_more};
    case Setback::not_understood:
      break;
  }
  return {words.unread_title, words.unread_more};
}

// Sent once more the same may be taken, but for what is wrong with it.
bool may_pass_again(Setback setback) {
  return setback == Setback::too_slow || setback == Setback::not_just_now;
}

Html about_the_words(Setback setback, bool posted, const Words& words) {
  if (setback == Setback::opened) return element("p", text(words.words_back));
  if (!posted) return {};
  return element("p", element("strong", text(words.not_sent)) + text(" ") +
                          text(may_pass_again(setback) ? words.words_reload : words.words_back));
}

}  // namespace

Html setback_page(const Form& form, const PageFacts& facts, Setback setback, bool posted) {
  const Form& said = said_for(form, facts);
  const Words& words = said.language.words;
  const Telling telling = telling_of(setback, words);
  const Html content = element("h1", text(telling.title)) +
                       element("p", {{"class", "lead"}}, text(telling.more)) +
                       about_the_words(setback, posted, words) +
                       to_the_form(words.to_the_form, form, said, facts) + danger_panel(said, facts);
  return document(form, facts, telling.title, content);
}

}  // namespace postbox::form
