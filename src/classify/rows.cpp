#include "classify/rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace postbox::classify {

Row rounded(const PerHead& weights) {
  using Limits = std::numeric_limits<std::int16_t>;
  Row row;
  for (std::size_t head = 0; head < head_count; ++head) {
    const long thousandths = std::lround(static_cast<double>(weights[head]) * row_unit);
    row.heads[head] = static_cast<std::int16_t>(std::clamp<long>(thousandths, Limits::min(), Limits::max()));
  }
  return row;
}

}  // namespace postbox::classify
