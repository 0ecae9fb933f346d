// The commands, a file each. Each gives the exit code and throws Error for what it cannot do.
#pragma once

#include "cli/arguments.hpp"
#include "cli/world.hpp"

namespace postbox::cli {

int run_command(const Help& help, const Arguments& arguments, World& world);
int run_command(const Init& init, const Arguments& arguments, World& world);
int run_command(const Import& import, const Arguments& arguments, World& world);
int run_command(const Empty& empty, const Arguments& arguments, World& world);
int run_command(const Urgent& urgent, const Arguments& arguments, World& world);
int run_command(const Trends& trends, const Arguments& arguments, World& world);
int run_command(const Resort& resort, const Arguments& arguments, World& world);
int run_command(const Purge& purge, const Arguments& arguments, World& world);
int run_command(const Backup& backup, const Arguments& arguments, World& world);
int run_command(const Restore& restore, const Arguments& arguments, World& world);
int run_command(const KeyShow& show, const Arguments& arguments, World& world);
int run_command(const KeyPassphrase& change, const Arguments& arguments, World& world);
int run_command(const KeyRotate& rotate, const Arguments& arguments, World& world);
int run_command(const Check& check, const Arguments& arguments, World& world);
int run_command(const Classify& classify, const Arguments& arguments, World& world);

}  // namespace postbox::cli
