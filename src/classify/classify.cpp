#include "classify/classify.hpp"

#include <utility>

#include "classify/areas.hpp"
#include "classify/tone_rules.hpp"
#include "classify/urgency.hpp"
#include "classify/words.hpp"

namespace postbox::classify {

struct Classifier::Compiled {
  explicit Compiled(const Vocabulary& vocabulary)
      : areas(vocabulary.areas, vocabulary.lists),
        tone(vocabulary.tone, vocabulary.lists),
        urgency(vocabulary.urgent, vocabulary.lists) {}

  AreaSorter areas;
  ToneListener tone;
  UrgencyWatch urgency;
};

Classifier::Classifier(const Vocabulary& vocabulary)
    : compiled_(std::make_unique<const Compiled>(vocabulary)) {}

Classifier::~Classifier() = default;

Classification Classifier::classify(std::string_view text, const AreaList& ticked) const {
  const std::vector<Word> words = words_of(text);
  AreaVerdict verdict = compiled_->areas.sort(text, words, ticked);
  Classification result;
  result.tone = compiled_->tone.listen(words, !verdict.areas.empty());
  result.urgent = compiled_->urgency.is_urgent(words);
  result.areas = std::move(verdict.areas);
  result.guesses = std::move(verdict.guesses);
  result.scores = verdict.scores;
  result.why = std::move(verdict.why);
  return result;
}

bool Classifier::is_urgent(std::string_view text) const {
  return compiled_->urgency.is_urgent(words_of(text));
}

}  // namespace postbox::classify
