#include "intake/server.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "base/error.hpp"
#include "intake/short_turns.hpp"
#include "intake/wipe.hpp"

namespace postbox::intake {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t listener_id = 0;
constexpr std::uint64_t stop_id = 1;
constexpr std::uint64_t replies_id = 2;
constexpr std::uint64_t first_connection_id = 3;

constexpr std::size_t read_bytes = 16 * kibibyte;
constexpr std::size_t events_at_once = 256;
constexpr int accepts_at_once = 64;
// Of a connection that is not looked at. The end of the other side is told all the same, so only once.
constexpr std::uint32_t no_events = EPOLLET;
// Standard streams, the database with its log, epoll, events, and room to breathe.
constexpr std::size_t descriptors_of_our_own = 64;

// A deadline is kept to a tenth of the time it gives.
std::chrono::milliseconds sweep_every(const Limits& limits) {
  return std::clamp<std::chrono::milliseconds>(limits.request_time_max / 10, 5ms, 250ms);
}

[[noreturn]] void fail(const char* what) {
  throw Error(Fault::storage, std::string("the operating system refuses ") + what,
              "is the limit of open files too low? see ulimit -n");
}

std::size_t connections_possible(const Limits& limits) {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == RLIM_INFINITY) {
    return limits.connections_max;
  }
  const auto open = static_cast<std::size_t>(files.rlim_cur);
  return std::min(limits.connections_max,
                  open > 2 * descriptors_of_our_own ? open - descriptors_of_our_own : descriptors_of_our_own);
}

}  // namespace

Server::Server(const Address& address, const Limits& limits, Handler handler, Refusals refusals)
    : limits_(limits),
      handler_(std::move(handler)),
      refusals_(std::move(refusals)),
      listener_(listen_on(address)),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      replies_(std::make_shared<Replies>()),
      next_id_(first_connection_id),
      now_(std::chrono::steady_clock::now()),
      next_sweep_(now_),
      room_(read_bytes) {
  if (!epoll_) fail("an event queue");
  limits_.connections_max = connections_possible(limits);
  watch(listener_.socket.number(), listener_id, EPOLLIN, EPOLL_CTL_ADD);
  watch(replies_->bell(), replies_id, EPOLLIN, EPOLL_CTL_ADD);
}

Server::~Server() = default;

void Server::watch(int descriptor, Id id, std::uint32_t events, int operation) {
  epoll_event event{};
  event.events = events;
  event.data.u64 = id;
  if (::epoll_ctl(epoll_.number(), operation, descriptor, &event) != 0) fail("to watch a connection");
}

// Most requests are read, answered and followed by the next without asking for other events in between.
void Server::watch(Guest& guest, std::uint32_t events) {
  if (std::exchange(guest.watched, events) == events) return;
  watch(guest.connection.socket(), guest.id, events, EPOLL_CTL_MOD);
}

void Server::run(int stop) {
  take_short_turns();
  watch(stop, stop_id, EPOLLIN, EPOLL_CTL_ADD);
  while (!stopping_ || !guests_.empty()) {
    take_events(stop);
    keep_within_memory();
    if (now_ >= next_sweep_) end_what_is_late();
    connections_ = guests_.size();
    buffered_bytes_ = guests_.held_together();
  }
}

void Server::take_events(int stop) {
  std::array<epoll_event, events_at_once> events{};
  const auto wait = static_cast<int>(sweep_every(limits_).count());
  const bool nothing_to_time = guests_.empty() && accepting_;
  if (nothing_to_time) wipe_stack();
  const int count = ::epoll_wait(epoll_.number(), events.data(), static_cast<int>(events.size()),
                                 nothing_to_time ? -1 : wait);
  now_ = std::chrono::steady_clock::now();
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = events[static_cast<std::size_t>(i)];
    if (event.data.u64 == stop_id) {
      ::epoll_ctl(epoll_.number(), EPOLL_CTL_DEL, stop, nullptr);
      begin_stop();
    } else {
      on_event(event.data.u64, event.events);
    }
  }
}

