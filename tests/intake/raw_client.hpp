// A client that sends exactly the bytes it is told to, right or wrong, over a real socket.
//
// Every wait ends: after `patience` a read gives up with what it has.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

#include "intake/descriptor.hpp"

namespace postbox::test {

// One answer as it came.
struct RawAnswer {
  int status = 0;  // 0: the connection was closed, or nothing came
  std::string head;
  std::string body;

  bool has(std::string_view header_line) const {
    return head.find("\r\n" + std::string(header_line) + "\r\n") != std::string::npos;
  }
};

class RawClient {
 public:
  static constexpr int patience_seconds = 20;

  explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval patience{patience_seconds, 0};
    ::setsockopt(socket_.number(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_.number(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_port = htons(port);
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_.number(), reinterpret_cast<sockaddr*>(&there), sizeof there) != 0) {
      throw std::runtime_error("nobody listens there");
    }
  }

  // False when the other side has gone.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = ::send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  void end_sending() { ::shutdown(socket_.number(), SHUT_WR); }

  void close() { socket_.close(); }

  // The next answer; `of_head`: to HEAD, which has no body whatever its length says.
  RawAnswer read(bool of_head = false) {
    RawAnswer answer;
    while (waiting_.find("\r\n\r\n") == std::string::npos) {
      if (!read_more()) return answer;
    }
    const std::size_t head_bytes = waiting_.find("\r\n\r\n") + 4;
    answer.head = waiting_.substr(0, head_bytes);
    answer.status = std::atoi(answer.head.substr(9, 3).c_str());  // NOLINT(cert-err34-c): 0 is no status
    const std::size_t length = of_head ? 0 : length_in(answer.head);
    while (waiting_.size() < head_bytes + length && read_more()) {
    }
    answer.body = waiting_.substr(head_bytes, length);
    waiting_.erase(0, head_bytes + length);
    return answer;
  }

  RawAnswer ask(std::string_view bytes) {
    send(bytes);
    return read();
  }

  // True when the other side closed and nothing more came before.
  bool is_closed() { return waiting_.empty() && !read_more() && closed_; }

  int socket() const { return socket_.number(); }

 private:
  bool read_more() {
    char room[16384];
    const ssize_t count = ::recv(socket_.number(), room, sizeof room, 0);
    if (count == 0 || (count < 0 && errno == ECONNRESET)) closed_ = true;
    if (count <= 0) return false;
    waiting_.append(room, static_cast<std::size_t>(count));
    return true;
  }

  static std::size_t length_in(const std::string& head) {
    const std::string name = "\r\nContent-Length: ";
    const std::size_t at = head.find(name);
    return at == std::string::npos ? 0 : std::strtoul(head.c_str() + at + name.size(), nullptr, 10);
  }

  intake::Descriptor socket_;
  std::string waiting_;
  bool closed_ = false;
};

inline std::string get(std::string_view path) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

inline std::string post(std::string_view path, std::string_view content_type, std::string_view body,
                        std::string_view more_headers = {}) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + std::string(content_type) +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string(more_headers) + "\r\n" +
         std::string(body);
}

}  // namespace postbox::test
