#include "redact/school.hpp"

#include <algorithm>

namespace postbox::redact {
namespace {

constexpr std::size_t words_max = 7;  // "Dean Gibson Catholic Primary School", "St Bees C of E"

bool is_capital(const RareToken& token) {
  return token.shape == Shape::capital || token.shape == Shape::initial;
}

bool is_link(const RareToken& token) {
  return token.word == "of" || token.word == "and" || token.word == "the" || token.word == "c" ||
         token.word == "e" || token.word == "ce" || token.word == "rc";
}

bool goes_on(const RareToken& token) { return token.before == Gap::space || token.before == Gap::other; }

}  // namespace

std::size_t named_school_at(RareTokens tokens, std::size_t at) {
  const RareToken& first = tokens[at];
  if (!is_capital(first) || first.word.size() < 2) return 0;
  if (words_at(tokens, at, RareList::no_school) > 0 || words_at(tokens, at, RareList::school) > 0) return 0;
  std::size_t end = 0;
  for (std::size_t i = at + 1; i < std::min(at + words_max, tokens.size()); ++i) {
    if (!goes_on(tokens[i])) break;
    if (words_at(tokens, i, RareList::school) > 0) {
      // A word that begins a sentence has its capital from there; then the school must have one of its own.
      if (is_capital(tokens[i]) || !first.starts_sentence) end = i + 1;
    } else if (!is_capital(tokens[i]) && !is_link(tokens[i])) {
      break;
    }
  }
  return end == 0 ? 0 : end - at;
}

}  // namespace postbox::redact
