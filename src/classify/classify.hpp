// Who must hear this: service areas, tone and urgency of one text, with the words that decided.
//
// Linear time in the text. Pure. The vocabulary is data that people own: config/phrases.toml.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "classify/vocabulary.hpp"
#include "feedback/service_area.hpp"
#include "feedback/tone.hpp"

namespace postbox::classify {

struct Classification {
  AreaList areas;            // over the threshold, likeliest first
  AreaList guesses;          // the best two, also where none is over the threshold
  PerArea<double> scores{};  // 0..1
  Tone tone = Tone::neutral;
  bool urgent = false;                      // discloses a present risk of serious harm
  PerArea<std::vector<std::string>> why{};  // the words of the text that decided, in order of weight
};

class Classifier {
 public:
  explicit Classifier(const Vocabulary& vocabulary);
  ~Classifier();
  Classifier(const Classifier&) = delete;
  Classifier& operator=(const Classifier&) = delete;

  // `ticked`: the giver's own choice of areas, strong evidence.
  Classification classify(std::string_view text, const AreaList& ticked = {}) const;

  // The same `urgent` and nothing else, at a fraction of the work: every post is asked this before sealing.
  bool is_urgent(std::string_view text) const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace postbox::classify
