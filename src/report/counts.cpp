#include "report/counts.hpp"

namespace postbox::report {

void Counts::add(const DeliveredRow& row, bool has_words) {
  ++all;
  if (!has_words) ++without_words;
  if (!row.district_known) ++district_unknown;
  ++tone[index_of(row.tone)];
  if (has_words) ++comments[index_of(row.tone)];
  ++rating[row.rating];
  for (const ServiceArea each : row.areas) ++area[postbox::index_of(each)];
  if (row.areas.empty()) ++without_area;
  if (!first_month || row.month.value() < first_month->value()) first_month = row.month;
  if (!last_month || last_month->value() < row.month.value()) last_month = row.month;
}

std::string other_months(const Counts& counts, Month month) {
  if (!counts.first_month || (*counts.first_month == month && *counts.last_month == month)) return "";
  const std::string first = counts.first_month->name();
  return *counts.first_month == *counts.last_month ? first : first + " to " + counts.last_month->name();
}

}  // namespace postbox::report
