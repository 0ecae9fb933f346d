// Bytes of one connection, in whatever pieces they come, as whole requests, one after the other.
//
// No sockets here: bytes in, requests or a refusal out. After a refusal nothing more is read from the
// connection, for nobody knows where the next request would begin.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "intake/request.hpp"

namespace postbox::intake {

class RequestReader {
 public:
  enum class State {
    empty,    // not a byte of the next request
    partly,   // some
    whole,    // take() it
    refused,  // refusal() says why
  };

  // `limits` is borrowed.
  explicit RequestReader(const Limits& limits) : limits_(&limits), scanner_(limits) {}

  State add(std::string_view bytes);
  State state() const { return state_; }
  Refusal refusal() const { return refusal_; }

  // Of a request that was refused or is not whole.
  RequestHead known() const { return head_ ? *head_ : known_of(bytes_, *limits_); }

  // Only of a whole one. What came after it is kept and looked at: state() is then that of the next.
  Request take();

  // True once for each request whose sender waits for "100 Continue" before it sends the body.
  bool owes_continue();

  // What it holds in memory, in bytes.
  std::size_t bytes_held() const { return bytes_.capacity(); }

 private:
  State look();
  State refuse(Refusal refusal);
  bool read_head();
  void pass_over_empty_line();

  const Limits* limits_;
  HeadScanner scanner_;
  std::string bytes_;
  bool passed_over_empty_line_ = false;
  std::optional<RequestHead> head_;
  std::size_t head_bytes_ = 0;
  State state_ = State::empty;
  Refusal refusal_ = Refusal::malformed;
  bool owes_continue_ = false;
};

}  // namespace postbox::intake
