#include "emptying/history.hpp"

#include <fmt/core.h>

#include "seal/digest.hpp"
#include "seal/sealer.hpp"
#include "trends/encoding.hpp"

namespace postbox::emptying {

std::vector<std::string> seal_counts(const seal::SecretKeys& keys, const trends::MonthCounts& counts,
                                     std::string_view pack) {
  const std::string bytes = trends::encode(counts, pack);
  const std::string whole = keys.sign(bytes) + "\n" + bytes;
  std::vector<std::string> parts;
  for (std::size_t from = 0; from < whole.size(); from += seal::plaintext_bytes_max) {
    parts.push_back(seal::seal(keys.public_key(), whole.substr(from, seal::plaintext_bytes_max)));
  }
  return parts;
}

std::optional<trends::MonthCounts> open_counts(const seal::SecretKeys& keys,
                                               const store::SealedCounts& sealed) {
  std::string whole;
  for (const std::string& part : sealed.parts) {
    const auto plaintext = keys.open(part);
    if (!plaintext) return std::nullopt;
    whole += *plaintext;
  }
  const auto end_of_signature = whole.find('\n');
  if (end_of_signature == std::string::npos) return std::nullopt;
  const std::string_view bytes = std::string_view(whole).substr(end_of_signature + 1);
  if (!seal::verifies(keys.public_key(), bytes, whole.substr(0, end_of_signature))) return std::nullopt;
  return trends::decode(bytes, sealed.pack, sealed.month);
}

History read_history(store::Connection& box, const seal::SecretKeys& keys, const store::Emptying& emptying) {
  History history;
  for (const store::SealedCounts& sealed : store::month_counts_before(box, emptying)) {
    const auto counts = open_counts(keys, sealed);
    if (counts) {
      const auto [month, is_new] = history.months.try_emplace(counts->month, *counts);
      if (!is_new) trends::merge(month->second, *counts);
      continue;
    }
    history.left_out.insert(sealed.month);
    history.warnings.push_back(
        sealed.parts.empty()
            ? fmt::format("no counts are kept for {}: it was emptied before counts were kept, or they were "
                          "removed; {} is left out of the trends",
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
