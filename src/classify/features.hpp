// What learned weights may hang on: numbers that stand for the words of a text and what they have in common.
//
// For each word: the word, its first four and first six letters, the set of its letters (a slip of the keys
// keeps it), that it is denied, the word with the next one and with the one after that. For each idea of the
// vocabulary: the idea, and two ideas within eight words of one another. A number is a hash: two features
// that share one are rare and harmless. Pure.
#pragma once

#include <cstdint>
#include <vector>

#include "classify/feature_lists.hpp"
#include "classify/matcher.hpp"
#include "classify/standing.hpp"
#include "classify/vocabulary.hpp"
#include "classify/weights.hpp"
#include "classify/words.hpp"

namespace postbox::classify {

class FeatureFinder {
 public:
  explicit FeatureFinder(const std::vector<Idea>& ideas);

  // What a matcher must look for.
  static Phrases phrases_of(const std::vector<Idea>& ideas);

  // One list for each sentence (sentences.hpp).
  FeatureLists find(const Words& words, const Hits& idea_hits, const std::vector<std::size_t>& starts,
                    const Standing& standing) const;

 private:
  struct IdeaHit {
    std::size_t first = 0;
    std::size_t last = 0;
    Feature idea = 0;
  };
  std::vector<IdeaHit> ideas_in(const Hits& hits) const;
  static void add_ideas(const std::vector<IdeaHit>& ideas, std::size_t at, std::size_t sentence_end,
                        std::vector<Feature>& features);

  std::vector<Feature> ideas_;  // by id of the phrase
};

}  // namespace postbox::classify