void Server::on_event(Id id, std::uint32_t events) {
  if (id == listener_id) return accept_waiting();
  if (id == replies_id) return deliver_replies();
  Guest* const guest = guests_.find(id);
  if (guest == nullptr) return;  // closed by an earlier event of the same batch
  Connection& connection = guest->connection;
  switch (connection.phase()) {
    case Connection::Phase::handling:  // more came, or the other side has gone: it waits for its turn
      return watch(*guest, no_events);
    case Connection::Phase::writing:
      connection.on_writable(now_);
      break;
    case Connection::Phase::reading:
    case Connection::Phase::draining:
    case Connection::Phase::closed:
      if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) connection.on_readable(room_, now_);
  }
  move_on(*guest);
}

void Server::accept_waiting() {
  for (int i = 0; i < accepts_at_once && !stopping_; ++i) {
    if (!accept_one()) return;
  }
}

// False when nobody waits any more, or nobody can be let in.
bool Server::accept_one() {
  Descriptor socket(::accept4(listener_.socket.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
  if (!socket) return can_accept_after(errno);
  // An answer is at most two writes; it must not wait for the other side's delayed acknowledgement.
  const int on = 1;
  ::setsockopt(socket.number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (guests_.size() >= limits_.connections_max) make_room_for_one();
  if (guests_.size() >= limits_.connections_max) return true;  // all are being answered: closed unread
  const Id id = next_id_++;
  watch(socket.number(), id, EPOLLIN, EPOLL_CTL_ADD);
  guests_.let_in(id, Connection(std::move(socket), limits_, refusals_, now_)).watched = EPOLLIN;
  return true;
}

bool Server::can_accept_after(int error) {
  // Our own descriptors are used up: whoever is nearest to the end makes room for the newcomer.
  if (error == EMFILE && make_room_for_one()) return true;
  if (error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM) pause_accepting();
  return error == ECONNABORTED || error == EINTR;
}

// Without descriptors the waiting connections would ring again at once, for ever.
void Server::pause_accepting() {
  make_room_for_one();
  accepting_ = false;
  watch(listener_.socket.number(), listener_id, 0, EPOLL_CTL_MOD);
}

void Server::resume_accepting() {
  accepting_ = true;
  watch(listener_.socket.number(), listener_id, EPOLLIN, EPOLL_CTL_MOD);
}

// False where everybody's request is being worked on.
bool Server::make_room_for_one() {
  const Guest* const nearest = guests_.nearest_to_deadline();
  if (nearest == nullptr) return false;
  guests_.forget(*nearest);
  ++sent_away_;
  return true;
}

void Server::deliver_replies() {
  for (const auto& [id, response] : replies_->collect()) {
    Guest* const guest = guests_.find(id);
    if (guest == nullptr) continue;
    guest->connection.answer(response, stopping_, now_);
    move_on(*guest);
  }
}

void Server::move_on(Guest& guest) {
  using Phase = Connection::Phase;
  Connection& connection = guest.connection;
  if (connection.has_request()) {
    handler_(connection.take_request(), [replies = replies_, id = guest.id](Response response) {
      replies->leave(id, std::move(response));
    });
  } else if (connection.phase() == Phase::closed || (stopping_ && connection.is_idle())) {
    return guests_.forget(guest);
  } else if (connection.phase() != Phase::handling) {
    watch(guest, connection.phase() == Phase::writing ? EPOLLOUT : EPOLLIN);
  }
  guests_.count_again(guest);
}

void Server::keep_within_memory() {
  while (guests_.held_together() > limits_.buffered_bytes_max) {
    Guest* const largest = guests_.holds_most();
    if (largest == nullptr) return;
    // A reader is told why; a second time it is closed, so this comes to an end.
    largest->connection.give_way(now_);
    ++sent_away_;
    move_on(*largest);
  }
}

void Server::end_what_is_late() {
  next_sweep_ = now_ + sweep_every(limits_);
  wipe_stack();
  for (const Id id : guests_.late(now_)) {
    Guest& guest = *guests_.find(id);
    guest.connection.on_deadline(now_);
    move_on(guest);
  }
  if (!accepting_ && !stopping_) resume_accepting();
}

void Server::begin_stop() {
  accept_waiting();
  stopping_ = true;
  listener_.socket.close();
  for (const Id id : guests_.idle()) {  // what has come but was not yet looked at is still taken
    Guest& guest = *guests_.find(id);
    guest.connection.on_readable(room_, now_);
    move_on(guest);
  }
}

}  // namespace postbox::intake
