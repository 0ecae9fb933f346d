// What each of several recipients reads of one submission: not what is clearly and only about another's
// service (classify/parts.hpp). Pure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "classify/classify.hpp"
#include "deliver/routes.hpp"
#include "feedback/redacted_text.hpp"

namespace postbox::emptying {

using Words = std::map<std::string, RedactedText>;  // by question id

// All answers as one text, an empty line behind each: what the classifier is given. It sees what the
// recipients will see, so that the words it gives as reasons are redacted too.
std::string all_words(const Words& words);

struct Addressed {
  AreaList areas;  // which the submission is delivered for
  std::string district;
  Month month;
  std::vector<deliver::Destination> destinations;
};

// By recipient. One who reads everything is not named: so is everybody where there is one recipient only.
// `reading` is of all_words(words).
std::map<std::string, Words> own_words(const classify::Reading& reading, const deliver::Routes& routes,
                                       const Words& words, const Addressed& addressed);

}  // namespace postbox::emptying
