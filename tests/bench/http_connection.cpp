#include "http_connection.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>

namespace postbox::bench {
namespace {

constexpr std::string_view end_of_head = "\r\n\r\n";

[[noreturn]] void fail(const char* doing) { throw std::system_error(errno, std::generic_category(), doing); }

int connect_to(std::uint16_t port) {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (descriptor < 0) fail("socket");
  const int on = 1;
  ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 &&
      errno != EINPROGRESS) {
    fail("connect");
  }
  return descriptor;
}

bool would_wait() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR || errno == ENOTCONN; }

// The value of a header, in small letters; "" where there is none. `name` in small letters, with its colon.
std::string header(std::string head, std::string_view name) {
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const auto found = head.find("\r\n" + std::string(name));
  if (found == std::string::npos) return {};
  const auto begin = head.find_first_not_of(' ', found + 2 + name.size());
  return head.substr(begin, head.find("\r\n", begin) - begin);
}

}  // namespace

void HttpConnection::send(const std::string& request) {
  if (descriptor_ < 0) descriptor_ = connect_to(port_);
  out_ = request;
  sent_ = 0;
  in_.clear();
  advance();
}

std::optional<int> HttpConnection::advance() {
  if (wants_to_write()) {
    const auto count = ::send(descriptor_, out_.data() + sent_, out_.size() - sent_, MSG_NOSIGNAL);
    if (count < 0 && !would_wait()) return 0;
    if (count > 0) sent_ += static_cast<std::size_t>(count);
  }
  std::array<char, 16384> block{};
  const auto count = ::recv(descriptor_, block.data(), block.size(), 0);
  if (count == 0 || (count < 0 && !would_wait())) return 0;
  if (count > 0) in_.append(block.data(), static_cast<std::size_t>(count));
  return status_of_whole_answer();
}

std::optional<int> HttpConnection::status_of_whole_answer() {
  const auto end = in_.find(end_of_head);
  if (end == std::string::npos) return std::nullopt;
  const std::string head = in_.substr(0, end + 2);
  const std::size_t length = std::strtoul(header(head, "content-length:").c_str(), nullptr, 10);
  if (in_.size() < end + end_of_head.size() + length) return std::nullopt;
  if (header(head, "connection:") == "close") close();
  constexpr std::size_t status_at = 9;                  // behind "HTTP/1.1 "
  return std::atoi(head.substr(status_at, 3).c_str());  // NOLINT(cert-err34-c): 0 is what it would be told
}

void HttpConnection::close() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

}  // namespace postbox::bench
