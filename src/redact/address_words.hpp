// The words of one text with what is asked of them when an address is looked for. Pure; bounded look around.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "redact/reading.hpp"

namespace postbox::redact {

class AddressWords {
 public:
  // Borrowed; what was removed before stands as one mask character in its text.
  AddressWords(const Reading& reading, const Lexicon& lexicon)
      : text_(reading.text()), words_(reading.words()), lexicon_(lexicon) {}

  std::size_t size() const { return words_.size(); }
  bool has(std::size_t at) const { return at < words_.size(); }
  const Word& word(std::size_t at) const { return words_[at]; }
  // "" outside the text.
  std::string_view folded(std::size_t at) const { return has(at) ? words_[at].folded : std::string_view{}; }
  Gap gap(std::size_t at) const { return has(at) ? words_[at].before : Gap::sentence; }
  bool is_spaced(std::size_t at) const { return has(at) && words_[at].before == Gap::space; }
  bool is_number(std::size_t at) const { return has(at) && words_[at].shape == Shape::number; }
  // A word with a capital; "Street" of the label "Street:" at the start of a line is none.
  bool is_capital(std::size_t at) const;
  bool is(std::size_t at, Mark mark) const { return has(at) && words_[at].marks.has(mark); }
  // The word before; "" at the start of the text.
  std::string_view folded_before(std::size_t at) const {
    return at > 0 ? folded(at - 1) : std::string_view{};
  }
  // Right behind a quotation mark.
  bool is_quoted(std::size_t at) const;
  // The label of a field of a form: "Street:", "House name:" on a line of their own.
  bool is_label(std::size_t at) const { return has(at) && words_[at].line_start && ends_as_label(at); }
  // What stands between the word and the next one.
  std::string_view after(std::size_t at) const;

  // Whether one of the few words before says that somebody lives here.
  bool follows_home(std::size_t first) const;
  // "our house is", "the farm is": before "called".
  bool follows_dwelling(std::size_t first) const;
  // ", where we live", "is our home".
  bool precedes_home(std::size_t after) const;
  // A postcode, removed or not yet, or the word for one.
  bool precedes_postcode(std::size_t after) const;
  // A town, a removed postcode or the end of the text comes: "..., Kendal".
  bool precedes_place(std::size_t after) const;

  // A place of several words that the lists know: "Cleator Moor".
  bool is_place(std::size_t first, std::size_t after) const;
  // The last thing before is a removed name: "[name], The Smithy".
  bool follows_person(std::size_t first) const;
  // The end of the text or a line, or a removed postcode, comes.
  bool ends_address(std::size_t after) const;

  // One past the words with capitals from `first` on that belong together, at most `most`.
  std::size_t after_capitals(std::size_t first, std::size_t most) const;
  // The same on the line of the first alone; `first` where something else stands on the line too.
  std::size_t after_line_of_capitals(std::size_t first, std::size_t most) const;

  // The words in the text, with the quotation mark before them that ends among them.
  Span span_of(std::size_t first, std::size_t after) const;

 private:
  bool ends_as_label(std::size_t at) const;
  bool ends_a_name(std::size_t at) const;
  bool names_own_place(std::size_t at) const;

  std::string_view text_;
  const std::vector<Word>& words_;
  const Lexicon& lexicon_;
};

}  // namespace postbox::redact
