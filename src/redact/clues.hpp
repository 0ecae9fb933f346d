// What a text tells of somebody that few others have: a condition, a small place, an age. Each alone is
// harmless; together they can name a child (rare.hpp). Pure, and linear in the text.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "redact/rare_words.hpp"

namespace postbox::redact {

enum class Clue : std::uint8_t {
  only_one,    // "the only deaf girl", "one of two boys in his class"
  condition,   // a rare one, by name
  need,        // one that people see or know of: deaf, a wheelchair
  family,      // twins, foster child, two mums
  background,  // where a person is called Roma, Muslim, Polish
  role,        // the headteacher's son
  place,       // a village or small town
  school,      // one that is named
  age,         // in years, or the school year
};
inline constexpr std::array all_clues = {Clue::only_one, Clue::condition,  Clue::need,
                                         Clue::family,   Clue::background, Clue::role,
                                         Clue::place,    Clue::school,     Clue::age};

// The lists of which one must have an entry in a text that tells it.
ListBits lists_of(Clue clue);

std::string_view code_of(Clue clue);  // "only-one", as in rare.toml
std::string_view name_of(Clue clue);  // "the only one", for people
std::optional<Clue> clue_of_code(std::string_view code);

struct FoundClue {
  Clue clue;
  std::size_t begin;  // tokens [begin, end)
  std::size_t end;
};

// Everything but the only one; ascending by begin.
std::vector<FoundClue> find_clues(RareTokens tokens);

}  // namespace postbox::redact
