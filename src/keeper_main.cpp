// postbox: the keeper's tool. Everything it does stands in cli/; here is only the real world.
#include <fmt/format.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "base/error.hpp"
#include "base/exit_code.hpp"
#include "cli/run.hpp"
#include "config/house.hpp"

namespace {

using namespace postbox;

// What is opened here must not be found in a core file, nor read by another process of this user.
void leave_no_core() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

// The interrupt key (Ctrl-C) ends the line instead of the program, which would leave the terminal silent.
class EchoOff {
 public:
  explicit EchoOff(int terminal) : terminal_(terminal) {
    tcgetattr(terminal_, &before_);
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
    silent.c_cc[VEOL] = before_.c_cc[VINTR];
    tcsetattr(terminal_, TCSAFLUSH, &silent);
  }
  bool is_interrupt(int c) const { return c == before_.c_cc[VINTR]; }
  ~EchoOff() { tcsetattr(terminal_, TCSAFLUSH, &before_); }
  EchoOff(const EchoOff&) = delete;
  EchoOff& operator=(const EchoOff&) = delete;

 private:
  int terminal_;
  termios before_{};
};

// At the terminal itself, so that standard input may be a file.
std::optional<std::string> ask_at_terminal(const std::string& prompt) {
  const std::unique_ptr<FILE, int (*)(FILE*)> terminal(std::fopen("/dev/tty", "r+"), &std::fclose);
  if (!terminal) return std::nullopt;
  bool interrupted = false;
  std::string answer;
  {
    const EchoOff silent(fileno(terminal.get()));
    if (std::fputs(prompt.c_str(), terminal.get()) < 0 || std::fflush(terminal.get()) != 0) {
      return std::nullopt;
    }
    for (int c = std::fgetc(terminal.get()); c != EOF && c != '\n'; c = std::fgetc(terminal.get())) {
      interrupted = silent.is_interrupt(c);
      if (interrupted) break;
      answer += static_cast<char>(c);
    }
  }
  if (interrupted) {
    (void)std::raise(SIGINT);
    return std::nullopt;  // where the signal is ignored; half a passphrase is none
  }
  if (std::fputs("\n", terminal.get()) < 0) return std::nullopt;
  return answer;
}

std::string login_name() {
  const passwd* entry = getpwuid(getuid());  // NOLINT(concurrency-mt-unsafe): before any thread
  return entry == nullptr || entry->pw_name == nullptr ? fmt::format("user {}", getuid()) : entry->pw_name;
}

std::optional<Path> credentials_folder() {
  const char* folder =
      std::getenv("CREDENTIALS_DIRECTORY");  // NOLINT(concurrency-mt-unsafe): before any thread
  if (folder == nullptr || *folder == '\0') return std::nullopt;
  return Path(folder);
}

}  // namespace

int main(int argc, char** argv) {
  leave_no_core();
  std::ios::sync_with_stdio(false);
  PosixFileSystem files;
  const SystemClock clock;
  SystemRandom random;
  try {
    cli::World world{.files = files,
                     .clock = clock,
                     .random = random,
                     .in = std::cin,
                     .out = std::cout,
                     .err = std::cerr,
                     .shipped = config::find_shipped(files),
                     .err_is_terminal = isatty(STDERR_FILENO) == 1,
                     .credentials = credentials_folder(),
                     .ask = ask_at_terminal,
                     .workers = std::max(1U, std::thread::hardware_concurrency()),
                     .user = login_name()};
    return cli::run({argv + 1, argv + argc}, world);
  } catch (const Error& error) {
    std::cerr << "postbox: " << error.what() << "\n  try: " << error.hint() << '\n';
    return exit_code_of(error.fault());
  }
}
