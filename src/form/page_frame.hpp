// What every page has in common: head, the box's name, the way out, where to turn in danger, foot. Used in
// this room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/html.hpp"
#include "form/page.hpp"

namespace postbox::form {

// The form in the language and the words of this page's reader.
const Form& said_for(const Form& form, const PageFacts& facts);

// A whole document around `content`; `title` is that of the window. `form` is the one with all languages.
Html document(const Form& form, const PageFacts& facts, std::string_view title, const Html& content);

// "Nobody reads this box as it comes in ...", with the first few lines that answer now.
Html danger_panel(const Form& said, const PageFacts& facts);

// A name, with a link where there is a url, and a phone number to press.
Html reached_by(const std::string& name, const std::string& url, const std::string& phone);

// For words that stand in the settings in English, whatever the page's language is.
std::vector<Attribute> in_english(const Form& said, const char* look);

// A detail as a sentence of its own: "this is long" -> "This is long."
std::string as_sentence(std::string_view detail);

// The words that stand beside each label.
Html optional_mark(const Words& words);

Html hidden_field(const std::string& name, const std::string& value);

// Fields that are not answers, carried from page to page.
Html page_fields(const Form& said, const PageFacts& facts);

// A link to an empty form of this variant, in this language.
Html to_the_form(const std::string& label, const Form& form, const Form& said, const PageFacts& facts);

// <form> to /feedback. Multipart, because url-encoding makes nine bytes of a Chinese character and a long
// text would not fit.
Html feedback_form(const Form& said, const PageFacts& facts, const Html& content);

Html submit_button(std::string_view step, const char* look, const Html& words);

}  // namespace postbox::form
