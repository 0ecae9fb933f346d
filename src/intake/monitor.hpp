// Serves GET /metrics to a monitor on this machine, on a thread and a port of its own.
#pragma once

#include <functional>
#include <thread>

#include "intake/metrics.hpp"
#include "intake/server.hpp"

namespace postbox::intake {

class Monitor {
 public:
  // `figures` is called on the monitor's thread. Throws Error(Fault::usage) where others could reach the
  // address.
  Monitor(const Address& address, std::function<Figures()> figures);
  ~Monitor();
  Monitor(const Monitor&) = delete;
  Monitor& operator=(const Monitor&) = delete;

  const Address& address() const { return server_.address(); }

 private:
  Server server_;
  Descriptor stop_;
  std::thread thread_;
};

}  // namespace postbox::intake
