// The pages a family sees: plain HTML that works without JavaScript, cookies or anything from elsewhere.
//
// Each function gives a whole document; serve it as text/html; charset=utf-8. The style sheet stands at
// /style.css and the picture at /icon.svg, so a policy of "default-src 'none'; style-src 'self';
// img-src 'self'; form-action 'self'" is enough. Nothing of a post is ever kept outside the page. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/html.hpp"
#include "base/month.hpp"
#include "form/answers.hpp"
#include "form/form.hpp"
#include "form/signpost.hpp"

namespace postbox::form {

// What a page shows beside the questions.
struct PageFacts {
  Variant variant = Variant::standard;
  std::vector<Signpost> signposts;  // open at this moment; the first is for danger now
  bool danger_first = false;        // the answers speak of danger: the page begins with whom to ring
  Filling filling{};
};

// The form: status 200 without problems, 422 with them. Everything in `typed` stands in its field again.
Html form_page(const Form& form, const PageFacts& facts, const Answers& typed,
               const std::vector<Problem>& problems);

// What will be sent, to read once more; hidden fields carry the words. `answers` are without problems.
Html check_page(const Form& form, const PageFacts& facts, const Answers& answers);

// After the post is durable. `month` is the one the post is filed under; the box is emptied in the next.
Html thank_you_page(const Form& form, const PageFacts& facts, std::string_view receipt, Month month);

// Any other answer: not found, too large, try again later. Plain words; `detail` quotes nothing that was
// sent.
Html error_page(const Form& form, const PageFacts& facts, std::string_view title, std::string_view detail);

std::string_view style_sheet();  // text/css
std::string_view icon();         // image/svg+xml

}  // namespace postbox::form
