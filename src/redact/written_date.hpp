// Dates as people write and say them: 3/4/15, 2015-04-03, 14feb2013, 3rd of April 2015, April 3rd, "the third
// of April two thousand and fifteen"; months also in Polish, Romanian and Ukrainian. Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "redact/words.hpp"

namespace postbox::redact {

class WrittenDates {
 public:
  // Both borrowed.
  WrittenDates(std::string_view text, const std::vector<Word>& words) : text_(text), words_(words) {}

  // Nearly no word begins a date, in whatever form.
  bool may_begin(std::size_t first) const {
    constexpr Marks beginnings = {Mark::month, Mark::spoken_day, Mark::said};  // "twenty third"
    return words_[first].shape == Shape::number || words_[first].marks.has_one_of(beginnings);
  }

  // One past the last word of the date that starts at `first`; `first` for none.
  std::size_t end_of_date(std::size_t first) const;

  // 120805, 12082005, and the first word of 12/8: a date only where the words before say so.
  bool is_figures_alone(std::size_t at) const;
  std::size_t end_of_day_and_month(std::size_t first) const;

 private:
  bool has(std::size_t at) const { return at < words_.size(); }
  bool follows(std::size_t at) const;
  static bool is_dash(std::string_view between);
  bool is_joined(std::size_t at) const { return has(at) && follows(at); }
  bool in_figures_day_first(std::size_t first) const;
  bool is_separated_alike(std::size_t first) const;
  bool is_in_list(std::size_t first) const;
  std::size_t in_figures(std::size_t first) const;
  std::size_t day_first(std::size_t first) const;
  std::size_t month_first(std::size_t first) const;
  std::size_t year_first(std::size_t first) const;
  std::size_t in_spoken_figures(std::size_t first) const;
  bool counts_on(std::size_t at) const;
  std::size_t after_day(std::size_t at) const;
  std::size_t after_year(std::size_t at) const;

  std::string_view text_;
  const std::vector<Word>& words_;
};

}  // namespace postbox::redact
