#include "redact/name_words.hpp"

#include <algorithm>
#include <string>

#include "redact/name_cues.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t phrase_words_max = 5;

// "O'Brien", "McKay", "D'Souza": made like a family name whether listed or not.
bool is_made_like_family(const Word& word) {
  if (word.shape == Shape::lower || word.folded.size() < 5) return false;
  const std::string_view folded = word.folded;
  return folded.starts_with("o'") || folded.starts_with("d'") || folded.starts_with("mc");
}

// "Mary-Jane", "Smith-Jones", "Makaton-trained": the parts decide where the whole is in no list.
void look_up_parts(const Word& word, const NameLists& lists, Sense& sense) {
  const std::string& folded = word.folded;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find('-', begin), folded.size());
    const std::string part = folded.substr(begin, end - begin);
    const bool name = lists.given_names.contains(part) || lists.capitalised_names.contains(part);
    sense.given = sense.given || lists.given_names.contains(part);
    sense.capitalised = sense.capitalised || (name && word.shape != Shape::lower);
    sense.family = sense.family || lists.family_names.contains(part);
    sense.not_name = sense.not_name || lists.not_names.contains(part);
    sense.common = sense.common || lists.common_words.contains(part);
    begin = end + 1;
  }
  if (sense.not_name || sense.common) sense.given = sense.capitalised = sense.family = false;
}

}  // namespace

NameWords::NameWords(std::string_view text, const NameLists& lists, const WordSet& known)
    : words_(read_words(text)), senses_(words_.size()) {
  look_up(lists, known);
  mark_phrases(lists);
  mark_shouting();
}

void NameWords::look_up(const NameLists& lists, const WordSet& known) {
  for (std::size_t at = 0; at < words_.size(); ++at) {
    const std::string& folded = words_[at].folded;
    Sense& sense = senses_[at];
    sense.given = lists.given_names.contains(folded);
    sense.capitalised = lists.capitalised_names.contains(folded);
    sense.calendar = lists.calendar_names.contains(folded);
    sense.ambiguous = sense.calendar || lists.ambiguous_names.contains(folded);
    sense.family = lists.family_names.contains(folded) || is_made_like_family(words_[at]);
    sense.not_name = lists.not_names.contains(folded);
    sense.common = lists.common_words.contains(folded);
    sense.known = known.contains(folded);
    const bool parts = folded.find('-') != std::string::npos && !sense.listed() && !sense.not_name;
    if (parts) look_up_parts(words_[at], lists, sense);
  }
}

void NameWords::mark_phrases(const NameLists& lists) {
  for (std::size_t first = 0; first < words_.size(); ++first) {
    std::string phrase = words_[first].folded;
    const std::size_t end = std::min(words_.size(), first + phrase_words_max);
    for (std::size_t at = first + 1; at < end && words_[at].before <= Gap::space; ++at) {
      phrase += ' ' + words_[at].folded;
      if (!lists.not_names.contains(phrase)) continue;
      for (std::size_t covered = first; covered <= at; ++covered) senses_[covered].phrase = true;
    }
  }
}

// A sentence is shouted when most of its words, and at least three, are in capitals.
void NameWords::mark_shouting() {
  for (std::size_t first = 0; first < words_.size();) {
    std::size_t end = first;
    std::size_t upper = 0;
    std::size_t cased = 0;
    do {
      const Shape shape = words_[end].shape;
      upper += shape == Shape::upper ? 1 : 0;
      cased += shape == Shape::upper || shape == Shape::lower || shape == Shape::capital ? 1 : 0;
      ++end;
    } while (end < words_.size() && words_[end].before != Gap::sentence);
    const bool shouted = upper >= 3 && upper * 3 > cased * 2;
    for (; first < end; ++first) senses_[first].shouted = shouted;
  }
}

}  // namespace postbox::redact
