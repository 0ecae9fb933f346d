// The sealed submissions of a box: bytes that the store cannot read.
//
// A row has a random key, a month and the sealed bytes; no order of arrival, no time, no counter.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/month.hpp"
#include "base/random.hpp"
#include "store/connection.hpp"

namespace postbox::store {

struct NewSealed {
  Month month;
  std::string sealed;
};

// Appends all or none, in one transaction, durable when it returns. Throws Error(Fault::storage).
void append(Connection& box, Random& random, std::span<const NewSealed> submissions);

}  // namespace postbox::store
