// Ages beside a date, which make it a birthday: "turned 5 on Saturday the 12th", "she's 9 (12/8/05)", "18 on
// 3 March". Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "redact/words.hpp"

namespace postbox::redact {

// "is 12", "aged 12", "she's eighteen": the words before `at` end in an age.
bool ends_in_age(const std::vector<Word>& words, std::size_t at);

// "turns 5 on", "will be 18 on the", "turned 16", "3 year old,": a birthday by another name.
bool follows_age(const std::vector<Word>& words, std::size_t first);

// "[date] was his 10th", "is her 7th and": what follows the date counts birthdays.
bool precedes_ordinal(const std::vector<Word>& words, std::size_t after);

// "[date] he turns 18", "[date] when she is 16": what follows the date says so.
bool precedes_age(const std::vector<Word>& words, std::size_t after);

}  // namespace postbox::redact
