// The rows of an emptying in an order that nobody can foresee, or find again, without the secret key.
//
// They are put in order by a secret number of each: the same for the same pack and key, and telling nothing
// of the order in which the rows lie in the database, let alone of arrival. A month may have millions, so
// they come a part at a time: kept is a byte for each row, the first of its number, and one part.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "seal/opener/secret_keys.hpp"
#include "store/sealed_submissions.hpp"

namespace postbox::emptying {

class SecretOrder {
 public:
  // Calls what it is given with every row: the same rows in the same order each time.
  using EachRow = std::function<void(const std::function<void(store::RowKey)>&)>;

  // `keys` is borrowed. A part has `part_rows` at most, unless so many numbers begin with one byte.
  SecretOrder(const seal::SecretKeys& keys, std::string pack, EachRow each_row,
              std::size_t part_rows = std::size_t{1} << 16U);

  std::size_t size() const { return first_bytes_.size(); }

  // The rows that come next; none where all have come.
  std::vector<store::RowKey> next();

 private:
  std::uint64_t number_of(store::RowKey row) const;

  const seal::SecretKeys& keys_;
  std::string pack_;
  EachRow each_row_;
  std::size_t part_rows_;
  std::vector<std::uint8_t> first_bytes_;  // of each row, in the order of each_row
  std::array<std::size_t, 256> rows_with_{};
  std::size_t next_byte_ = 0;
};

}  // namespace postbox::emptying
