// A text that was read once, for all who look for something in it: its words, how each is folded and what the
// lists say about it.
//
// Finders ask words and marks, and look at letters only where these say that something may begin. When a part
// of the text is removed, the rest is not folded or looked up again: a word that stands as it stood keeps
// what is known of it. Linear in the text.
#pragma once

#include <cstddef>
#include <forward_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "redact/word_reader.hpp"
#include "redact/word_set.hpp"

namespace postbox::redact {

class Reading {
 public:
  // Of a few words, at once; nothing is looked up. `text` is borrowed.
  explicit Reading(std::string_view text);

  // For a text that will change; both borrowed. Nothing is read yet.
  Reading(std::string_view first_text, const Lexicon& lexicon);

  // Words are folded into letters of its own.
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  // The text as it is now, borrowed until the next time. `masked` names every mask that stands for a piece of
  // the first text, ascending; those of the time before are among them, for what is removed does not return.
  void read(std::string_view text, std::span<const Masked> masked);

  std::string_view text() const { return text_; }
  const std::vector<Word>& words() const { return words_; }

  // The words that a number, a plate, a postcode or a date may begin with: figures and words for them, one or
  // two letters, three with more than one capital, what stands right before figures, the word for a birth and
  // two behind, and all that is not plain. Nearly no word is one. None where nothing is looked up.
  const WordSet& code_words() const { return code_words_; }
  // Every word, until it is read again: to prove that no rule waits for a word that is none.
  void take_all_for_codes();

  // Whether some word of the text has the mark.
  bool any(Mark mark) const { return marks_.has(mark); }
  // Whether figures other than 0 to 9 stand in the text, or did: Arabic-Indic, full-width.
  bool has_other_figures() const { return signs_.other_figures; }
  // Whether one of these ASCII signs stands between the words, or did before it was removed.
  bool has_sign(AsciiSet among) const { return signs_.ascii.has_one_of(among); }

 private:
  void note_removed(std::span<const Masked> masked);
  // How many of these words stand as they stood: up to the first piece that was removed since.
  static std::size_t unchanged(std::span<const Word> last, std::span<const std::size_t> removed);
  void add_new(Word& word);
  void fold_plain(Word& word);
  void fold_any(Word& word);
  void note(Word& word, const WordKey& key);
  void look_up();
  void find_code_words();

  std::string_view text_;
  const Lexicon* lexicon_ = nullptr;
  // Of plain words, where they stand in the first text; a word is written eight letters at a time.
  std::vector<char> small_letters_;
  std::forward_list<std::string> folded_;  // words that need more than that
  std::vector<Word> words_;
  std::vector<Word> last_words_;      // of the text as it was before
  std::vector<Masked> masked_;        // when it was read last
  std::vector<std::size_t> removed_;  // where pieces were removed since, ascending
  struct New {
    std::size_t word;
    WordKey key;
  };
  std::vector<New> new_;  // words that are not looked up yet
  WordSet code_words_;
  Marks marks_;  // of all words together
  Signs signs_;
};

}  // namespace postbox::redact
