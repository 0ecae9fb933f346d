// The pages a family sees: plain HTML that works without JavaScript, cookies or anything from elsewhere.
//
// Each function gives a whole document; serve it as text/html; charset=utf-8. Style sheet, picture and script
// stand at /style.css, /icon.svg, /logo.svg and /page.js, so a policy of "default-src 'none'; style-src
// 'self'; img-src 'self'; script-src 'self'; form-action 'self'" is enough. Nothing of a post is ever kept
// outside the page. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/html.hpp"
#include "base/month.hpp"
#include "form/answers.hpp"
#include "form/door.hpp"
#include "form/form.hpp"
#include "form/noticed.hpp"
#include "form/signpost.hpp"

namespace postbox::form {

// Who reads a post first, and so who gets it.
enum class Reader {
  services,         // those that it is about
  chosen_services,  // those that its giver named, and nobody else
  translator,       // it is in another language, and nobody said for which service
  safeguarding,     // those who keep children safe; a service only if they pass it on
};

// What a page shows beside the questions.
struct PageFacts {
  Variant variant = Variant::standard;
  std::vector<Signpost> signposts;  // open at this moment; the first is for danger now
  bool danger_first = false;  // the answers speak of danger, or nobody can tell: whom to ring comes first
  Reader first_reader = Reader::services;  // of the check page and the thank-you page
  Filling filling{};
  std::string language{};     // its code; one that is not switched on is the form's own
  Noticed noticed{};          // of the check page and the thank-you page
  std::vector<Door> doors{};  // of the thank-you page: for a complaint or an appeal
  std::string token{};        // of the check page: the same for a post that is sent twice
  std::string change{};       // of the form: the question to begin at, or ""
};

// The form: status 200 without problems, 422 with them. Everything in `typed` stands in its field again.
Html form_page(const Form& form, const PageFacts& facts, const Answers& typed,
               const std::vector<Problem>& problems);

// What will be sent, to read once more, and who will get it; hidden fields carry the words. `answers` are
// without problems.
Html check_page(const Form& form, const PageFacts& facts, const Answers& answers);

// After the post is durable. `month` is the one the post is filed under; the box is emptied in the next.
Html thank_you_page(const Form& form, const PageFacts& facts, std::string_view receipt, Month month);

// The same post a second time, but with other words.
Html posted_before_page(const Form& form, const PageFacts& facts);

// Why somebody gets none of these pages.
enum class Setback {
  no_such_page,
  no_figures,  // none were published yet
  opened,      // the address that forms are posted to, without a post
  too_long,    // to be read at all
  too_slow,
  not_just_now,    // capacity or storage
  not_understood,  // everything that no page of ours asks for
};

// What happened, the way back to the form and whom to ring. `posted`: words may have been on their way, and
// are not in the box. A browser gives them back after reload, where it asks again; after "Back" perhaps.
Html setback_page(const Form& form, const PageFacts& facts, Setback setback, bool posted);

std::string style_sheet(const Look& look);  // text/css
std::string_view icon();                    // image/svg+xml
// text/javascript: leaving quickly, characters left near the limit, no second press of a button. Nothing
// depends on it.
std::string_view script();

}  // namespace postbox::form
