// Whether a text discloses a present risk of serious harm.
//
// Each phrase of danger has a weight; words of "now" within 40 words raise it, words of "over" within 12
// lower it. The sum (as in areas.hpp) at the threshold is urgent. A missed one is worse than a false alarm.
#pragma once

#include <vector>

#include "classify/matcher.hpp"
#include "classify/vocabulary.hpp"
#include "classify/words.hpp"

namespace postbox::classify {

class UrgencyWatch {
 public:
  UrgencyWatch(const UrgentWords& vocabulary, const WordLists& lists);
  bool is_urgent(const std::vector<Word>& words) const;

 private:
  enum class Role { danger, now, over, harmless };
  struct Entry {
    Role role;
    double weight;
  };
  void add(const Phrases& phrases, Role role);

  double threshold_;
  std::vector<Entry> entries_;  // by id of the phrase
  Matcher matcher_;
};

}  // namespace postbox::classify
