// The records of an emptying, prepared in an order that nobody can foresee or find again without the secret
// key.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "emptying/prepare.hpp"
#include "store/sealed_submissions.hpp"

namespace postbox::emptying {

// Orders the rows by a secret number of each: the same for the same pack and key, and telling nothing of the
// order in which the rows lie in the database, let alone of arrival.
std::vector<store::RowKey> secret_order(const seal::SecretKeys& keys, std::string_view pack,
                                        std::vector<store::RowKey> rows);

// Reads, opens and prepares each row and hands it on in the given order; nothing for a record that is
// refused. `take` is called on this thread, while others prepare what follows. Memory is bounded: at most
// three blocks of rows are in flight.
void prepare_rows(const Rooms& rooms, Month month, std::string_view pack,
                  const std::vector<store::RowKey>& rows,
                  const std::function<void(store::RowKey, std::optional<Prepared>)>& take);

}  // namespace postbox::emptying
