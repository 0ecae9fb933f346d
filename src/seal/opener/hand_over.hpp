// The secret side of a handover (seal/handover.hpp).
#pragma once

#include <string>

#include "seal/handover.hpp"
#include "seal/opener/secret_keys.hpp"

namespace postbox::seal {

// As it stands in the file, signed by both keys. `of` and `on` as in Handover.
std::string write_handover(const SecretKeys& from, const SecretKeys& to, const std::string& of,
                           const std::string& on);

}  // namespace postbox::seal
