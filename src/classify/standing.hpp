// What is known of each word of a text.
#pragma once

#include <vector>

namespace postbox::classify {

// One yes or no for each word; bytes, for those of a vector<bool> are slow to ask.
using OfWords = std::vector<unsigned char>;

// What the signs tell of each word.
struct Standing {
  OfWords mentioned;  // in a mere mention: it has no features
  OfWords denied;     // after a negation: it has one more
};

}  // namespace postbox::classify
