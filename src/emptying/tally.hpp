// What became of the records of one month, counted while they are prepared.
#pragma once

#include <cstdint>
#include <optional>

#include "emptying/prepare.hpp"
#include "store/emptyings.hpp"

namespace postbox::emptying {

struct Tally {
  store::EmptyingCounts counts;
  store::Kept kept;
  std::int64_t rare = 0;

  void add(store::RowKey row, const std::optional<Prepared>& prepared) {
    ++counts.read;
    if (!prepared) {
      ++counts.refused;
      kept.refused.push_back(row);
      return;
    }
    ++counts.opened;
    if (prepared->held) {
      ++counts.held;
      kept.held.push_back(row);
      if (prepared->lane_copy) kept.lane_copies.push_back(*prepared->lane_copy);
    } else {
      ++(prepared->destinations.empty() ? counts.unsorted : counts.delivered);
      if (!prepared->row.rare.empty()) ++rare;
    }
  }
};

}  // namespace postbox::emptying
