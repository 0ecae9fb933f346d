#include "cli/run.hpp"

#include <exception>
#include <ostream>

#include "base/exit_code.hpp"
#include "cli/commands.hpp"
#include "cli/terminal_text.hpp"
#include "seal/sealer.hpp"

namespace postbox::cli {
namespace {

constexpr int software_fault = 70;  // EX_SOFTWARE: the program itself is wrong

int run_parsed(const Arguments& arguments, World& world) {
  seal::start();
  const int code = std::visit([&](const auto& command) { return run_command(command, arguments, world); },
                              arguments.command);
  if (world.in.bad()) throw Error(Fault::storage, "standard input could not be read to its end");
  world.out.flush();
  if (!world.out) throw Error(Fault::storage, "the results could not be written to standard output");
  return code;
}

}  // namespace

int run(const std::vector<std::string>& words, World& world) {
  try {
    return run_parsed(parse_arguments(words), world);
  } catch (const Error& error) {
    world.err << "postbox: " << for_terminal(error.what()) << '\n';
    if (!error.hint().empty()) world.err << "  try: " << for_terminal(error.hint()) << '\n';
    return exit_code_of(error.fault());
  } catch (const std::exception&) {
    // Its text may quote what was read: it is not shown.
    world.err << "postbox: an error that should not happen; nothing more was done\n";
    return software_fault;
  }
}

int run_command(const Help& help, const Arguments& /*arguments*/, World& world) {
  world.out << help.text;
  return 0;
}

}  // namespace postbox::cli
