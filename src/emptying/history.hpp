// The counts of each emptying, signed by the box and sealed to the box itself: whoever has the database can
// neither read them nor put others in their place.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "seal/opener/secret_keys.hpp"
#include "store/month_counts.hpp"
#include "trends/month_counts.hpp"

namespace postbox::emptying {

// Sealed records, in their order: a signature and the counts (schema/board.md), cut where they are longer
// than the largest record.
std::vector<std::string> seal_counts(const seal::SecretKeys& keys, const trends::MonthCounts& counts,
                                     std::string_view pack);

// Nothing when a part does not open, is missing or in another place, the signature is not this box's, or the
// counts are those of another pack.
std::optional<trends::MonthCounts> open_counts(const seal::SecretKeys& keys,
                                               const store::SealedCounts& sealed);

// Counts that an earlier key has sealed are sealed anew to the present one, so that nothing but the posts of
// its time asks for that key. Others stay as they are.
void take_over_counts(store::Connection& box, const seal::SecretKeys& keys);

struct History {
  std::map<Month, trends::MonthCounts> months{};  // every pack of a month added up
  // Months of which a pack's counts cannot be used are left out as a whole: half a month would look like a
  // fall.
  std::set<Month> left_out{};
  std::vector<std::string> warnings{};  // one line for each such pack
};

// Of these emptyings: store::month_counts_before, or all.
History read_history(const seal::SecretKeys& keys, const std::vector<store::SealedCounts>& all);

}  // namespace postbox::emptying
