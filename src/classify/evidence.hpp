// All that one text offers to the learned weights, sentence by sentence: the same for learning and for
// judging.
#pragma once

#include <string_view>
#include <vector>

#include "classify/area_signs.hpp"
#include "classify/danger_signs.hpp"
#include "classify/features.hpp"
#include "classify/sign.hpp"
#include "classify/tone_signs.hpp"
#include "classify/vocabulary.hpp"

namespace postbox::classify {

struct SentenceEvidence {
  std::size_t first = 0;  // words [first, last)
  std::size_t last = 0;
  PerSign signs{};
};

struct Evidence {
  std::vector<SentenceEvidence> sentences;
  FeatureLists features;    // of each sentence
  std::vector<Sign> signs;  // all of the text, by first word
};

class EvidenceReader {
 public:
  explicit EvidenceReader(const Vocabulary& vocabulary);
  Evidence read(std::string_view text, const Words& words) const;

 private:
  Matcher matcher_;  // for all below
  AreaSigns areas_;
  ToneSigns tone_;
  DangerSigns danger_;
  FeatureFinder features_;
};

}  // namespace postbox::classify
