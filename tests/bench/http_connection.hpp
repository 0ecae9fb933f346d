// One connection of the loader to 127.0.0.1: a request out, the status of its answer in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace postbox::bench {

class HttpConnection {
 public:
  explicit HttpConnection(std::uint16_t port) : port_(port) {}
  ~HttpConnection() { close(); }
  HttpConnection(const HttpConnection&) = delete;
  HttpConnection& operator=(const HttpConnection&) = delete;

  // Connects where it is not connected, and begins to send. Throws std::system_error where that fails.
  void send(const std::string& request);

  // To be called when the socket is ready: goes on with sending and reading. The status once the answer is
  // whole, 0 where the other side closed instead.
  std::optional<int> advance();

  void close();
  int descriptor() const { return descriptor_; }  // -1: not connected
  bool wants_to_write() const { return sent_ < out_.size(); }

 private:
  std::optional<int> status_of_whole_answer();

  std::uint16_t port_;
  int descriptor_ = -1;
  std::string out_;
  std::size_t sent_ = 0;
  std::string in_;
};

}  // namespace postbox::bench
