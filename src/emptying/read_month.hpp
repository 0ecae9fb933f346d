// The records of an emptying, read, opened and prepared.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "emptying/lane.hpp"
#include "emptying/prepare.hpp"
#include "store/sealed_submissions.hpp"

namespace postbox::emptying {

// Some of the rows, in their order, until none are left.
using NextRows = std::function<std::vector<store::RowKey>()>;

// Reads, opens and prepares each row and hands it on in the given order; nothing for a record that is
// refused. `next` and `take` are called on this thread, while others prepare. Memory is bounded: a few blocks
// of rows are in flight.
void prepare_rows(const Rooms& rooms, const Lane& lane, Month month, std::string_view pack,
                  const NextRows& next,
                  const std::function<void(store::RowKey, std::optional<Prepared>)>& take);

}  // namespace postbox::emptying
