// The command line of `postbox` as plain values.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/file_system.hpp"
#include "base/month.hpp"

namespace postbox::cli {

struct Init {
  std::optional<Path> keys_folder;
  std::optional<Path> passphrase_file;
  std::optional<Path> safeguarding_passphrase_file;
};

struct Import {
  std::string file;  // "-": standard input
  Month month;
};

struct Empty {
  std::optional<Month> month;
  bool up_to_now = false;
  bool dry_run = false;
  std::optional<Path> key;
  std::optional<Path> passphrase_file;
  std::optional<Path> out;
};

struct Urgent {  // at most one of show, done, release; none: the list
  std::optional<std::string> show;
  std::optional<std::string> done;
  std::optional<std::string> release;
  std::optional<std::string> as;  // who stands in the log
  std::optional<Path> key;
  std::optional<Path> passphrase_file;
};

struct Resort {
  Path file;
  bool dry_run = false;
  std::optional<Path> labels;  // where the redacted texts go as labelled lines
  std::optional<Path> key;
  std::optional<Path> passphrase_file;
};

struct Trends {
  std::optional<Path> key;
  std::optional<Path> passphrase_file;
  std::optional<Path> out;
};

struct Purge {
  bool dry_run = false;
};

struct Backup {
  Path file;
  bool replace = false;  // an older file of this name
};

struct Restore {
  Path file;
  bool replace = false;  // a box that holds what the backup does not
};

struct KeyShow {};

struct KeyPassphrase {
  bool safeguarding = false;
  std::optional<Path> key;
  std::optional<Path> passphrase_file;
  std::optional<Path> new_passphrase_file;
};

struct KeyRotate {
  bool safeguarding = false;
  bool dry_run = false;
  std::optional<Path> key;
  std::optional<Path> passphrase_file;
};

struct Check {
  std::optional<Path> manifest;
};

struct Classify {
  bool explain = false;
};

struct Help {
  std::string text;
};

using Command = std::variant<Help, Init, Import, Empty, Urgent, Trends, Resort, Purge, Backup, Restore,
                             KeyShow, KeyPassphrase, KeyRotate, Check, Classify>;

struct Arguments {
  Path dir = ".";
  bool json = false;
  Command command;
};

// `words` are those after the program's name. Throws Error(Fault::usage).
Arguments parse_arguments(const std::vector<std::string>& words);

}  // namespace postbox::cli
