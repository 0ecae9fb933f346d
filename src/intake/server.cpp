#include "intake/server.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <mutex>
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

// Where other threads leave answers for the loop; outlives it, for an answer may come late.
class Server::Replies {
 public:
  Replies() : bell_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    if (!bell_) fail("an event");
  }

  void leave(Id id, Response response) {
    bool first = false;
    {
      const std::lock_guard lock(mutex_);
      first = waiting_.empty();
      waiting_.emplace_back(id, std::move(response));
    }
    if (first) ::eventfd_write(bell_.number(), 1);
  }

  std::vector<std::pair<Id, Response>> collect() {
    eventfd_t rung = 0;
    ::eventfd_read(bell_.number(), &rung);
    const std::lock_guard lock(mutex_);
    return std::exchange(waiting_, {});
  }

  int bell() const { return bell_.number(); }

 private:
  Descriptor bell_;
  std::mutex mutex_;
  std::vector<std::pair<Id, Response>> waiting_;
};

Server::Server(const Address& address, const Limits& limits, Handler handler)
    : limits_(limits),
      handler_(std::move(handler)),
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

void Server::run(int stop) {
  take_short_turns();
  watch(stop, stop_id, EPOLLIN, EPOLL_CTL_ADD);
  while (!stopping_ || !guests_.empty()) {
    take_events(stop);
    keep_within_memory();
    if (now_ >= next_sweep_) end_what_is_late();
    connections_ = guests_.size();
    buffered_bytes_ = held_together_;
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
  const auto found = guests_.find(id);
  if (found == guests_.end()) return;  // closed by an earlier event of the same batch
  Connection& connection = found->second.connection;
  if (connection.phase() == Connection::Phase::writing) {
    connection.on_writable(now_);
  } else if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) {
    connection.on_readable(room_, now_);
  }
  move_on(id);
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
  watch(socket.number(), id, EPOLLIN | EPOLLONESHOT, EPOLL_CTL_ADD);
  guests_.try_emplace(id, Guest{Connection(std::move(socket), limits_, now_)});
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
  const auto nearest = std::min_element(guests_.begin(), guests_.end(), [](const auto& a, const auto& b) {
    return a.second.connection.deadline() < b.second.connection.deadline();
  });
  if (nearest == guests_.end() || nearest->second.connection.deadline() == Instant::max()) return false;
  forget(nearest->first);
  ++sent_away_;
  return true;
}

void Server::deliver_replies() {
  for (const auto& [id, response] : replies_->collect()) {
    const auto found = guests_.find(id);
    if (found == guests_.end()) continue;
    found->second.connection.answer(response, stopping_, now_);
    move_on(id);
  }
}

void Server::move_on(Id id) {
  using Phase = Connection::Phase;
  Guest& guest = guests_.at(id);
  Connection& connection = guest.connection;
  if (connection.has_request()) {
    handler_(connection.take_request(),
             [replies = replies_, id](Response response) { replies->leave(id, std::move(response)); });
  } else if (connection.phase() == Phase::closed || (stopping_ && connection.is_idle())) {
    return forget(id);
  } else if (connection.phase() != Phase::handling) {
    const auto events = connection.phase() == Phase::writing ? EPOLLOUT : EPOLLIN;
    watch(connection.socket(), id, static_cast<std::uint32_t>(events) | EPOLLONESHOT, EPOLL_CTL_MOD);
  }
  const std::size_t held = connection.bytes_held();
  held_together_ += held - std::exchange(guest.held, held);
}

// Whoever holds most goes first, so that small posts, nearly all honest ones, are the last to go.
void Server::keep_within_memory() {
  while (held_together_ > limits_.buffered_bytes_max) {
    Guest* largest = nullptr;
    Id largest_id = 0;
    for (auto& [id, guest] : guests_) {
      if (guest.connection.phase() == Connection::Phase::handling) continue;
      if (largest != nullptr && guest.held <= largest->held) continue;
      largest = &guest;
      largest_id = id;
    }
    if (largest == nullptr) return;
    // A reader is told why; a second time it is closed, so this comes to an end.
    largest->connection.give_way(now_);
    ++sent_away_;
    move_on(largest_id);
  }
}

void Server::end_what_is_late() {
  next_sweep_ = now_ + sweep_every(limits_);
  wipe_stack();
  std::vector<Id> late;
  for (const auto& [id, guest] : guests_) {
    if (guest.connection.deadline() <= now_) late.push_back(id);
  }
  for (const Id id : late) {
    guests_.at(id).connection.on_deadline(now_);
    move_on(id);
  }
  if (!accepting_ && !stopping_) resume_accepting();
}

void Server::forget(Id id) {
  const auto found = guests_.find(id);
  held_together_ -= found->second.held;
  guests_.erase(found);
}

void Server::begin_stop() {
  accept_waiting();
  stopping_ = true;
  listener_.socket.close();
  std::vector<Id> idle;
  for (const auto& [id, guest] : guests_) {
    if (guest.connection.is_idle()) idle.push_back(id);
  }
  for (const Id id : idle) {  // what has come but was not yet looked at is still taken
    guests_.at(id).connection.on_readable(room_, now_);
    move_on(id);
  }
}

}  // namespace postbox::intake
