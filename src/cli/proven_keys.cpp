#include "cli/proven_keys.hpp"

#include "base/error.hpp"
#include "seal/sealer.hpp"

namespace postbox::cli {

void prove_key_pair(const std::string& key_file, const std::string& public_file,
                    const seal::Passphrase& passphrase) {
  const auto read = seal::read_public_key(public_file);
  const auto keys = seal::read_key_file(key_file, passphrase);
  const std::string probe = "a first letter to this box";
  if (!read || !keys || keys->public_key() != *read || keys->open(seal::seal(*read, probe)) != probe) {
    throw Error(Fault::key, "the new keys do not open what they seal; the box stays as it was",
                "this is a mistake of the program or of the machine's memory");
  }
}

}  // namespace postbox::cli
