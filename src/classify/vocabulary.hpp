// The classifier's words as plain data: config/phrases.toml (areas), tone.toml, urgent.toml and ideas.toml;
// and what was learned about them: weights.txt.
//
// A phrase is words as they are spoken; case, apostrophes and punctuation do not matter. In it may stand
//   assess*      the beginning of a word: assess, assessed, assessment
//   {child}      any word of a named list of words
//   fine|okay    one of these words
//   ...          up to three words of any kind, between two others
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "classify/weights.hpp"
#include "feedback/service_area.hpp"

namespace postbox::classify {

// Lists of single words that phrases may name in braces.
using WordLists = std::map<std::string, std::vector<std::string>>;

using Phrases = std::vector<std::string>;

struct WeightedPhrase {
  std::string phrase;
  double weight = 0;  // 0..1: how sure this phrase alone makes us
};
using WeightedPhrases = std::vector<WeightedPhrase>;

struct AreaWords {
  double threshold = 0.4;  // an area is given at this score and above
  double likeliest = 0.4;  // but none where the likeliest is below this
  double tick = 0.6;       // what the giver's own tick weighs
  PerArea<WeightedPhrases> areas;
  Phrases of_no_area;      // speak of no service: they only hide the shorter phrases inside them
  Phrases mention_before;  // "nothing to do with" CAMHS: what follows is mentioned only
  Phrases mention_after;   // CAMHS "have been fine": mentioned only, where a turn follows
  Phrases turn;            // "this is about": what the text is really about comes now
};

struct ToneWords {
  WeightedPhrases praise;
  WeightedPhrases concern;
  WeightedPhrases suggestion;
  Phrases negation;    // within three words before praise they turn it into a concern
  Phrases of_no_tone;  // hide the shorter phrases inside them: "good morning"
};

struct UrgentWords {
  double threshold = 0.4;  // urgent at this score and above
  Phrases plain;           // danger said in so many words: each rings by itself (danger_signs.hpp)
  WeightedPhrases danger;
  Phrases now;       // near danger, they make it weigh more
  Phrases over;      // near danger, they make it weigh less: past, known, dealt with
  Phrases harmless;  // figures of speech and denials: hide what stands inside them
};

// What families put into many words: "waiting", "hunger". What it means is learned (features.hpp).
struct Idea {
  std::string name;
  Phrases phrases;
};

struct Vocabulary {
  WordLists lists;
  std::vector<Idea> ideas;
  AreaWords areas;
  ToneWords tone;
  UrgentWords urgent;
  Weights weights;
};

// What is wrong with a phrase, in words for whoever wrote it; nothing when it is in order.
std::optional<std::string> fault_in(std::string_view phrase, const WordLists& lists);

// Two phrases that find the same words have the same normal form: for refusing duplicates.
std::string normal_form(std::string_view phrase);

}  // namespace postbox::classify
