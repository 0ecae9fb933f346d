// One connection of a stranger: what was read, what is still to be written, and until when.
//
// It never waits; the loop moves it on. It calls nobody but who words its refusals. A slow sender or reader
// costs its buffer.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "intake/descriptor.hpp"
#include "intake/request_reader.hpp"

namespace postbox::intake {

using Instant = std::chrono::steady_clock::time_point;

// The answers that need no whole request. They must not wait.
struct Refusals {
  // To one that was never whole; of its head what is known_of() it.
  std::function<Response(Refusal refusal, const RequestHead& known)> never_whole;
  // To a head whose sender asks before it sends the body; nothing where the body shall come.
  std::function<std::optional<Response>(const RequestHead& head)> before_body;
};

class Connection {
 public:
  enum class Phase {
    reading,   // for the next request
    handling,  // somebody else has the request; the socket is not looked at
    writing,   // the answer
    draining,  // all is said; what still comes is thrown away until the other side closes
    closed,    // to be forgotten
  };

  // `limits` and `refusals` are borrowed.
  Connection(Descriptor socket, const Limits& limits, const Refusals& refusals, Instant now);

  // The socket is ready for what the phase waits for. `room`: for the bytes of one read.
  void on_readable(std::span<char> room, Instant now);
  void on_writable(Instant now);
  // Its time is over: 408 for a request that has begun, the end for everything else.
  void on_deadline(Instant now);
  // Memory is short: 503 for a half-read request, the end for everything else.
  void give_way(Instant now);

  // A whole request waits to be taken, in phase reading.
  bool has_request() const;
  Request take_request();
  // The answer to the request that was taken; `last`: the connection is closed after it.
  void answer(const Response& response, bool last, Instant now);

  Phase phase() const { return phase_; }
  // Nothing of a request has come yet.
  bool is_idle() const { return phase_ == Phase::reading && reader_.state() == RequestReader::State::empty; }
  Instant deadline() const { return deadline_; }  // the end of time while handling
  std::size_t bytes_held() const;
  int socket() const { return socket_.number(); }

 private:
  void after_reading(Instant now);
  void refuse(Refusal refusal, const RequestHead& known, Instant now);
  void go_on_or_refuse(Instant now);
  void start_writing(const Response& response, bool closes, Instant now);
  void after_writing(Instant now);
  void send_continue();
  void close();

  Descriptor socket_;
  const Limits* limits_;
  const Refusals* refusals_;
  RequestReader reader_;
  Phase phase_ = Phase::reading;
  Instant deadline_;
  unsigned requests_taken_ = 0;
  bool head_only_ = false;  // the request is HEAD
  bool closes_ = false;
  std::size_t body_in_hand_ = 0;  // bytes of the request that somebody else has
  std::string head_out_;
  std::shared_ptr<const std::string> body_out_;
  std::size_t own_body_out_ = 0;  // its bytes, where nobody shares them
  std::size_t written_ = 0;
};

}  // namespace postbox::intake
