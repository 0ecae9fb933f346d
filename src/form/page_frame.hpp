// What every page has in common: head, the box's name, where to turn in danger, foot. Used in this room only.
#pragma once

#include <string_view>
#include <vector>

#include "base/html.hpp"
#include "form/page.hpp"

namespace postbox::form {

// A whole document around `content`; `title` is that of the window.
Html document(const Form& form, const PageFacts& facts, std::string_view title, const Html& content);

// "Nobody reads this box as it comes in ...", with the first few lines that answer now.
Html danger_panel(const PageFacts& facts);

// Every line that answers now, with its hours.
Html signpost_list(const std::vector<Signpost>& signposts);

// A detail as a sentence of its own: "this is long" -> "This is long."
std::string as_sentence(std::string_view detail);

// The words that stand beside each label.
Html optional_mark();

// Fields that are not answers, carried from page to page.
Html page_fields(const PageFacts& facts);

}  // namespace postbox::form
