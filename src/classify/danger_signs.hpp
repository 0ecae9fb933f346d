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
  explicit DangerSigns(const UrgentWords& vocabulary) : entries_(entries_of(vocabulary)) {}

  // What a matcher must look for.
  static Phrases phrases_of(const UrgentWords& vocabulary);

  void find(const Hits& found, std::size_t words, std::vector<Sign>& signs) const;

 private:
  enum class Role { danger, now, over, harmless };
  struct Entry {
    Role role;
    double weight;
  };
  static std::vector<Entry> entries_of(const UrgentWords& vocabulary);

  std::vector<Entry> entries_;  // by id of the phrase
};

}  // namespace postbox::classify
