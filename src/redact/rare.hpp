// Rare combinations: what names nobody and still shows who is meant, such as "the only deaf girl in Year 4 in
// Bootle", or a rare condition with a small place.
//
// Best effort, like all of this room. Looks at redacted words; what was removed gives nothing away. Which
// clues together are rare is a setting (config/rare.toml), so that a keeper can read why something was held.
// Pure, and linear in the text.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "redact/clues.hpp"

namespace postbox::redact {

struct Combination {
  std::vector<Clue> clues;
  bool in_one_sentence = false;  // else anywhere in the answers of one submission
};

class RareCombinations {
 public:
  RareCombinations(RareWords words, std::vector<Combination> combinations)
      : words_(std::move(words)), combinations_(std::move(combinations)) {}

  // What makes the answers of one submission rare, for people: "the only one (the only deaf girl in Year 4);
  // small place (Bootle)". "" where nothing does.
  std::string find(std::span<const std::string_view> redacted) const;

 private:
  RareWords words_;
  std::vector<Combination> combinations_;
};

}  // namespace postbox::redact
