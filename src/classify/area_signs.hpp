// Phrases of the vocabulary that speak of a service area, found in a text.
//
// Of phrases of one area that overlap the heaviest counts; one inside a longer one (of any area, or of none)
// does not. Words of a mere mention (vocabulary.hpp) count nothing.
#pragma once

#include <vector>

#include "classify/matcher.hpp"
#include "classify/sign.hpp"
#include "classify/vocabulary.hpp"
#include "classify/words.hpp"

namespace postbox::classify {

class AreaSigns {
 public:
  AreaSigns(const AreaWords& vocabulary, const WordLists& lists);
  // Adds to `signs`; says of each word whether it stands in a mere mention.
  std::vector<bool> find(const std::vector<Word>& words, std::vector<Sign>& signs) const;

 private:
  enum class Role { area, no_area, mention_before, mention_after, turn };
  struct Entry {
    Role role;
    ServiceArea area;
    double weight;
  };
  using Hits = std::vector<Hit>;

  void add(const Phrases& phrases, Role role);
  std::vector<bool> mentions(const Hits& hits, std::size_t words) const;
  PerArea<Hits> by_area(const Hits& hits, const std::vector<bool>& mentioned) const;
  void keep_deciding(Hits hits, std::vector<std::size_t>& taken, std::vector<Sign>& signs) const;

  std::vector<Entry> entries_;  // by id of the phrase
  Matcher matcher_;
};

}  // namespace postbox::classify
