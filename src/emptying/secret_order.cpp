#include "emptying/secret_order.hpp"

#include <algorithm>
#include <utility>

namespace postbox::emptying {
namespace {

std::uint8_t first_byte(std::uint64_t number) { return static_cast<std::uint8_t>(number >> 56U); }

}  // namespace

SecretOrder::SecretOrder(const seal::SecretKeys& keys, std::string pack, EachRow each_row,
                         std::size_t part_rows)
    : keys_(keys), pack_(std::move(pack)), each_row_(std::move(each_row)), part_rows_(part_rows) {
  each_row_([this](store::RowKey row) {
    first_bytes_.push_back(first_byte(number_of(row)));
    ++rows_with_[first_bytes_.back()];
  });
}

std::vector<store::RowKey> SecretOrder::next() {
  while (next_byte_ < rows_with_.size() && rows_with_[next_byte_] == 0) ++next_byte_;
  const std::size_t from = next_byte_;
  std::size_t count = 0;
  do {
    if (next_byte_ == rows_with_.size()) break;
    count += rows_with_[next_byte_++];
  } while (next_byte_ < rows_with_.size() && count + rows_with_[next_byte_] <= part_rows_);
  if (count == 0) return {};
  std::vector<std::pair<std::uint64_t, store::RowKey>> numbered;
  numbered.reserve(count);
  std::size_t at = 0;
  each_row_([&](store::RowKey row) {
    const std::uint8_t first = first_bytes_[at++];
    if (first >= from && first < next_byte_) numbered.emplace_back(number_of(row), row);
  });
  std::sort(numbered.begin(), numbered.end());
  std::vector<store::RowKey> rows;
  rows.reserve(numbered.size());
  for (const auto& [number, row] : numbered) rows.push_back(row);
  return rows;
}

std::uint64_t SecretOrder::number_of(store::RowKey row) const {
  return keys_.secret_number("order", pack_ + ' ' + std::to_string(row));
}

}  // namespace postbox::emptying
