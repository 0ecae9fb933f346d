// The settings of one box: DIR/postbox.toml, or the shipped config/postbox.toml where a box has none.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "config/house.hpp"

namespace postbox::config {

struct Settings {
  std::string keys_folder = "keys";  // relative to the box's folder, or absolute
  unsigned retention_days = 90;      // sealed rows stay so long after their emptying was exported
  // The words of a decided item stay so long in the safeguarding lane.
  unsigned safeguarding_retention_days = 365;
  std::vector<std::string> alert_command;  // told of unopened items there; empty: a file, alerts/safeguarding
  bool require_separation = false;         // postbox-server refuses to start when it can read keys or exports
  std::uint64_t disk_free_bytes_min = 0;   // below it the server takes no more posts (503)
  std::int64_t shown_min = 5;              // the smallest count above 0 that the board may see
  bool hold_for_a_look = true;             // what could show who is meant waits in unsorted/ for the keeper
  bool show_other_services = false;        // recipients also read the sentences about another service
  bool staff_first_names_in_praise = false;  // else a name of staff is a tag like any other
  std::vector<std::string> added_columns;    // question ids whose answers stand in every pack; `check` warns
};

Settings read_settings(const FileSystem& files, const House& house);

// Where the secret keys of this box lie.
Path keys_folder(const House& house, const Settings& settings);

}  // namespace postbox::config
