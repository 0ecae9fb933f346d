// What a text sounds like as a whole.
//
// Praise, concern and suggestion each add up like the score of an area (areas.hpp). Praise within three words
// after a negation is a concern; a concern after one is nothing. Praise and concern both heard: mixed. A
// suggestion is one only where no concern is louder. Neither heard: praise where the faint words lean to it;
// else a concern where the text is about a service (most feedback is, and the plainest says only what
// happened); else neutral.
#pragma once

#include <vector>

#include "classify/matcher.hpp"
#include "classify/vocabulary.hpp"
#include "classify/words.hpp"
#include "feedback/tone.hpp"

namespace postbox::classify {

class ToneListener {
 public:
  ToneListener(const ToneWords& vocabulary, const WordLists& lists);
  Tone listen(const std::vector<Word>& words, bool about_a_service) const;

 private:
  enum class Role { praise, concern, suggestion, negation, nothing };
  struct Entry {
    Role role;
    double weight;
  };
  struct Heard {
    double praise = 0;
    double concern = 0;
    double suggestion = 0;
  };
  void add(const WeightedPhrases& phrases, Role role);
  void add(const Phrases& phrases, Role role);
  Heard hear(const std::vector<Hit>& hits, std::size_t words) const;

  double threshold_;
  std::vector<Entry> entries_;  // by id of the phrase
  Matcher matcher_;
};

}  // namespace postbox::classify
