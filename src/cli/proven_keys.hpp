// Keys are proven before anybody relies on them.
#pragma once

#include <string>

#include "seal/opener/secret_keys.hpp"

namespace postbox::cli {

// What the public key seals, the secret key read back from its file opens. Both are texts of key files.
// Throws Error(Fault::key) where that does not hold.
void prove_key_pair(const std::string& key_file, const std::string& public_file,
                    const seal::Passphrase& passphrase);

}  // namespace postbox::cli
