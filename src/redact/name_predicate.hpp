// What is said of people only: "has autism", "can't walk", "is in year 3", "turns eight", "never rings back".
// It makes a name of a word that is one seldom ("Storm", "Art"), and at the start of a text even of a word in
// small letters ("grace wont eat"). Pure; bounded look ahead.
#pragma once

#include <cstddef>

#include "redact/name_words.hpp"

namespace postbox::redact {

// Whether the words from `at` on, the first one after a name, say so.
bool told_of_person(const NameWords& words, std::size_t at);

// Of these what is said of a child and of no service, for a word in no list: "is 5 year old", "was only 4",
// "is non verbal"; not "was excluded" and "needs a nurse".
bool told_of_child(const NameWords& words, std::size_t at);

}  // namespace postbox::redact
