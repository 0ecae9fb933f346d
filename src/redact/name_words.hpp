// The words of one text with what the lists say about each: the ground that names are looked for on.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "redact/lexicon.hpp"
#include "redact/reading.hpp"

namespace postbox::redact {

// Words of names already found in the same submission, folded: once a text said "our Summer", a later
// "Summer" is her.
using KnownNames = std::set<std::string, std::less<>>;

struct Sense {
  Marks marks;
  bool known = false;            // part of a name found before
  bool shouted = false;          // stands in a sentence written in capitals
  bool phrase = false;           // covered by a phrase of not_names: "harry potter"
  bool figure = false;           // somebody whom everybody knows, or a pet
  bool in_name = false;          // found to be part of a name
  bool bare_possessive = false;  // "Jaydens plan": the last letter is no part of the name

  bool has(Mark mark) const { return marks.has(mark); }
  bool ambiguous() const { return has(Mark::ambiguous) || has(Mark::calendar); }
  bool given() const { return has(Mark::given) || has(Mark::capitalised); }
  bool listed() const { return given() || ambiguous() || has(Mark::family); }
  bool ordinary() const { return has(Mark::everyday) || has(Mark::dictionary); }
  // In no list at all: perhaps a name that nobody wrote down.
  bool unknown() const { return marks.none_but(Mark::particle); }
};

class NameWords {
 public:
  // All borrowed.
  NameWords(const Reading& reading, const Lexicon& lexicon, const KnownNames& known);

  std::size_t size() const { return words_.size(); }
  bool has(std::size_t at) const { return at < words_.size(); }
  const Word& word(std::size_t at) const { return words_[at]; }
  const Sense& sense(std::size_t at) const { return senses_[at]; }

  // "" before the first word and after the last.
  std::string_view folded(std::size_t at) const { return has(at) ? words_[at].folded : std::string_view{}; }
  std::string_view before(std::size_t at, std::size_t steps = 1) const {
    return at >= steps ? std::string_view(words_[at - steps].folded) : std::string_view{};
  }
  // "" also where another clause begins with it.
  std::string_view in_clause(std::size_t at) const {
    return gap(at) == Gap::space ? folded(at) : std::string_view{};
  }
  // Whether the lists mark the word at `at`, or the word `steps` before it; false outside the text.
  bool is(std::size_t at, Mark mark) const { return has(at) && senses_[at].has(mark); }
  bool is_before(std::size_t at, Mark mark, std::size_t steps = 1) const {
    return at >= steps && senses_[at - steps].has(mark);
  }

  // Of letters put together that are no word of the text: "n.i.".
  bool lists(std::string_view folded, Mark mark) const { return lexicon_.has(folded, mark); }
  Marks marks_of(std::string_view folded) const { return lexicon_.marks_of(folded); }
  // The same of a name found before.
  bool is_known(std::string_view folded) const { return known_.find(folded) != known_.end(); }
  // The mask of what was removed behind the word and ", ", " (", ": " or the like; 0 where none was.
  char mask_behind(std::size_t at) const;

  // The gap before a word; after the last word it is the end of a sentence.
  Gap gap(std::size_t at) const { return has(at) ? words_[at].before : Gap::sentence; }
  // Also behind something removed: "[address]. There's".
  bool starts_sentence(std::size_t at) const;
  bool is_shape(std::size_t at, Shape shape) const { return has(at) && words_[at].shape == shape; }
  bool is_capital(std::size_t at) const { return is_shape(at, Shape::capital); }
  // "[address], Corney": a village, most likely.
  bool is_behind_address(std::size_t at) const;
  // "Gemma & Steve", "Gemma&Steve".
  bool ampersand_before(std::size_t at) const;

  // "Jayden's", and "Jaydens" where Jayden is a name and Jaydens no word.
  bool is_possessive(std::size_t at) const { return words_[at].possessive || senses_[at].bare_possessive; }

  void mark_name(std::size_t first, std::size_t after);
  // The name is a pet's or a figure's: so is the same word later on.
  void mark_figure(std::size_t first, std::size_t after);
  bool is_figure_before(std::size_t at) const { return figures_.contains(folded(at)); }

 private:
  std::string_view typed(std::size_t at) const {
    return text_.substr(words_[at].span.begin, words_[at].span.end - words_[at].span.begin);
  }
  bool is_before_parent(std::size_t at) const;
  void look_up();
  bool starts_no_phrase(std::size_t first) const;
  bool is_dotted_title(std::size_t at) const;
  void mark_phrases();
  void mark_phrase(std::size_t first, std::size_t last, Marks marks);
  void mark_shouting();

  std::string_view text_;
  const Lexicon& lexicon_;
  const KnownNames& known_;
  const std::vector<Word>& words_;
  std::vector<Sense> senses_;
  std::set<std::string_view> figures_;
};

}  // namespace postbox::redact
