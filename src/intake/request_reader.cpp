#include "intake/request_reader.hpp"

#include <utility>

namespace postbox::intake {

RequestReader::State RequestReader::add(std::string_view bytes) {
  if (state_ == State::refused) return state_;
  bytes_.append(bytes);
  return look();
}

RequestReader::State RequestReader::look() {
  if (!head_ && !read_head()) return state_;
  const std::size_t whole = head_bytes_ + head_->body_bytes.value_or(0);
  if (bytes_.size() >= whole) return state_ = State::whole;
  // A sender that did not wait gets no "continue": its body is already under way.
  owes_continue_ =
      std::exchange(head_->expects_continue, false) && !head_->http_1_0 && bytes_.size() == head_bytes_;
  return state_ = State::partly;
}

bool RequestReader::read_head() {
  pass_over_empty_line();
  state_ = bytes_.empty() ? State::empty : State::partly;
  const auto end = scanner_.scan(bytes_);
  if (!end) return false;
  if (const auto* refusal = std::get_if<Refusal>(&*end)) return refuse(*refusal), false;
  head_bytes_ = std::get<std::size_t>(*end);
  HeadReading reading = parse_head(std::string_view(bytes_).substr(0, head_bytes_), *limits_);
  if (const auto* refusal = std::get_if<Refusal>(&reading)) return refuse(*refusal), false;
  head_ = std::move(std::get<RequestHead>(reading));
  return true;
}

// RFC 9112, 2.2: some old senders end a body with a line end that they do not count. One, or an endless row
// of them would keep a connection.
void RequestReader::pass_over_empty_line() {
  if (passed_over_empty_line_ || !bytes_.starts_with("\r\n")) return;
  passed_over_empty_line_ = true;
  bytes_.erase(0, 2);
  scanner_ = HeadScanner(*limits_);
}

RequestReader::State RequestReader::refuse(Refusal refusal) {
  refusal_ = refusal;
  head_ = known_of(bytes_, *limits_);
  std::string().swap(bytes_);
  return state_ = State::refused;
}

Request RequestReader::take() {
  Request request;
  request.head = std::move(*head_);
  const std::size_t body_bytes = request.head.body_bytes.value_or(0);
  request.body = bytes_.substr(head_bytes_, body_bytes);
  // A new string, swapped in: an idle connection must not keep the room of a large body.
  bytes_.substr(head_bytes_ + body_bytes).swap(bytes_);
  head_.reset();
  passed_over_empty_line_ = false;
  scanner_ = HeadScanner(*limits_);
  look();
  return request;
}

bool RequestReader::owes_continue() { return std::exchange(owes_continue_, false); }

}  // namespace postbox::intake
