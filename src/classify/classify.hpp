// Who must hear this: service areas, tone and urgency of one text, with the words that decided.
//
// Linear time in the text. Pure. The vocabulary is data that people own (config/phrases.toml and its
// neighbours); what its findings and the words around them weigh was learned from labelled lines
// (config/weights.txt).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "classify/parts.hpp"
#include "classify/vocabulary.hpp"
#include "classify/words.hpp"
#include "feedback/service_area.hpp"
#include "feedback/tone.hpp"

namespace postbox::classify {

struct Classification {
  AreaList areas;    // what has the scores to be given, likeliest first
  AreaList guesses;  // the best two, also where none is at the threshold
  PerArea<double>
      scores{};  // 0..1: of a hundred texts with a score of 0.7, about seventy are about this area
  Tone tone = Tone::neutral;
  bool urgent = false;  // discloses a present risk of serious harm
};

// A text and all that was made out in it: read once, however much is asked. Text and classifier outlive it.
class Reading {
 public:
  ~Reading();
  Reading(Reading&& other) noexcept;
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  // `ticked`: the giver's own choice of areas, strong evidence.
  Classification classification(const AreaList& ticked = {}) const;

  // Which of its sentences are about what. It judges each of them anew, so it is for texts that several get.
  std::vector<Part> parts() const;

  // For each area that the text's own words give: the words that decided, as typed. Without them the score is
  // lower. It judges the text again and again, so it is for people who ask.
  PerArea<std::vector<std::string>> reasons() const;

 private:
  friend class Classifier;
  struct Made;
  explicit Reading(std::unique_ptr<const Made> made);
  std::unique_ptr<const Made> made_;
};

class Classifier {
 public:
  explicit Classifier(Vocabulary vocabulary);  // its weights are some megabytes: given away, not copied
  ~Classifier();
  Classifier(const Classifier&) = delete;
  Classifier& operator=(const Classifier&) = delete;

  Reading read(std::string_view text) const;

  // For who asks nothing else.
  Classification classify(std::string_view text, const AreaList& ticked = {}) const {
    return read(text).classification(ticked);
  }

  // The same `urgent` and nothing else: every post is asked this before sealing.
  bool is_urgent(std::string_view text, const Words& words) const;
  bool is_urgent(std::string_view text) const { return is_urgent(text, Words(text)); }

 private:
  friend struct Reading::Made;
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace postbox::classify
