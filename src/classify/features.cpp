#include "classify/features.hpp"

#include <algorithm>
#include <string_view>

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

std::uint64_t hashed(std::string_view text) {  // FNV-1a
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

std::uint64_t letters_of(std::string_view word) {
  std::uint64_t letters = 0;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') letters |= std::uint64_t{1} << static_cast<unsigned>(c - 'a');
  }
  return letters;
}

void add_word(std::string_view word, std::uint64_t hash, std::vector<Feature>& features) {
  features.push_back(mixed(Sort::word, hash));
  if (word.size() > short_prefix) {
    features.push_back(mixed(Sort::prefix, hashed(word.substr(0, short_prefix))));
  }
  if (word.size() > long_prefix) {
    features.push_back(mixed(Sort::prefix, hashed(word.substr(0, long_prefix))));
  }
  if (word.size() >= short_prefix) features.push_back(mixed(Sort::letters, letters_of(word)));
}

void add_denied(std::string_view word, std::uint64_t hash, std::vector<Feature>& features) {
  features.push_back(mixed(Sort::denied, hash));
  features.push_back(mixed(Sort::denied, hashed(word.substr(0, short_prefix)), 1));
}

}  // namespace

FeatureFinder::FeatureFinder(const std::vector<Idea>& ideas, const WordLists& lists) : matcher_(lists) {
  for (const Idea& idea : ideas) {
    for (const std::string& phrase : idea.phrases) {
      matcher_.add(phrase, static_cast<std::uint32_t>(ideas_.size()));
      ideas_.push_back(mixed(Sort::idea, hashed(idea.name)));
    }
  }
}

std::vector<FeatureFinder::IdeaHit> FeatureFinder::ideas_in(const std::vector<Word>& words) const {
  std::vector<IdeaHit> found;
  for (const Hit& hit : matcher_.find(words)) {
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

std::vector<std::vector<Feature>> FeatureFinder::find(const std::vector<Word>& words,
                                                      const std::vector<std::size_t>& starts,
                                                      const Standing& standing) const {
  std::vector<std::vector<Feature>> sentences(starts.size() - 1);
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.size());
  for (const Word& word : words) hashes.push_back(hashed(word.folded));
  const std::vector<IdeaHit> ideas = ideas_in(words);
  std::size_t next = 0;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    std::vector<Feature>& features = sentences[s];
    const std::size_t end = starts[s + 1];
    for (std::size_t at = starts[s]; at < end; ++at) {
      if (standing.mentioned[at]) continue;
      if (standing.denied[at]) add_denied(words[at].folded, hashes[at], features);
      add_word(words[at].folded, hashes[at], features);
      if (at + 1 < end) features.push_back(mixed(Sort::pair, hashes[at], hashes[at + 1]));
      if (at + 2 < end) features.push_back(mixed(Sort::pair_with_gap, hashes[at], hashes[at + 2]));
    }
    for (; next < ideas.size() && ideas[next].first < end; ++next) {
      if (!standing.mentioned[ideas[next].first]) add_ideas(ideas, next, end, features);
    }
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
  }
  return sentences;
}

}  // namespace postbox::classify
