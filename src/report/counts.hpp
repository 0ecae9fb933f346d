// How many, by tone, rating and area: counted while the rows pass, for the head of the report. Counts are of
// submissions.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "feedback/delivered_row.hpp"

namespace postbox::report {

struct Counts {
  std::size_t all = 0;
  std::size_t without_words = 0;     // a rating or ticks alone
  std::size_t district_unknown = 0;  // sent to the county-wide or first-named recipient
  std::array<std::size_t, tones.size()> tone{};
  std::array<std::size_t, tones.size()> comments{};  // by tone, those with words
  std::map<std::string, std::size_t> rating;         // by option value; "" where it was not answered
  PerArea<std::size_t> area{};                       // a submission counts in each of its areas
  std::size_t without_area = 0;
  std::optional<Month>
      first_month;  // in which the earliest and the latest were posted; none in an empty pack
  std::optional<Month> last_month;

  void add(const DeliveredRow& row, bool has_words);
};

// "October 2026 to November 2026" and the like where not all were posted in `month`; else "".
std::string other_months(const Counts& counts, Month month);

constexpr std::size_t index_of(Tone tone) { return static_cast<std::size_t>(tone); }

}  // namespace postbox::report
