// Where a passphrase comes from: a file that was named, else the service manager's credentials, else the
// terminal. Never an argument or a variable, for both can be seen by others on the machine.
#pragma once

#include <optional>
#include <string>

#include "cli/world.hpp"
#include "seal/opener/secret_keys.hpp"

namespace postbox::cli {

// Which passphrase is wanted.
struct Wanted {
  const char* credential;  // file name under $CREDENTIALS_DIRECTORY
  const char* whose;
};

inline constexpr Wanted box_passphrase{"box-passphrase", "the box's key"};
inline constexpr Wanted safeguarding_passphrase{"safeguarding-passphrase", "the safeguarding key"};

// An existing passphrase. One line end at the end of a file is not part of it.
// Throws Error(Fault::key) where there is none, Error(Fault::missing_input) where the named file is not
// there.
seal::Passphrase read_passphrase(const World& world, const std::optional<Path>& file, const Wanted& wanted);

// A new one: asked for twice at the terminal. Nothing where none was given anywhere.
std::optional<seal::Passphrase> read_new_passphrase(const World& world, const std::optional<Path>& file,
                                                    const Wanted& wanted);

}  // namespace postbox::cli
