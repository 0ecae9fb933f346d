#include "classify/features.hpp"

#include <algorithm>
#include <string_view>

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

Feature mixed(Sort sort, std::uint64_t a, std::uint64_t b = 0) {
  std::uint64_t value = (a * 0x9E3779B97F4A7C15U) ^ (b * 0xC2B2AE3D27D4EB4FU) ^
                        (static_cast<std::uint64_t>(sort) * 0x165667B19E3779F9U);
  value ^= value >> 32U;
  value *= 0xD6E8FEB86659FD93U;
  value ^= value >> 32U;
  return static_cast<Feature>(value);
}

std::uint64_t letter_bit(char c) {
  return c >= 'a' && c <= 'z' ? std::uint64_t{1} << static_cast<unsigned>(c - 'a') : 0;
}

// All that features take from the letters of one word.
struct WordNumbers {
  explicit WordNumbers(const Word& word) : size(word.folded.size()), whole(word.hash()) {
    short_beginning = size > short_prefix ? word.hashes[short_prefix - 1] : whole;
    long_beginning = size > long_prefix ? word.hashes[long_prefix - 1] : whole;
    for (const char letter : word.folded) letters |= letter_bit(letter);
  }

  std::size_t size;
  std::uint64_t whole;
  std::uint64_t short_beginning;  // the whole of a shorter word
  std::uint64_t long_beginning;
  std::uint64_t letters = 0;  // a bit for each that stands in it
};

void add_word(const WordNumbers& word, std::vector<Feature>& features) {
  features.push_back(mixed(Sort::word, word.whole));
  if (word.size > short_prefix) features.push_back(mixed(Sort::prefix, word.short_beginning));
  if (word.size > long_prefix) features.push_back(mixed(Sort::prefix, word.long_beginning));
  if (word.size >= short_prefix) features.push_back(mixed(Sort::letters, word.letters));
}

void add_denied(const WordNumbers& word, std::vector<Feature>& features) {
  features.push_back(mixed(Sort::denied, word.whole));
  features.push_back(mixed(Sort::denied, word.short_beginning, 1));
}

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
  std::vector<WordNumbers> numbers;
  numbers.reserve(words.size());
  for (const Word& word : words) numbers.emplace_back(word);
  const std::vector<IdeaHit> ideas = ideas_in(idea_hits);
  std::vector<Feature> features;
  features.reserve(words.size() * usual_features_per_word);
  std::size_t next = 0;
  for (std::size_t s = 0; s + 1 < starts.size(); ++s) {
    features.clear();
    const std::size_t end = starts[s + 1];
    for (std::size_t at = starts[s]; at < end; ++at) {
      if (standing.mentioned[at] != 0) continue;
      if (standing.denied[at] != 0) add_denied(numbers[at], features);
      add_word(numbers[at], features);
      if (at + 1 < end) features.push_back(mixed(Sort::pair, numbers[at].whole, numbers[at + 1].whole));
      if (at + 2 < end) {
        features.push_back(mixed(Sort::pair_with_gap, numbers[at].whole, numbers[at + 2].whole));
      }
    }
    for (; next < ideas.size() && ideas[next].first < end; ++next) {
      if (standing.mentioned[ideas[next].first] == 0) add_ideas(ideas, next, end, features);
    }
    sentences.add_sentence(features);
  }
  return sentences;
}

}  // namespace postbox::classify
