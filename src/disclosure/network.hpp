// A table of counts as a network, to find out which of its hidden counts can be worked out, and what else has
// to be hidden so that they cannot.
//
// Rows, columns, the sum of row totals and the sum of column totals are nodes; every count is an arc between
// two of them (a cell from its row to its column, a row total into its row, a column total out of its column,
// the grand total back). That totals are sums then says: what flows into a node flows out of it. A hidden
// count can be another number exactly where some closed way through hidden arcs passes it, adding one to each
// arc that it follows and taking one from each that it goes against, so that none falls below the least that
// a reader must assume. (L. Cox, Network models for complementary cell suppression, JASA 1995.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace postbox::disclosure {

struct Arc {
  std::size_t from = 0;
  std::size_t to = 0;
  std::int64_t value = 0;
  std::int64_t least = 1;  // what a reader knows it to be at least, while it is hidden
  bool is_hidden = false;
  std::optional<std::int64_t> cost_to_hide{};  // of a shown arc; nothing: it has to stay shown
};

// The shown arcs that have to be hidden as well, at the least cost, so that this hidden arc cannot be worked
// out. Empty: it cannot be as things are. Nothing: no choice of arcs is enough.
std::optional<std::vector<std::size_t>> needed_to_protect(const std::vector<Arc>& arcs, std::size_t arc,
                                                          std::size_t nodes);

}  // namespace postbox::disclosure
