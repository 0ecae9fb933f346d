// The words of the call: postbox-server [--dir DIR] [--listen HOST:PORT] [--metrics HOST:PORT] [--insecure]
// [--check], or --help, or --version.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/file_system.hpp"
#include "intake/address.hpp"

namespace postbox::intake {

struct Arguments {
  Path box_folder = ".";
  Address listen{"127.0.0.1", 8080};
  std::optional<Address> metrics{};  // nothing: no metrics
  bool insecure = false;             // plain HTTP where others can hear it
  bool check = false;                // look at settings, keys and box, then stop
  bool help = false;
  bool version = false;
};

// `words` without the program's name; "--dir=DIR" is taken too. Throws Error(Fault::usage).
Arguments parse_arguments(std::span<const std::string> words);

std::string usage();

}  // namespace postbox::intake
