// The figures of the board's pack: exact counts go in, publishable ones come out. Pure.
//
// Month by month: submissions of each service area. Every month is protected on its own, from its own counts,
// so a figure that was published once is not hidden or shown otherwise later.
//
// Answers and tone: by half-year (April to September, October to March), once all of its months were emptied,
// and never for a running or sliding period: from two of those, a month apart, a hidden month follows by
// subtraction. What the half-years show is protected together with the months that readers have already.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "disclosure/publish.hpp"
#include "report/bundle.hpp"
#include "trends/month_counts.hpp"

namespace postbox::emptying {

// The rows of every table: the service areas in their fixed order (a ranking would be a league table), then
// those without an area.
inline constexpr std::size_t board_rows = service_area_count + 1;
std::string_view board_row_code(std::size_t row);  // "ehcp", "no-area"; "all" for board_rows

struct MonthFigures {
  Month month;
  bool is_known = false;                           // false: never emptied, or left out; the lists are empty
  std::vector<disclosure::PublishedCount> rows{};  // board_rows, then all submissions
};

struct QuestionFigures {
  std::string question;              // "tone", or a question's id
  std::vector<std::string> values;   // the columns
  disclosure::PublishedTable table;  // rows: board_rows; column totals: all submissions
};

struct HalfYearFigures {
  Month first;
  Month last;
  std::vector<disclosure::PublishedCount> submissions;  // board_rows, then all
  std::vector<QuestionFigures> questions;               // tone, rating, then by id
};

// One count of a half-year, and what it counts.
struct HalfYearCount {
  std::size_t row;            // an area; board_rows for all
  std::string_view question;  // "" for the submissions themselves
  std::string_view value;
  const disclosure::PublishedCount& count;
};
// Every count, in the order of the files: submissions, then question by question.
void for_each_count(const HalfYearFigures& half, const std::function<void(const HalfYearCount&)>& take);

struct BoardFigures {
  std::vector<MonthFigures> months{};         // without a break, ascending, at most months_max
  std::vector<HalfYearFigures> half_years{};  // complete ones, ascending, the last two

  static constexpr std::size_t months_max = 24;
};

BoardFigures board_figures(const std::map<Month, trends::MonthCounts>& months, const report::Wording& wording,
                           const disclosure::Settings& settings);

}  // namespace postbox::emptying
