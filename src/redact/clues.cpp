#include "redact/clues.hpp"

#include <algorithm>

#include "redact/age.hpp"
#include "redact/one_of.hpp"
#include "redact/school.hpp"

namespace postbox::redact {
namespace {

struct Names {
  std::string_view code;
  std::string_view name;
};

constexpr Names names_of(Clue clue) {
  switch (clue) {
    case Clue::only_one:
      return {"only-one", "the only one"};
    case Clue::condition:
      return {"condition", "rare condition"};
    case Clue::need:
      return {"need", "need that people see"};
    case Clue::family:
      return {"family", "kind of family"};
    case Clue::background:
      return {"background", "background"};
    case Clue::role:
      return {"role", "known person's family"};
    case Clue::place:
      return {"place", "small place"};
    case Clue::school:
      return {"school", "named school"};
    case Clue::age:
      return {"age", "age or school year"};
  }
  return {};
}

constexpr std::array plain_lists = {
    std::pair{RareList::condition, Clue::condition}, std::pair{RareList::need, Clue::need},
    std::pair{RareList::family, Clue::family}, std::pair{RareList::role, Clue::role},
    std::pair{RareList::small_place, Clue::place}};

// "a Polish family", "we are Roma", and not "a Polish interpreter".
bool calls_a_person_so(RareTokens tokens, std::size_t at, std::size_t words) {
  const std::size_t sentence = tokens[at].sentence;
  for (std::size_t i = at + words; i < std::min(at + words + 2, tokens.size()); ++i) {
    if (tokens[i].sentence == sentence && words_at(tokens, i, RareList::person) > 0) return true;
  }
  const bool goes_on = at + words < tokens.size() && tokens[at + words].before == Gap::space;
  if (goes_on && !one_of({"and", "so", "but", "too", "in", "at"}, tokens[at + words].word)) return false;
  return at > 0 && tokens[at - 1].sentence == sentence &&
         one_of({"is", "are", "am", "being", "was", "were", "we're", "i'm", "a", "an"}, tokens[at - 1].word);
}

// In small letters "dent" is a dent, unless somebody lives in it.
bool is_place(RareTokens tokens, std::size_t at) {
  if (tokens[at].shape == Shape::capital || tokens[at].shape == Shape::upper) return true;
  return at > 0 && tokens[at - 1].sentence == tokens[at].sentence &&
         one_of({"in", "at", "near", "from", "around", "outside"}, tokens[at - 1].word);
}

// Of the lists of rare.toml, at one token.
void find_listed(RareTokens tokens, std::size_t at, std::vector<FoundClue>& found) {
  for (const auto& [list, clue] : plain_lists) {
    if (const std::size_t words = words_at(tokens, at, list)) found.push_back({clue, at, at + words});
  }
  if (const std::size_t words = words_at(tokens, at, RareList::background)) {
    if (calls_a_person_so(tokens, at, words)) found.push_back({Clue::background, at, at + words});
  }
  if (const std::size_t words = words_at(tokens, at, RareList::place)) {
    if (is_place(tokens, at)) found.push_back({Clue::place, at, at + words});
  }
}

}  // namespace

ListBits lists_of(Clue clue) {
  switch (clue) {
    case Clue::only_one:
      return bit_of(RareList::only) | bit_of(RareList::nobody_else);
    case Clue::condition:
      return bit_of(RareList::condition);
    case Clue::need:
      return bit_of(RareList::need);
    case Clue::family:
      return bit_of(RareList::family);
    case Clue::background:
      return bit_of(RareList::background);
    case Clue::role:
      return bit_of(RareList::role);
    case Clue::place:
      return bit_of(RareList::place) | bit_of(RareList::small_place);
    case Clue::school:
      return bit_of(RareList::school);
    case Clue::age:
      return age_bit;
  }
  return ~ListBits{0};
}

std::string_view code_of(Clue clue) { return names_of(clue).code; }
std::string_view name_of(Clue clue) { return names_of(clue).name; }

std::optional<Clue> clue_of_code(std::string_view code) {
  const auto* const found =
      std::find_if(all_clues.begin(), all_clues.end(), [code](Clue clue) { return code_of(clue) == code; });
  if (found == all_clues.end()) return std::nullopt;
  return *found;
}

std::vector<FoundClue> find_clues(RareTokens tokens) {
  std::vector<FoundClue> found;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].known != nullptr) find_listed(tokens, i, found);
    if (const std::size_t words = age_at(tokens, i)) found.push_back({Clue::age, i, i + words});
    if (const std::size_t words = named_school_at(tokens, i)) found.push_back({Clue::school, i, i + words});
  }
  return found;
}

}  // namespace postbox::redact
