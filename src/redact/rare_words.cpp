#include "redact/rare_words.hpp"

#include <algorithm>

#include "redact/reading.hpp"

namespace postbox::redact {
namespace {

// A word as one token, or as several where hyphens part it.
void part(const Word& word, std::size_t sentence, bool starts, std::vector<RareToken>& tokens) {
  std::size_t begin = 0;
  while (begin <= word.folded.size()) {
    const std::size_t end = std::min(word.folded.find('-', begin), word.folded.size());
    if (end > begin) {
      tokens.push_back({.word = std::string(word.folded.substr(begin, end - begin)),
                        .span = word.span,
                        .shape = word.shape,
                        .before = begin == 0 ? word.before : Gap::glued,
                        .possessive = word.possessive && end == word.folded.size(),
                        .starts_sentence = starts && begin == 0,
                        .sentence = sentence});
    }
    begin = end + 1;
  }
}

bool matches(RareTokens tokens, std::size_t at, const RareEntry& entry) {
  if (at + entry.words.size() > tokens.size()) return false;
  for (std::size_t i = 0; i < entry.words.size(); ++i) {
    if (tokens[at + i].word != entry.words[i] || tokens[at + i].sentence != tokens[at].sentence) return false;
  }
  return true;
}

}  // namespace

void RareWords::add(std::string_view entry, RareList list) {
  std::vector<RareToken> tokens;
  const Reading reading(entry);
  for (const Word& word : reading.words()) part(word, 0, false, tokens);
  if (tokens.empty()) return;
  RareEntry added{{}, list};
  for (RareToken& token : tokens) added.words.push_back(std::move(token.word));
  const std::string first = added.words.front();
  by_first_[first].push_back(std::move(added));
}

std::vector<RareToken> RareWords::read(std::string_view text, std::size_t& sentence) const {
  std::vector<RareToken> tokens;
  const Reading reading(text);
  for (const Word& word : reading.words()) {
    const bool starts = word.before == Gap::sentence;
    if (starts) ++sentence;
    part(word, sentence, starts, tokens);
  }
  for (RareToken& token : tokens) {
    const auto found = by_first_.find(token.word);
    if (found != by_first_.end()) token.known = &found->second;
  }
  return tokens;
}

std::size_t words_at(RareTokens tokens, std::size_t at, RareList list) {
  if (at >= tokens.size() || tokens[at].known == nullptr) return 0;
  std::size_t longest = 0;
  for (const RareEntry& entry : *tokens[at].known) {
    if (entry.list == list && entry.words.size() > longest && matches(tokens, at, entry)) {
      longest = entry.words.size();
    }
  }
  return longest;
}

}  // namespace postbox::redact
