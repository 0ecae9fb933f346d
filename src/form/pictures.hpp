// Our own drawings: the pillar box, and the signs of Easy Read. Decoration to a screen reader, for the words
// stand beside each. Used inside this room only.
#pragma once

#include <string_view>

#include "base/html.hpp"

namespace postbox::form {

Html pillar_box();

// Of a question ("when"), an option ("rating-good") or a step of the journey ("step-month"); nothing where
// there is none.
Html picture_of(std::string_view what);

}  // namespace postbox::form
