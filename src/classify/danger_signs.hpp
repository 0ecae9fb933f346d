// Phrases of danger, found in a text.
//
// Each has a weight; words of "now" within 40 words raise it, words of "over" within 12 lower it. A figure of
// speech hides what stands inside it. A phrase said twice counts once.
#pragma once

#include <vector>

#include "classify/matcher.hpp"
#include "classify/sign.hpp"
#include "classify/vocabulary.hpp"

namespace postbox::classify {

class DangerSigns {
 public:
  DangerSigns(const UrgentWords& vocabulary, const WordLists& lists, Spellings& spellings);
  void find(const SpelledText& text, std::vector<Sign>& signs) const;

 private:
  enum class Role { danger, now, over, harmless };
  struct Entry {
    Role role;
    double weight;
  };
  static std::vector<Entry> entries_of(const UrgentWords& vocabulary);

  std::vector<Entry> entries_;  // by id of the phrase
  Matcher matcher_;
};

}  // namespace postbox::classify
