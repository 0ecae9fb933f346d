#include "redact/rare_words.hpp"

#include <algorithm>

#include "redact/age.hpp"

namespace postbox::redact {
namespace {

// Of an entry that begins with the word at `at`.
bool matches(RareTokens tokens, std::size_t at, const RareEntry& entry) {
  if (at + entry.words.size() > tokens.size()) return false;
  for (std::size_t i = 1; i < entry.words.size(); ++i) {
    if (tokens[at + i].word != entry.words[i] || tokens[at + i].sentence != tokens[at].sentence) return false;
  }
  return true;
}

}  // namespace

RareWords::RareWords() {
  mark_ages(marks_);
  for (const std::string_view word : words_of_ages()) {
    const std::string one(word);
    glance_.add({&one, 1}, age_bit);
  }
}

void RareWords::add(std::string_view entry, RareList list) {
  std::size_t sentence = 0;
  const Reading reading(entry);
  RareEntry added{{}, list};
  for (const RareToken& token : tokens(reading, sentence)) added.words.emplace_back(token.word);
  if (added.words.empty()) return;
  const std::string first = added.words.front();
  marks_.add(first, Mark::starts_phrase);
  add_to_glance(added);
  RareEntries& entries = by_first_[first];
  entries.entries.push_back(std::move(added));
  entries.lists |= bit_of(list);
}

// The name of a school ends with the first word of an entry, and only a whole word is none.
void RareWords::add_to_glance(const RareEntry& entry) {
  if (entry.list == RareList::no_school && entry.words.size() > 1) return;
  const std::size_t words = entry.list == RareList::school ? 1 : entry.words.size();
  glance_.add(std::span(entry.words).first(words), bit_of(entry.list));
}

ListBits RareWords::glance(std::string_view text) const {
  constexpr RareGlance::Rules rules = {.numbers = age_bit,
                                       .schools = bit_of(RareList::school),
                                       .no_schools = bit_of(RareList::no_school),
                                       .only = bit_of(RareList::only),
                                       .persons = bit_of(RareList::person)};
  return glance_.at(text, rules);
}

std::vector<RareToken> RareWords::tokens(const Reading& reading, std::size_t& sentence) const {
  std::vector<RareToken> tokens;
  tokens.reserve(reading.words().size());
  for (const Word& word : reading.words()) {
    if (word.before == Gap::sentence) ++sentence;
    part(word, sentence, tokens);
  }
  for (RareToken& token : tokens) {
    if (token.marks.has(Mark::starts_phrase)) token.known = &by_first_.find(token.word)->second;
  }
  return tokens;
}

// A word as one token, or as several where hyphens part it.
void RareWords::part(const Word& word, std::size_t sentence, std::vector<RareToken>& tokens) const {
  std::size_t begin = 0;
  while (begin <= word.folded.size()) {
    const std::size_t end =
        word.plain ? word.folded.size() : std::min(word.folded.find('-', begin), word.folded.size());
    const std::string_view folded = word.folded.substr(begin, end - begin);
    if (end > begin) {
      tokens.push_back({.word = folded,
                        .marks = word.plain ? word.marks : marks_.marks_of(folded),
                        .span = word.span,
                        .shape = word.shape,
                        .before = begin == 0 ? word.before : Gap::glued,
                        .possessive = word.possessive && end == word.folded.size(),
                        .starts_sentence = word.before == Gap::sentence && begin == 0,
                        .sentence = sentence});
    }
    begin = end + 1;
  }
}

std::size_t words_at(RareTokens tokens, std::size_t at, RareList list) {
  if (at >= tokens.size() || tokens[at].known == nullptr || !tokens[at].known->has(list)) return 0;
  std::size_t longest = 0;
  for (const RareEntry& entry : tokens[at].known->entries) {
    if (entry.list == list && entry.words.size() > longest && matches(tokens, at, entry)) {
      longest = entry.words.size();
    }
  }
  return longest;
}

}  // namespace postbox::redact
