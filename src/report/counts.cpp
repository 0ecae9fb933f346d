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
}

}  // namespace postbox::report
