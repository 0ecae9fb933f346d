// Whether a whole date is somebody's birth though no word says so: by its year, by what stands beside it and
// by the words around it. Dates of appointments, letters and meetings are of the last few years, or have a
// word that tells. Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "redact/words.hpp"

namespace postbox::redact {

// A date in the text, as words [first, after).
struct DatePlace {
  std::size_t first;
  std::size_t after;
};

// "son", "twins", "he's": of whom a date is likely the birth.
bool is_child_word(const Word& word);

class BirthContext {
 public:
  // Text and words are borrowed; what was removed before stands as one mask character in `text`. `written` is
  // the year in which the text was written: what happened lately is told from a birth by it.
  BirthContext(std::string_view text, const std::vector<Word>& words, int written)
      : text_(text), words_(words), written_(written) {}

  bool tells_birth(DatePlace date) const;

  // Nothing but a comma, "and" or a removed identifier between two dates: one list.
  bool is_one_list(DatePlace before, DatePlace next) const;

 private:
  bool is_whole(DatePlace date) const;
  bool has_event_before(std::size_t first, std::size_t reach) const;
  bool has_event_after(std::size_t after) const;
  bool has_event_near(DatePlace date) const;
  bool follows_person(DatePlace date) const;
  bool follows_preposition(std::size_t first) const;
  bool follows_child(std::size_t first) const;
  bool is_said_of_somebody(DatePlace date) const;
  bool is_beside_number(DatePlace date) const;
  bool is_before_years(DatePlace date, int years) const;

  int year_of(const Word& word) const;

  std::string_view text_;
  const std::vector<Word>& words_;
  int written_;
};

}  // namespace postbox::redact
