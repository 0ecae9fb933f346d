// phrases.toml, tone.toml, urgent.toml and ideas.toml: the classifier's words, kept by people who know the
// field; and weights.txt, what tools/train learned about them.
#pragma once

#include "classify/vocabulary.hpp"
#include "config/house.hpp"

namespace postbox::config {

// Throws Error(Fault::settings) that names file and line: an unknown setting, list or area, a phrase that is
// not in order or stands twice in one place, a weight or threshold that is not between 0 and 1.
classify::Vocabulary read_vocabulary(const FileSystem& files, const House& house);

// Without the weights: for learning them.
classify::Vocabulary read_words(const FileSystem& files, const House& house);

}  // namespace postbox::config
