#include "emptying/board_month.hpp"

#include "emptying/board_figures.hpp"

namespace postbox::emptying {

const trends::Counts& row_of(const trends::MonthCounts& counts, std::size_t row) {
  return row < service_area_count ? counts.areas[row] : counts.without_area;
}

disclosure::PublishedTable publish_month(const trends::MonthCounts& counts,
                                         const disclosure::Settings& settings) {
  disclosure::Table table;
  for (std::size_t row = 0; row < board_rows; ++row) table.cells.push_back({{row_of(counts, row).all}});
  table.column_totals = {{counts.whole.all}};
  return disclosure::publish(table, settings);
}

}  // namespace postbox::emptying
