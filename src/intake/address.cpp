#include "intake/address.hpp"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <charconv>
#include <cstring>
#include <memory>
#include <system_error>

#include "base/error.hpp"
#include "intake/token.hpp"

namespace postbox::intake {
namespace {

// Bursts of new connections wait here while the loop works; the kernel caps it at net.core.somaxconn.
// Room for two pages; Linux takes it twice for its own bookkeeping.
constexpr int kernel_buffer_bytes = 64 * 1024;
constexpr int backlog = 1024;

using Resolved = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

Resolved resolve(const Address& address) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int failure =
      ::getaddrinfo(address.host.c_str(), std::to_string(address.port).c_str(), &hints, &found);
  if (failure != 0) {
    throw Error(Fault::usage, "cannot listen on " + text_of(address) + ": " + ::gai_strerror(failure),
                "give an address of this machine, for example --listen 127.0.0.1:8080");
  }
  return {found, &::freeaddrinfo};
}

bool is_loopback(const addrinfo& found) {
  constexpr unsigned loopback_net = 127;
  if (found.ai_family == AF_INET) {
    sockaddr_in number{};
    std::memcpy(&number, found.ai_addr, sizeof number);
    return ntohl(number.sin_addr.s_addr) >> 24U == loopback_net;
  }
  sockaddr_in6 number{};
  std::memcpy(&number, found.ai_addr, sizeof number);
  return std::memcmp(&number.sin6_addr, &in6addr_loopback, sizeof in6addr_loopback) == 0;
}

[[noreturn]] void fail(const Address& address, int error) {
  throw Error(Fault::cannot_create,
              "cannot listen on " + text_of(address) + ": " + std::generic_category().message(error),
              "is another server running there? --listen 127.0.0.1:0 picks a free port");
}

std::uint16_t port_of(int socket) {
  sockaddr_storage bound{};
  socklen_t size = sizeof bound;
  if (::getsockname(socket, reinterpret_cast<sockaddr*>(&bound), &size) != 0) return 0;
  if (bound.ss_family == AF_INET) {
    sockaddr_in number{};
    std::memcpy(&number, &bound, sizeof number);
    return ntohs(number.sin_port);
  }
  sockaddr_in6 number{};
  std::memcpy(&number, &bound, sizeof number);
  return ntohs(number.sin6_port);
}

}  // namespace

std::optional<Address> parse_address(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::string_view host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    return std::nullopt;  // an IPv6 address without brackets: nobody can say where its port begins
  }
  Address address{std::string(host), 0};
  const std::string_view port = text.substr(colon + 1);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  if (host.empty() || port.empty() || error != std::errc{} || end != port.data() + port.size()) {
    return std::nullopt;
  }
  return address;
}

std::string text_of(const Address& address) {
  const bool v6 = address.host.find(':') != std::string::npos;
  return (v6 ? "[" + address.host + "]" : address.host) + ":" + std::to_string(address.port);
}

bool is_loopback(const Address& address) {
  const Resolved all = resolve(address);
  for (const addrinfo* one = all.get(); one != nullptr; one = one->ai_next) {
    if (!is_loopback(*one)) return false;
  }
  return true;
}

Listener listen_on(const Address& address) {
  const Resolved found = resolve(address);
  Descriptor socket(::socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!socket) fail(address, errno);
  const int on = 1;
  ::setsockopt(socket.number(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  // Every connection inherits these: else the system would hold megabytes for each reader who does not read
  // and each sender who is not listened to.
  ::setsockopt(socket.number(), SOL_SOCKET, SO_SNDBUF, &kernel_buffer_bytes, sizeof kernel_buffer_bytes);
  ::setsockopt(socket.number(), SOL_SOCKET, SO_RCVBUF, &kernel_buffer_bytes, sizeof kernel_buffer_bytes);
  if (::bind(socket.number(), found->ai_addr, found->ai_addrlen) != 0) fail(address, errno);
  if (::listen(socket.number(), backlog) != 0) fail(address, errno);
  Address bound = address;
  bound.port = port_of(socket.number());
  return {std::move(socket), std::move(bound)};
}

}  // namespace postbox::intake
