// Does something at each SIGHUP, on a thread of its own, until it goes.
#pragma once

#include <functional>
#include <thread>

#include "intake/descriptor.hpp"

namespace postbox::intake {

class OnHangup {
 public:
  // `hangups` becomes readable at SIGHUP (process.hpp). `act` must not throw.
  OnHangup(Descriptor hangups, std::function<void()> act);
  ~OnHangup();
  OnHangup(const OnHangup&) = delete;
  OnHangup& operator=(const OnHangup&) = delete;

 private:
  void wait_until_stopped();

  Descriptor hangups_;
  Descriptor stop_;
  std::function<void()> act_;
  std::thread waiter_;
};

}  // namespace postbox::intake
