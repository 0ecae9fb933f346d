// The world as the keeper's commands see it, passed in, so that tests can play every part of it.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "base/file_system.hpp"
#include "base/random.hpp"

namespace postbox::cli {

struct World {
  FileSystem& files;
  const Clock& clock;
  Random& random;
  std::istream& in;
  std::ostream& out;  // results
  std::ostream& err;  // everything else
  Path shipped;       // holds config/ and schema/
  bool err_is_terminal = false;
  std::optional<Path> credentials;  // $CREDENTIALS_DIRECTORY
  // Asks at the terminal without echo; nothing where there is no terminal.
  std::function<std::optional<std::string>(const std::string& prompt)> ask;
  unsigned workers = 1;
  std::string user = "unknown";  // login name of whoever runs the command
};

}  // namespace postbox::cli
