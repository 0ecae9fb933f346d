#include "intake/process.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>

#include <algorithm>
#include <csignal>
#include <initializer_list>

#include "base/error.hpp"

namespace postbox::intake {
namespace {

Descriptor readable_at(std::initializer_list<int> numbers) {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int number : numbers) ::sigaddset(&signals, number);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  Descriptor readable(::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
  if (!readable) throw Error(Fault::storage, "the operating system refuses signals", "");
  return readable;
}

}  // namespace

void harden_process(std::size_t descriptors) {
  const rlimit no_core{0, 0};
  if (::prctl(PR_SET_DUMPABLE, 0) != 0 || ::setrlimit(RLIMIT_CORE, &no_core) != 0) {
    throw Error(Fault::storage, "the operating system does not let memory dumps be switched off",
                "run on Linux, without a seccomp filter that forbids prctl");
  }
  if (std::signal(SIGPIPE, SIG_IGN) == SIG_ERR) {
    throw Error(Fault::storage, "SIGPIPE cannot be ignored", "run on Linux");
  }
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= descriptors) return;
  files.rlim_cur = std::min<rlim_t>(files.rlim_max, descriptors);
  ::setrlimit(RLIMIT_NOFILE, &files);  // where it fails, the server takes fewer connections
}

Descriptor stop_signals() { return readable_at({SIGTERM, SIGINT}); }

Descriptor hangup_signals() { return readable_at({SIGHUP}); }

}  // namespace postbox::intake
