// What tells at the start of a sentence that a word which is seldom a name is one there: what is done to
// people ("River was sent home"), what somebody has of their own ("Duke lost his coat"), where somebody works
// ("Dawn on reception"). Weaker than what name_predicate.hpp knows: no ground for a word in no list of names.
// Pure; bounded look ahead.
#pragma once

#include <cstddef>

#include "redact/name_words.hpp"

namespace postbox::redact {

// Whether the words behind the one at `at` say so.
bool goes_on_as_somebody(const NameWords& words, std::size_t at);
bool works_somewhere(const NameWords& words, std::size_t at);
// "April's wheelchair", "June's mum": no month has one.
bool owns_as_somebody(const NameWords& words, std::size_t at);

// "mason says he won't": a verb that makes a name of a word in small letters too.
bool does_as_somebody(const NameWords& words, std::size_t at);

}  // namespace postbox::redact
