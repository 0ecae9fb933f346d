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

// What phrases tell of a run of words.
struct Told {
  std::vector<Sign> signs;  // by first word
  Standing standing;
  bool danger_is_plain = false;  // enough by itself (danger_signs.hpp)
};

struct Evidence {
  std::vector<SentenceEvidence> sentences;
  FeatureLists features;  // of each sentence
  Told told;              // of all of the text
  std::vector<Hits> hits;
};

class EvidenceReader {
 public:
  explicit EvidenceReader(const Vocabulary& vocabulary);
  Evidence read(std::string_view text, const Words& words) const;

  // What the phrases would tell of words [first, last) if they were all of the text. Signs count from its
  // first word.
  Told told_by(const Evidence& evidence, std::size_t first, std::size_t last) const;

  // Whether told_by() may have a sign of a service: without a phrase of one it has none.
  bool may_name_service(const Evidence& evidence, std::size_t first, std::size_t last) const;

 private:
  Told told(const std::vector<Hits>& hits, std::size_t words) const;

  Matcher matcher_;  // for all below
  AreaSigns areas_;
  ToneSigns tone_;
  DangerSigns danger_;
  FeatureFinder features_;
};

}  // namespace postbox::classify
