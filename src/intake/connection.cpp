#include "intake/connection.hpp"

#include <sys/socket.h>
#include <sys/uio.h>

#include <array>
#include <cerrno>
#include <utility>

#include "intake/wipe.hpp"

namespace postbox::intake {
namespace {

bool would_block(int error) { return error == EAGAIN || error == EWOULDBLOCK || error == EINTR; }

iovec piece(std::string_view bytes, std::size_t& skip) {
  const std::size_t skipped = std::min(skip, bytes.size());
  skip -= skipped;
  bytes.remove_prefix(skipped);
  // sendmsg reads only; its type is older than const.
  return {const_cast<char*>(bytes.data()), bytes.size()};  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

}  // namespace

Connection::Connection(Descriptor socket, const Limits& limits, const Refusals& refusals, Instant now)
    : socket_(std::move(socket)),
      limits_(&limits),
      refusals_(&refusals),
      reader_(limits),
      deadline_(now + limits.request_time_max) {}

void Connection::on_readable(std::span<char> room, Instant now) {
  const ssize_t count = ::recv(socket_.number(), room.data(), room.size(), 0);
  if (count < 0 && would_block(errno)) return;
  if (count <= 0) return close();
  if (phase_ != Phase::reading) return wipe(room.first(static_cast<std::size_t>(count)));  // draining
  // The clock of a request starts with its first byte, not with the end of the one before.
  if (is_idle()) deadline_ = now + limits_->request_time_max;
  const std::span<char> came = room.first(static_cast<std::size_t>(count));
  reader_.add({came.data(), came.size()});
  wipe(came);
  after_reading(now);
}

void Connection::after_reading(Instant now) {
  if (reader_.state() == RequestReader::State::refused) {
    return refuse(reader_.refusal(), reader_.known(), now);
  }
  if (reader_.owes_continue()) go_on_or_refuse(now);
}

// RFC 9110, 10.1.1: a sender that waits is spared a body that would be refused unread. It may send it all the
// same, so the end is as after every refusal.
void Connection::go_on_or_refuse(Instant now) {
  const RequestHead head = reader_.known();
  const auto refusal = refusals_->before_body(head);
  if (!refusal) return send_continue();
  head_only_ = head.method == "HEAD";
  start_writing(*refusal, true, now);
}

bool Connection::has_request() const {
  return phase_ == Phase::reading && reader_.state() == RequestReader::State::whole;
}

Request Connection::take_request() {
  Request request = reader_.take();
  ++requests_taken_;
  head_only_ = request.head.method == "HEAD";
  // What comes behind a post that tells no length may be meant for its body.
  const bool untold = request.head.method == "POST" && !request.head.body_bytes;
  closes_ = untold || request.head.wants_close || request.head.http_1_0 ||
            requests_taken_ >= limits_->requests_per_connection_max;
  body_in_hand_ = request.body.capacity();
  phase_ = Phase::handling;
  deadline_ = Instant::max();
  return request;
}

void Connection::answer(const Response& response, bool last, Instant now) {
  start_writing(response, closes_ || last, now);
}

void Connection::refuse(Refusal refusal, const RequestHead& known, Instant now) {
  head_only_ = false;
  start_writing(refusals_->never_whole(refusal, known), true, now);
}

void Connection::start_writing(const Response& response, bool closes, Instant now) {
  closes_ = closes;
  head_out_ = response_head(response, closes);
  body_out_ = head_only_ ? nullptr : response.body;
  own_body_out_ = body_out_ && !response.body_is_shared ? body_out_->size() : 0;
  written_ = 0;
  body_in_hand_ = 0;
  phase_ = Phase::writing;
  deadline_ = now + limits_->request_time_max;
  on_writable(now);
}

void Connection::on_writable(Instant now) {
  const std::string_view body = body_out_ ? std::string_view(*body_out_) : std::string_view{};
  std::size_t skip = written_;
  std::array<iovec, 2> pieces = {piece(head_out_, skip), piece(body, skip)};
  msghdr message{};
  message.msg_iov = pieces.data();
  message.msg_iovlen = pieces.size();
  const ssize_t count = ::sendmsg(socket_.number(), &message, MSG_NOSIGNAL);
  if (count < 0 && would_block(errno)) return;
  if (count < 0) return close();
  written_ += static_cast<std::size_t>(count);
  if (written_ == head_out_.size() + body.size()) after_writing(now);
}

void Connection::after_writing(Instant now) {
  std::string().swap(head_out_);
  body_out_.reset();
  own_body_out_ = 0;
  if (closes_) {
    // Closed at once, unread bytes would turn the end into a reset, and the answer might never arrive.
    ::shutdown(socket_.number(), SHUT_WR);
    reader_ = RequestReader(*limits_);
    phase_ = Phase::draining;
    deadline_ = now + limits_->drain_time_max;
    return;
  }
  phase_ = Phase::reading;
  deadline_ = now + limits_->request_time_max;
  after_reading(now);  // of what had already come behind the last request
}

void Connection::on_deadline(Instant now) {
  if (phase_ != Phase::reading || is_idle()) return close();
  refuse(Refusal::too_slow, reader_.known(), now);
}

void Connection::give_way(Instant now) {
  if (phase_ != Phase::reading) return close();
  const RequestHead known = reader_.known();
  reader_ = RequestReader(*limits_);
  refuse(Refusal::no_capacity, known, now);
}

void Connection::send_continue() {
  constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
  const ssize_t count = ::send(socket_.number(), go_on.data(), go_on.size(), MSG_NOSIGNAL);
  // A sender whose window has no room for 25 bytes at the start of its request means no good.
  if (count != static_cast<ssize_t>(go_on.size())) close();
}

std::size_t Connection::bytes_held() const {
  return reader_.bytes_held() + body_in_hand_ + head_out_.capacity() + own_body_out_;
}

void Connection::close() {
  phase_ = Phase::closed;
  socket_.close();
}

}  // namespace postbox::intake
