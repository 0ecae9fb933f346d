#include "intake/on_hangup.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>

#include <array>
#include <utility>

#include "base/error.hpp"

namespace postbox::intake {

OnHangup::OnHangup(Descriptor hangups, std::function<void()> act)
    : hangups_(std::move(hangups)), stop_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)), act_(std::move(act)) {
  if (!stop_) throw Error(Fault::storage, "the operating system refuses an event", "");
  waiter_ = std::thread([this] { wait_until_stopped(); });
}

OnHangup::~OnHangup() {
  ::eventfd_write(stop_.number(), 1);
  waiter_.join();
}

void OnHangup::wait_until_stopped() {
  std::array<pollfd, 2> watched = {pollfd{hangups_.number(), POLLIN, 0}, pollfd{stop_.number(), POLLIN, 0}};
  for (;;) {
    if (::poll(watched.data(), watched.size(), -1) < 0) continue;
    if (watched[1].revents != 0) return;
    signalfd_siginfo came{};
    if (::read(hangups_.number(), &came, sizeof came) == sizeof came) act_();
  }
}

}  // namespace postbox::intake
