// What the box keeps for itself in its database: `signature LF bytes`, signed by the box's key and sealed to
// it, so that whoever has the database can neither read it nor put something else in its place.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "seal/opener/secret_keys.hpp"

namespace postbox::emptying {

// Sealed records, in their order; several where the text is longer than the largest record.
std::vector<std::string> seal_signed(const seal::SecretKeys& keys, std::string_view bytes);

// The bytes that were signed. Nothing when a part does not open, is missing or in another place, or the
// signature is not this box's. Of an earlier key too, where `keys` holds it.
std::optional<std::string> open_signed(const seal::SecretKeys& keys, std::span<const std::string> parts);

}  // namespace postbox::emptying
