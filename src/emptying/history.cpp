#include "emptying/history.hpp"

#include <fmt/core.h>

#include "emptying/signed_text.hpp"
#include "trends/encoding.hpp"

namespace postbox::emptying {

std::vector<std::string> seal_counts(const seal::SecretKeys& keys, const trends::MonthCounts& counts,
                                     std::string_view pack) {
  return seal_signed(keys, trends::encode(counts, pack));
}

std::optional<trends::MonthCounts> open_counts(const seal::SecretKeys& keys,
                                               const store::SealedCounts& sealed) {
  const auto bytes = open_signed(keys, sealed.parts);
  if (!bytes) return std::nullopt;
  return trends::decode(*bytes, sealed.pack, sealed.month);
}

void take_over_counts(store::Connection& box, const seal::SecretKeys& keys) {
  if (keys.earlier().empty()) return;
  std::map<std::string, store::Emptying> by_pack;
  for (const store::Emptying& emptying : store::all_emptyings(box)) by_pack.emplace(emptying.pack, emptying);
  for (const store::SealedCounts& sealed : store::all_month_counts(box)) {
    const auto counts = open_counts(keys, sealed);
    if (!counts || keys.holder_of(sealed.parts.front()) == &keys) continue;
    store::keep_month_counts(box, by_pack.at(sealed.pack), seal_counts(keys, *counts, sealed.pack));
  }
}

History read_history(const seal::SecretKeys& keys, const std::vector<store::SealedCounts>& all) {
  History history;
  for (const store::SealedCounts& sealed : all) {
    const auto counts = open_counts(keys, sealed);
    if (counts) {
      const auto [month, is_new] = history.months.try_emplace(counts->month, *counts);
      if (!is_new) trends::merge(month->second, *counts);
      continue;
    }
    history.left_out.insert(sealed.month);
    history.warnings.push_back(
        sealed.parts.empty()
            ? fmt::format(
                  "no counts are kept for {}: it was emptied before counts were kept, they were removed, "
                  "or a backup did not have them; {} is left out of the trends",
                  sealed.pack, sealed.month.name())
            : fmt::format(
                  "the counts kept for {} were not signed with this box's key, or were changed since; "
                  "{} is left out of the trends",
                  sealed.pack, sealed.month.name()));
  }
  for (const Month month : history.left_out) history.months.erase(month);
  return history;
}

}  // namespace postbox::emptying
