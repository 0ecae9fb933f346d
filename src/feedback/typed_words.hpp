// All that somebody typed, as one text: "now" in one answer stands beside the danger in another, and a
// language is told by all of it. Pure.
#pragma once

#include <string>

#include "feedback/submission.hpp"

namespace postbox {

// An empty line between two answers.
std::string typed_words(const Answers& answers);

}  // namespace postbox
