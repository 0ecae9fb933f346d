#include "classify/classify.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "classify/evidence.hpp"
#include "classify/few.hpp"
#include "classify/judge.hpp"
#include "classify/reasons.hpp"

namespace postbox::classify {
namespace {

// Less likely than this is no guess.
constexpr double guess_min = 0.1;
constexpr std::size_t guesses_max = 2;

AreaList by_score(const PerArea<double>& scores, double at_least) {
  AreaList areas;
  for (const ServiceArea area : service_areas) {
    if (scores[index_of(area)] >= at_least) areas.push_back(area);
  }
  stable_sort_few(areas.begin(), areas.end(),
                  [&](ServiceArea a, ServiceArea b) { return scores[index_of(a)] > scores[index_of(b)]; });
  return areas;
}

AreaList given(const PerArea<double>& scores, const AreaWords& words) {
  const double likeliest = *std::max_element(scores.begin(), scores.end());
  return likeliest >= words.likeliest ? by_score(scores, words.threshold) : AreaList{};
}

Tone likeliest_tone(const PerHead& shares) {
  const auto* first = shares.begin() + first_tone_head;
  return tones[static_cast<std::size_t>(std::max_element(first, first + tones.size()) - first)];
}

}  // namespace

struct Classifier::Compiled {
  explicit Compiled(Vocabulary vocabulary)
      : reader(vocabulary),
        judge(std::move(vocabulary.weights)),
        areas(std::move(vocabulary.areas)),
        urgent_threshold(vocabulary.urgent.threshold) {}

  // What a word adds to an area when nothing stands beside it.
  double weight_of(const Word& word, ServiceArea area) const {
    return judge.sums_of(reader.read(word.folded, Words(word.folded))).front().rows[index_of(area)];
  }

  EvidenceReader reader;
  Judge judge;
  AreaWords areas;
  double urgent_threshold;
};

struct Reading::Made {
  Made(const Classifier::Compiled& by, std::string_view read) : compiled(by), text(read), words(read) {
    if (words.empty()) return;  // it says nothing
    evidence = compiled.reader.read(text, words);
    sums = compiled.judge.sums_of(evidence);
    const Judge::Verdict verdict = compiled.judge.judge(sums);
    shares = verdict.shares;
    if (evidence.told.danger_is_plain) shares[urgent_head] = 1;
    areas = compiled.judge.look_again(verdict, evidence);
  }

  std::optional<Alone> alone(const WholeSentence& sentence) const;
  std::optional<PerHead> shares_from_sums(const WholeSentence& sentence, const Told& told) const;

  const Classifier::Compiled& compiled;
  std::string_view text;
  Words words;
  Evidence evidence;
  std::vector<Sum> sums;    // of each sentence
  PerHead shares{};         // of the first look
  PerArea<double> areas{};  // of the second
};

std::optional<Alone> Reading::Made::alone(const WholeSentence& sentence) const {
  const bool may_name = compiled.reader.may_name_service(evidence, sentence.first_word, sentence.last_word);
  if (!may_name) return std::nullopt;
  const Told told = compiled.reader.told_by(evidence, sentence.first_word, sentence.last_word);
  Alone alone;
  bool names_some = false;
  for (const Sign& sign : told.signs) {
    if (sign.kind >= service_area_count) continue;
    alone.named[sign.kind] = true;
    names_some = true;
  }
  if (!names_some) return std::nullopt;
  if (const auto known = shares_from_sums(sentence, told)) {
    alone.shares = *known;
  } else {
    const TextRange& where = sentence.where;
    alone.shares = Made(compiled, text.substr(where.begin, where.end - where.begin)).shares;
  }
  if (told.danger_is_plain) alone.shares[urgent_head] = 1;
  return alone;
}

// The features are those that the sentence has in the text, unless a word beyond its ends is why one of its
// own is mentioned only, or denied. The signs are its own: of the text each counts once.
std::optional<PerHead> Reading::Made::shares_from_sums(const WholeSentence& sentence,
                                                       const Told& told) const {
  const auto is_alike = [&](const OfWords& here, const OfWords& alone) {
    const auto begin = here.begin() + static_cast<std::ptrdiff_t>(sentence.first_word);
    const auto end = here.begin() + static_cast<std::ptrdiff_t>(sentence.last_word);
    return std::equal(begin, end, alone.begin());
  };
  const Standing& standing = evidence.told.standing;
  if (!is_alike(standing.mentioned, told.standing.mentioned)) return std::nullopt;
  if (!is_alike(standing.denied, told.standing.denied)) return std::nullopt;
  std::vector<Sum> own;
  auto sign = told.signs.begin();
  std::size_t end = 0;  // of its pieces
  for (std::size_t s = 0; s < sums.size(); ++s) {
    const SentenceEvidence& piece = evidence.sentences[s];
    if (piece.first < sentence.first_word || piece.last > sentence.last_word) continue;
    end = s + 1;
    Sum& sum = own.emplace_back(sums[s]);
    sum.signs = {};
    const std::size_t last = piece.last - sentence.first_word;
    for (; sign != told.signs.end() && sign->first < last; ++sign) sum.signs[sign->kind] += sign->weight;
  }
  const std::vector<bool> are_new = evidence.features.are_new(end - own.size(), end);
  for (std::size_t i = 0; i < own.size(); ++i) own[i].is_new = are_new[i];
  return compiled.judge.judge(own).shares;
}

Reading::Reading(std::unique_ptr<const Made> made) : made_(std::move(made)) {}

Reading::~Reading() = default;
Reading::Reading(Reading&& other) noexcept = default;

Classification Reading::classification(const AreaList& ticked) const {
  const AreaWords& areas = made_->compiled.areas;
  const PerHead& shares = made_->shares;
  Classification result;
  result.scores = made_->areas;
  for (const ServiceArea area : ticked) {
    double& score = result.scores[index_of(area)];
    score = 1 - (1 - score) * (1 - areas.tick);
  }
  result.areas = given(result.scores, areas);
  result.guesses = by_score(result.scores, guess_min);
  if (result.guesses.size() > guesses_max) result.guesses.resize(guesses_max);
  if (shares != PerHead{}) result.tone = likeliest_tone(shares);
  result.urgent = shares[urgent_head] >= made_->compiled.urgent_threshold;
  return result;
}

std::vector<Part> Reading::parts() const {
  return parts_of(made_->text, made_->words,
                  [this](const WholeSentence& sentence) { return made_->alone(sentence); });
}

PerArea<std::vector<std::string>> Reading::reasons() const {
  const auto& compiled = made_->compiled;
  PerArea<std::vector<std::string>> why;
  for (const ServiceArea area : given(made_->areas, compiled.areas)) {
    const Reasoning reasoning = {
        [&](std::string_view other) { return Made(compiled, other).areas[index_of(area)]; },
        [&](const Word& word) { return compiled.weight_of(word, area); }};
    why[index_of(area)] = reasons_for(area, made_->text, made_->words, made_->evidence, reasoning);
  }
  return why;
}

Classifier::Classifier(Vocabulary vocabulary)
    : compiled_(std::make_unique<const Compiled>(std::move(vocabulary))) {}

Classifier::~Classifier() = default;

Reading Classifier::read(std::string_view text) const {
  return Reading(std::make_unique<const Reading::Made>(*compiled_, text));
}

bool Classifier::is_urgent(std::string_view text, const Words& words) const {
  if (words.empty()) return false;
  const Evidence evidence = compiled_->reader.read(text, words);
  return evidence.told.danger_is_plain ||
         compiled_->judge.urgent_share(evidence) >= compiled_->urgent_threshold;
}

}  // namespace postbox::classify
