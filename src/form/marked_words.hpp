// A family's own words, with what may say who somebody is made visible. Used inside this room only.
#pragma once

#include <string_view>
#include <vector>

#include "base/html.hpp"
#include "feedback/submission.hpp"
#include "form/language.hpp"
#include "form/noticed.hpp"

namespace postbox::form {

// The words as they are, marks in <mark>. A mark that does not fit the words is left out.
Html marked_words(std::string_view words, const std::vector<Mark>& marks);

// <li>s: each marked piece once and what it looks like; empty where nothing is marked.
Html lines_about(const Noticed& noticed, const Answers& answers, const Words& words);

}  // namespace postbox::form
