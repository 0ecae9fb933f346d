#include "classify/features.hpp"

#include <algorithm>

#include "classify/word_hash.hpp"

namespace postbox::classify {
namespace {

constexpr std::size_t idea_words_max = 8;
// An idea says more than a word.
constexpr std::uint64_t idea_votes = 3;
constexpr std::size_t short_prefix = 4;
constexpr std::size_t long_prefix = 6;

// So that a word and an idea of the same name are two things.
enum class Sort : std::uint64_t { word = 1, pair, pair_with_gap, prefix, letters, denied, idea, ideas };

constexpr std::uint64_t first_factor = 0x9E3779B97F4A7C15U;
constexpr std::uint64_t second_factor = 0xC2B2AE3D27D4EB4FU;

// Of two numbers that have their factors already.
Feature mixed_of(Sort sort, std::uint64_t first, std::uint64_t second) {
  std::uint64_t value = first ^ second ^ (static_cast<std::uint64_t>(sort) * 0x165667B19E3779F9U);
  value ^= value >> 32U;
  value *= 0xD6E8FEB86659FD93U;
  value ^= value >> 32U;
  return static_cast<Feature>(value);
}

Feature mixed(Sort sort, std::uint64_t a, std::uint64_t b = 0) {
  return mixed_of(sort, a * first_factor, b * second_factor);
}

// All that features take from one word.
struct WordNumbers {
  explicit WordNumbers(const Word& word)
      : size(word.folded.size()),
        short_beginning(word.hashes[std::min(size, short_prefix) - 1]),
        long_beginning(word.hashes[std::min(size, long_prefix) - 1]),
        letters(word.letters),
        as_first(word.hash() * first_factor),
        as_second(word.hash() * second_factor) {}

  std::size_t size;
  std::uint64_t short_beginning;  // the whole of a shorter word
  std::uint64_t long_beginning;
  std::uint64_t letters;
  std::uint64_t as_first;  // the whole
  std::uint64_t as_second;
};

constexpr std::size_t features_of_word_max = 8;

// Writes the features of a word, up to features_of_word_max, and returns their end. What a short word does
// not have is written over: no processor guesses the length of a word.
class WordFeatures {
 public:
  explicit WordFeatures(const std::vector<WordNumbers>& words) : words_(words) {}

  Feature* write(std::size_t at, std::size_t end, bool is_denied, Feature* to) const {
    const WordNumbers& word = words_[at];
    if (is_denied) {
      *to++ = mixed_of(Sort::denied, word.as_first, 0);
      *to++ = mixed(Sort::denied, word.short_beginning, 1);
    }
    *to++ = mixed_of(Sort::word, word.as_first, 0);
    *to = mixed(Sort::prefix, word.short_beginning);
    to += word.size > short_prefix ? 1 : 0;
    *to = mixed(Sort::prefix, word.long_beginning);
    to += word.size > long_prefix ? 1 : 0;
    *to = mixed(Sort::letters, word.letters);
    to += word.size >= short_prefix ? 1 : 0;
    if (at + 1 < end) *to++ = mixed_of(Sort::pair, word.as_first, words_[at + 1].as_second);
    if (at + 2 < end) *to++ = mixed_of(Sort::pair_with_gap, word.as_first, words_[at + 2].as_second);
    return to;
  }

 private:
  const std::vector<WordNumbers>& words_;
};

}  // namespace

Phrases FeatureFinder::phrases_of(const std::vector<Idea>& ideas) {
  Phrases phrases;
  for (const Idea& idea : ideas) phrases.insert(phrases.end(), idea.phrases.begin(), idea.phrases.end());
  return phrases;
}

FeatureFinder::FeatureFinder(const std::vector<Idea>& ideas) {
  for (const Idea& idea : ideas) {
    ideas_.resize(ideas_.size() + idea.phrases.size(), mixed(Sort::idea, WordHash(idea.name).value()));
  }
}

std::vector<FeatureFinder::IdeaHit> FeatureFinder::ideas_in(const Hits& hits) const {
  std::vector<IdeaHit> found;
  found.reserve(hits.size());
  for (const Hit& hit : hits) {
    // A word typed a thousand times must not make a thousand pairs of each.
    const bool is_known =
        !found.empty() && found.back().first == hit.first && found.back().idea == ideas_[hit.id];
    if (!is_known) found.push_back({hit.first, hit.last, ideas_[hit.id]});
  }
  return found;
}

// The idea at `at`, and with each other idea near it in the sentence that ends before word `sentence_end`.
void FeatureFinder::add_ideas(const std::vector<IdeaHit>& ideas, std::size_t at, std::size_t sentence_end,
                              std::vector<Feature>& features) {
  const IdeaHit& one = ideas[at];
  for (std::uint64_t vote = 0; vote < idea_votes; ++vote) {
    features.push_back(mixed(Sort::idea, one.idea, vote));
  }
  const std::size_t reach = std::min(one.last + idea_words_max, sentence_end);
  for (std::size_t next = at + 1; next < ideas.size() && ideas[next].first < reach; ++next) {
    const IdeaHit& two = ideas[next];
    if (two.first < one.last || one.idea == two.idea) continue;
    features.push_back(mixed(Sort::ideas, std::min(one.idea, two.idea), std::max(one.idea, two.idea)));
  }
}

FeatureLists FeatureFinder::find(const Words& words, const Hits& idea_hits,
                                 const std::vector<std::size_t>& starts, const Standing& standing) const {
  constexpr std::size_t usual_features_per_word = 7;
  FeatureLists sentences;
  sentences.reserve(starts.size(), words.size() * usual_features_per_word);
  const std::vector<WordNumbers> numbers(words.begin(), words.end());
  const WordFeatures of_words(numbers);
  const std::vector<IdeaHit> ideas = ideas_in(idea_hits);
  std::vector<Feature> features;
  std::size_t next = 0;
  for (std::size_t s = 0; s + 1 < starts.size(); ++s) {
    const std::size_t end = starts[s + 1];
    features.resize((end - starts[s]) * features_of_word_max);
    Feature* to = features.data();
    for (std::size_t at = starts[s]; at < end; ++at) {
      if (standing.mentioned[at] == 0) to = of_words.write(at, end, standing.denied[at] != 0, to);
    }
    features.resize(static_cast<std::size_t>(to - features.data()));
    for (; next < ideas.size() && ideas[next].first < end; ++next) {
      if (standing.mentioned[ideas[next].first] == 0) add_ideas(ideas, next, end, features);
    }
    sentences.add_sentence(features);
  }
  return sentences;
}

}  // namespace postbox::classify
