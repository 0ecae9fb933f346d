// Phrases of the vocabulary that speak of a service area, found in a text.
//
// Of phrases of one area that overlap the heaviest counts; one inside a longer one (of any area, or of none)
// does not. Words of a mere mention (vocabulary.hpp) count nothing.
#pragma once

#include <vector>

#include "classify/matcher.hpp"
#include "classify/sign.hpp"
#include "classify/standing.hpp"
#include "classify/vocabulary.hpp"

namespace postbox::classify {

class AreaSigns {
 public:
  explicit AreaSigns(const AreaWords& vocabulary) : entries_(entries_of(vocabulary)) {}

  // What a matcher must look for.
  static Phrases phrases_of(const AreaWords& vocabulary);

  // Adds to `signs`; says of each word whether it stands in a mere mention.
  OfWords find(const Hits& found, std::size_t words, std::vector<Sign>& signs) const;

  // Whether it is a phrase for a service: no other becomes a sign.
  bool is_of_service(const Hit& hit) const { return entries_[hit.id].role == Role::area; }

 private:
  enum class Role { area, no_area, mention_before, mention_after, turn };
  struct Entry {
    Role role;
    ServiceArea area;
    double weight;
    double sign_weight;
  };

  static std::vector<Entry> entries_of(const AreaWords& vocabulary);
  OfWords mentions(const Hits& hits, std::size_t words) const;
  Hits of_areas(const Hits& hits, const OfWords& mentioned) const;
  void add_deciding(const Hits& hits, std::size_t words, std::vector<Sign>& signs) const;

  std::vector<Entry> entries_;  // by id of the phrase
};

}  // namespace postbox::classify
