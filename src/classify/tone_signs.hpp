// Phrases of praise, of a concern and of a suggestion, found in a text.
//
// Praise within three words after a negation is a concern; a concern after one is nothing. A phrase said
// twice counts once.
#pragma once

#include <optional>
#include <vector>

#include "classify/matcher.hpp"
#include "classify/sign.hpp"
#include "classify/standing.hpp"
#include "classify/vocabulary.hpp"

namespace postbox::classify {

class ToneSigns {
 public:
  explicit ToneSigns(const ToneWords& vocabulary) : entries_(entries_of(vocabulary)) {}

  // What a matcher must look for.
  static Phrases phrases_of(const ToneWords& vocabulary);

  // Adds to `signs`; says of each word whether it stands within three words after a negation.
  OfWords find(const Hits& found, std::size_t words, std::vector<Sign>& signs) const;

 private:
  enum class Role { praise, concern, suggestion, negation, nothing };
  struct Entry {
    Role role;
    double sign_weight;
  };
  static std::vector<Entry> entries_of(const ToneWords& vocabulary);
  OfWords denied_words(const Hits& hits, std::size_t words) const;
  static std::optional<std::size_t> kind_of(Role role, bool is_denied);

  std::vector<Entry> entries_;  // by id of the phrase
};

}  // namespace postbox::classify
