// Which service areas a text speaks about, and by which words.
//
// Score of an area: 1 - (1 - w1)(1 - w2)... over the different phrases found, so that each phrase adds and
// none takes away: another sentence never removes an area. Of phrases that overlap the heaviest counts; one
// inside a longer one (of any area, or of none) does not. The giver's tick counts as one more phrase. Words
// of a mere mention (vocabulary.hpp) count nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "classify/matcher.hpp"
#include "classify/vocabulary.hpp"
#include "classify/words.hpp"
#include "feedback/service_area.hpp"

namespace postbox::classify {

struct AreaVerdict {
  AreaList areas;    // at the threshold or above, likeliest first
  AreaList guesses;  // the best two of those with any score
  PerArea<double> scores{};
  PerArea<std::vector<std::string>> why{};
};

class AreaSorter {
 public:
  AreaSorter(const AreaWords& vocabulary, const WordLists& lists);
  AreaVerdict sort(std::string_view text, const std::vector<Word>& words, const AreaList& ticked) const;

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
  PerArea<Hits> by_area(const Hits& hits, std::size_t words) const;
  Hits deciding(Hits hits, std::size_t words) const;
  double score(const Hits& deciding, bool ticked) const;

  double threshold_;
  double tick_;
  std::vector<Entry> entries_;  // by id of the phrase
  Matcher matcher_;
};

}  // namespace postbox::classify
