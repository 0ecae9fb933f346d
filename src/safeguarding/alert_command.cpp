#include "safeguarding/alert_command.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <thread>

namespace postbox::safeguarding {
namespace {

constexpr std::chrono::milliseconds look_every{20};

class Spawn {  // how the command is started
 public:
  explicit Spawn(int input) {
    posix_spawn_file_actions_init(&files_);
    posix_spawn_file_actions_adddup2(&files_, input, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&files_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&files_, STDERR_FILENO + 1);
    posix_spawnattr_init(&attributes_);
    // A group of its own, to be ended as a whole; and signals as any program expects them, for the server
    // blocks some and ignores another.
    sigset_t none;
    sigset_t pipe;
    ::sigemptyset(&none);
    ::sigemptyset(&pipe);
    ::sigaddset(&pipe, SIGPIPE);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &pipe);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  ~Spawn() {
    posix_spawn_file_actions_destroy(&files_);
    posix_spawnattr_destroy(&attributes_);
  }
  Spawn(const Spawn&) = delete;
  Spawn& operator=(const Spawn&) = delete;

  bool start(pid_t& child, char* const* words, char* const* environment) const {
    return ::posix_spawnp(&child, words[0], &files_, &attributes_, words, environment) == 0;
  }

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t attributes_{};
};

// As posix_spawn wants them: borrowed from `texts`, ended by a null pointer.
std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> small_environment() {
  std::vector<std::string> kept;
  for (const char* name : {"PATH", "HOME", "LANG"}) {
    const char* value =
        std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody here changes the environment
    if (value != nullptr) kept.push_back(std::string(name) + '=' + value);
  }
  return kept;
}

// A pipe that holds `input`, which is far shorter than what a pipe takes without a reader. -1 where there is
// none.
int pipe_with(std::string_view input) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return -1;
  const ssize_t written = ::write(ends[1], input.data(), input.size());
  ::close(ends[1]);
  if (written == static_cast<ssize_t>(input.size())) return ends[0];
  ::close(ends[0]);
  return -1;
}

bool ends_well(pid_t child, std::chrono::milliseconds time_max, const std::function<bool()>& stopping) {
  const auto deadline = std::chrono::steady_clock::now() + time_max;
  int status = 0;
  for (;;) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (ended < 0 && errno != EINTR) return false;
    if (stopping() || std::chrono::steady_clock::now() >= deadline) break;
    std::this_thread::sleep_for(look_every);
  }
  ::kill(-child, SIGKILL);
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return false;
}

}  // namespace

bool run_alert_command(const std::vector<std::string>& words, std::string_view input,
                       std::chrono::milliseconds time_max, const std::function<bool()>& stopping) {
  if (words.empty()) return false;
  const int from = pipe_with(input);
  if (from < 0) return false;
  std::vector<std::string> own_words = words;
  std::vector<std::string> environment = small_environment();
  pid_t child = 0;
  const bool started =
      Spawn(from).start(child, pointers_to(own_words).data(), pointers_to(environment).data());
  ::close(from);
  return started && ends_well(child, time_max, stopping);
}

}  // namespace postbox::safeguarding
