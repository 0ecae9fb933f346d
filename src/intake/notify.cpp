#include "intake/notify.hpp"

#include <sys/socket.h>
#include <sys/un.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>

#include "intake/descriptor.hpp"

namespace postbox::intake {

void notify_manager(std::string_view state) {
  const char* const named =
      std::getenv("NOTIFY_SOCKET");  // NOLINT(concurrency-mt-unsafe): nobody sets it here
  if (named == nullptr) return;
  const std::string_view path = named;
  sockaddr_un there{};
  if (path.empty() || path.size() >= sizeof there.sun_path) return;
  there.sun_family = AF_UNIX;
  std::memcpy(there.sun_path, path.data(), path.size());
  if (path.front() == '@') there.sun_path[0] = '\0';  // an abstract name
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
  const Descriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  ::sendto(socket.number(), state.data(), state.size(), MSG_NOSIGNAL, reinterpret_cast<sockaddr*>(&there),
           size);
}

}  // namespace postbox::intake
