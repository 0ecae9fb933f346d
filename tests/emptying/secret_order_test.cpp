#include "emptying/secret_order.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "emptying/full_box.hpp"

namespace postbox::emptying {
namespace {

using Rows = std::vector<store::RowKey>;

SecretOrder order_of(const seal::SecretKeys& keys, const char* pack, const Rows& rows,
                     std::size_t part_rows) {
  return SecretOrder(
      keys, pack,
      [&rows](const std::function<void(store::RowKey)>& take) {
        for (const store::RowKey row : rows) take(row);
      },
      part_rows);
}

Rows all_of(SecretOrder order) {
  Rows all;
  for (Rows part = order.next(); !part.empty(); part = order.next())
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

Rows rows_until(store::RowKey last) {
  Rows rows;
  for (store::RowKey row = 1; row <= last; ++row) rows.push_back(row * 7919);
  return rows;
}

}  // namespace

TEST_CASE("secret order: parts of any size are together the same order") {
  const test::FullBox box;
  for (const store::RowKey count : {1, 2, 300, 2000}) {
    CAPTURE(count);
    const Rows rows = rows_until(count);
    const Rows whole = all_of(order_of(box.keys(), "2026-11", rows, 1'000'000));
    CHECK(std::is_permutation(whole.begin(), whole.end(), rows.begin(), rows.end()));
    for (const std::size_t part : {1UL, 10UL, 100UL, 1999UL}) {
      CAPTURE(part);
      CHECK(all_of(order_of(box.keys(), "2026-11", rows, part)) == whole);
    }
  }
}

TEST_CASE("secret order: a part is no larger than it may be where numbers allow it") {
  const test::FullBox box;
  const Rows rows = rows_until(5000);
  SecretOrder order = order_of(box.keys(), "2026-11", rows, 500);
  CHECK(order.size() == rows.size());
  std::size_t parts = 0;
  for (Rows part = order.next(); !part.empty(); part = order.next(), ++parts) CHECK(part.size() <= 500);
  CHECK(parts <= 12);
  CHECK(order.next().empty());
}

TEST_CASE("secret order: another pack has another order, and neither is that of the rows") {
  const test::FullBox box;
  const Rows rows = rows_until(100);
  const Rows one = all_of(order_of(box.keys(), "2026-11", rows, 10));
  CHECK(one == all_of(order_of(box.keys(), "2026-11", rows, 10)));
  CHECK(one != all_of(order_of(box.keys(), "2026-11.2", rows, 10)));
  CHECK(one != rows);
}

TEST_CASE("secret order: no rows at all") {
  const test::FullBox box;
  CHECK(order_of(box.keys(), "2026-11", {}, 10).next().empty());
}

}  // namespace postbox::emptying
