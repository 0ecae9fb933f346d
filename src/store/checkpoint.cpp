#include "store/checkpoint.hpp"

namespace postbox::store {

std::optional<LogPages> checkpoint(Connection& box) {
  Statement passive(box, "PRAGMA wal_checkpoint(PASSIVE)");
  if (!passive.step() || passive.integer(0) != 0) return std::nullopt;
  return LogPages{.all = passive.integer(1), .moved = passive.integer(2)};
}

bool empty_log(Connection& box) {
  Statement truncate(box, "PRAGMA wal_checkpoint(TRUNCATE)");
  return truncate.step() && truncate.integer(0) == 0;
}

}  // namespace postbox::store
