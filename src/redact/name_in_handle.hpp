// A name glued into a longer token that is no word: "kai.w22", "CoolDadKai2009". Pure.
#pragma once

#include <cstddef>
#include <string_view>

#include "redact/lexicon.hpp"

namespace postbox::redact {

// Whether such a token, as end_of_handle() reads it, is a handle as a whole: else the name in it would go and
// half of the handle stay. Not where a full stop lacks its blank ("went home.Kai cried"), nor an age
// ("Kai12"), a file or an address on the web.
bool is_handle_around_name(std::string_view handle, const Lexicon& lexicon);

// "oat.kai", which may be two sentences: only where the words before tell of an account.
bool may_be_name_and_word(std::string_view handle, const Lexicon& lexicon);

}  // namespace postbox::redact
