// Tokens that no word is written like, whatever stands around them: "kai#4417", "lost_again", "xXkaikaiXx",
// "moonbeamer2012". File names are none. Pure.
#pragma once

#include <string_view>

#include "redact/lexicon.hpp"

namespace postbox::redact {

// Of a token as end_of_handle() reads it.
bool is_sure_handle(std::string_view handle, const Lexicon& lexicon);

// "pip.moo77": letters and figures behind a dot or a line, where no place, year or class is meant. Only in a
// text that names a network.
bool is_joined_with_figures(std::string_view handle, const Lexicon& lexicon);

// "sunnygirl.finch", "kailu.x": small letters around one dot, the first of them no word, the last no small
// word that begins a sentence. Only in a text that names a network.
bool is_dotted_name(std::string_view handle, const Lexicon& lexicon);

// A line within it, and no file: "lost_again", "SEN_team".
bool is_lined(std::string_view handle);

}  // namespace postbox::redact
