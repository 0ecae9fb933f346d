#include "emptying/board_figures.hpp"

#include "emptying/board_month.hpp"
#include "emptying/half_year.hpp"

namespace postbox::emptying {
namespace {

using disclosure::PublishedTable;
using trends::MonthCounts;

constexpr unsigned half_year_months = 6;
constexpr std::size_t half_years_max = 2;

MonthFigures month_figures(const MonthCounts& counts, const disclosure::Settings& settings) {
  const PublishedTable published = publish_month(counts, settings);
  MonthFigures figures{.month = counts.month, .is_known = true};
  for (const auto& row : published.cells) figures.rows.push_back(row.front());
  figures.rows.push_back(published.column_totals.front());
  return figures;
}

bool begins_half_year(Month month) {
  const auto number = unsigned{month.value().month()};
  return number == 4 || number == 10;
}

// The six months from `first` on, or fewer where one of them is not known.
std::vector<const MonthCounts*> known_from(const std::map<Month, MonthCounts>& months, Month first) {
  std::vector<const MonthCounts*> known;
  Month month = first;
  for (unsigned i = 0; i < half_year_months; ++i, month = month.next()) {
    const auto found = months.find(month);
    if (found == months.end()) break;
    known.push_back(&found->second);
  }
  return known;
}

}  // namespace

std::string_view board_row_code(std::size_t row) {
  if (row < service_area_count) return code_of(service_areas[row]);
  return row == service_area_count ? "no-area" : "all";
}

void for_each_count(const HalfYearFigures& half, const std::function<void(const HalfYearCount&)>& take) {
  for (std::size_t row = 0; row <= board_rows; ++row) take({row, "", "", half.submissions[row]});
  for (const QuestionFigures& one : half.questions) {
    for (std::size_t row = 0; row <= board_rows; ++row) {
      const auto& counts = row < board_rows ? one.table.cells[row] : one.table.column_totals;
      for (std::size_t i = 0; i < counts.size(); ++i) take({row, one.question, one.values[i], counts[i]});
    }
  }
}

BoardFigures board_figures(const std::map<Month, MonthCounts>& months, const report::Wording& wording,
                           const disclosure::Settings& settings) {
  BoardFigures figures;
  if (months.empty()) return figures;
  for (Month month = months.begin()->first; month <= months.rbegin()->first; month = month.next()) {
    const auto found = months.find(month);
    figures.months.push_back(found == months.end() ? MonthFigures{.month = month}
                                                   : month_figures(found->second, settings));
  }
  if (figures.months.size() > BoardFigures::months_max) {
    figures.months.erase(figures.months.begin(), figures.months.end() - BoardFigures::months_max);
  }
  std::vector<std::vector<const MonthCounts*>> half_years;
  for (const auto& [month, counts] : months) {
    if (!begins_half_year(month)) continue;
    auto known = known_from(months, month);
    if (known.size() == half_year_months) half_years.push_back(std::move(known));
  }
  const std::size_t skip = half_years.size() > half_years_max ? half_years.size() - half_years_max : 0;
  for (std::size_t i = skip; i < half_years.size(); ++i) {
    figures.half_years.push_back(half_year_figures(half_years[i], wording, settings));
  }
  return figures;
}

}  // namespace postbox::emptying
