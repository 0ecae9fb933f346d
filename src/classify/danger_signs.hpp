// Phrases of danger, found in a text.
//
// Each has a weight; words of "now" within 40 words raise it, words of "over" within 12 lower it. A figure of
// speech hides what stands inside it. A phrase said twice counts once.
//
// Some phrases are plain: "he is suicidal". They are enough, whatever the words around them weigh, unless
// some of their words stand in a figure of speech (or in a denial: "not suicidal") or a phrase of "over"
// stands within six words; a single word of "over" ("a book", "the film") is too common to unsay them. What
// was learned knows too few of them: who writes lines to learn from seldom writes so bluntly as people do.
#pragma once

#include <initializer_list>
#include <vector>

#include "classify/matcher.hpp"
#include "classify/sign.hpp"
#include "classify/standing.hpp"
#include "classify/vocabulary.hpp"

namespace postbox::classify {

class DangerSigns {
 public:
  explicit DangerSigns(const UrgentWords& vocabulary) : entries_(entries_of(vocabulary)) {}

  // What a matcher must look for.
  static Phrases phrases_of(const UrgentWords& vocabulary);

  // Adds to `signs`; says whether danger is said plainly.
  bool find(const Hits& found, std::size_t words, std::vector<Sign>& signs) const;

 private:
  enum class Role { plain, danger, now, over, over_word, harmless };
  struct Entry {
    Role role;
    double weight;
  };
  static std::vector<Entry> entries_of(const UrgentWords& vocabulary);
  bool is_danger(const Hit& hit) const { return entries_[hit.id].role <= Role::danger; }
  OfWords near(const Hits& hits, std::initializer_list<Role> roles, std::size_t words,
               std::size_t reach) const;
  bool is_said_plainly(const Hits& found, const Hits& kept, std::size_t words) const;

  std::vector<Entry> entries_;  // by id of the phrase
};

}  // namespace postbox::classify
