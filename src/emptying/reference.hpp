// The reference of a row in a pack.
#pragma once

#include <string>
#include <string_view>

#include "feedback/submission.hpp"
#include "seal/opener/secret_keys.hpp"

namespace postbox::emptying {

// 12 characters of base32: 60 bits that only the holder of the secret key can make, from the submission's own
// random id and the pack's name. Nobody else can find the sealed row or the receipt from it, and a month
// emptied again gives new ones.
std::string reference_of(const seal::SecretKeys& keys, const Submission& submission, std::string_view pack);

}  // namespace postbox::emptying
