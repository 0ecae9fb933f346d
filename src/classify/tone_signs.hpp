// Phrases of praise, of a concern and of a suggestion, found in a text.
//
// Praise within three words after a negation is a concern; a concern after one is nothing. A phrase said
// twice counts once.
#pragma once

#include <vector>

#include "classify/matcher.hpp"
#include "classify/sign.hpp"
#include "classify/vocabulary.hpp"
#include "classify/words.hpp"

namespace postbox::classify {

class ToneSigns {
 public:
  ToneSigns(const ToneWords& vocabulary, const WordLists& lists);
  // Adds to `signs`; says of each word whether it stands within three words after a negation.
  std::vector<bool> find(const std::vector<Word>& words, std::vector<Sign>& signs) const;

 private:
  enum class Role { praise, concern, suggestion, negation, nothing };
  struct Entry {
    Role role;
    double weight;
  };
  void add(const WeightedPhrases& phrases, Role role);
  void add(const Phrases& phrases, Role role);
  std::vector<bool> denied_words(const std::vector<Hit>& hits, std::size_t words) const;

  std::vector<Entry> entries_;  // by id of the phrase
  Matcher matcher_;
};

}  // namespace postbox::classify
