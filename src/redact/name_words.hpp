// The words of one text with what the lists say about each: the ground that person_name.cpp decides on.
#pragma once

#include <string_view>
#include <vector>

#include "redact/name_lists.hpp"
#include "redact/words.hpp"

namespace postbox::redact {

struct Sense {
  bool given = false;
  bool capitalised = false;  // a name when it has a capital
  bool ambiguous = false;    // calendar names included
  bool calendar = false;
  bool family = false;
  bool not_name = false;
  bool common = false;
  bool known = false;    // part of a name found before
  bool shouted = false;  // stands in a sentence written in capitals
  bool phrase = false;   // covered by a phrase of not_names: "harry potter"

  bool listed() const { return given || capitalised || ambiguous || family; }
  // In no list at all: perhaps a name that nobody wrote down.
  bool unknown() const { return !listed() && !not_name && !common; }
};

class NameWords {
 public:
  NameWords(std::string_view text, const NameLists& lists, const WordSet& known);

  std::size_t size() const { return words_.size(); }
  bool has(std::size_t at) const { return at < words_.size(); }
  const Word& word(std::size_t at) const { return words_[at]; }
  const Sense& sense(std::size_t at) const { return senses_[at]; }
  // "" before the first word and after the last.
  std::string_view folded(std::size_t at) const { return has(at) ? words_[at].folded : std::string_view{}; }
  std::string_view before(std::size_t at, std::size_t steps = 1) const {
    return at >= steps ? std::string_view(words_[at - steps].folded) : std::string_view{};
  }
  // The gap before a word; after the last word it is the end of a sentence.
  Gap gap(std::size_t at) const { return has(at) ? words_[at].before : Gap::sentence; }
  bool is_capital(std::size_t at) const { return has(at) && words_[at].shape == Shape::capital; }

 private:
  void look_up(const NameLists& lists, const WordSet& known);
  void mark_phrases(const NameLists& lists);
  void mark_shouting();

  std::vector<Word> words_;
  std::vector<Sense> senses_;
};

}  // namespace postbox::redact
