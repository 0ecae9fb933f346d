// The loop that faces the network: one thread, epoll, every connection non-blocking and bounded.
//
// It reads whole requests, hands them on, and writes the answers in order; it knows nothing of feedback.
// A connection has one request in hand at a time, so pipelined ones are answered in turn.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "intake/address.hpp"
#include "intake/guests.hpp"
#include "intake/replies.hpp"
#include "intake/request.hpp"
#include "intake/settings.hpp"

namespace postbox::intake {

class Server {
 public:
  // To be called once, from any thread, also when the connection is long gone.
  using Respond = std::function<void(Response)>;
  // Called on the loop's thread; must not wait.
  using Handler = std::function<void(Request, Respond)>;

  // Listens at once: connections wait until run(). `refusals` are asked on the loop's thread, too.
  Server(const Address& address, const Limits& limits, Handler handler, Refusals refusals);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  const Address& address() const { return listener_.address; }  // with the port that was picked

  // How full it is; from any thread.
  struct Load {
    std::size_t connections = 0;
    std::size_t buffered_bytes = 0;
    std::uint64_t sent_away = 0;  // connections that gave way to others
  };
  Load load() const { return {connections_, buffered_bytes_, sent_away_}; }

  // Serves until `stop` (an eventfd or signalfd) is readable; then takes no more connections, finishes the
  // requests that have begun, and returns.
  void run(int stop);

 private:
  using Id = Guests::Id;

  void watch(int descriptor, Id id, std::uint32_t events, int operation);
  void watch(Guest& guest, std::uint32_t events);
  void take_events(int stop);
  void on_event(Id id, std::uint32_t events);
  void accept_waiting();
  bool accept_one();
  void pause_accepting();
  void resume_accepting();
  bool can_accept_after(int error);
  bool make_room_for_one();
  void deliver_replies();
  // Goes on with a connection after something happened to it.
  void move_on(Guest& guest);
  void keep_within_memory();
  void end_what_is_late();
  void begin_stop();

  Limits limits_;
  Handler handler_;
  Refusals refusals_;
  Listener listener_;
  Descriptor epoll_;
  std::shared_ptr<Replies> replies_;
  Guests guests_;
  Id next_id_;
  Instant now_;
  Instant next_sweep_;
  bool accepting_ = true;
  bool stopping_ = false;
  std::vector<char> room_;
  // The loop's own figures, as it last told them.
  std::atomic<std::size_t> connections_{0};
  std::atomic<std::size_t> buffered_bytes_{0};
  std::atomic<std::uint64_t> sent_away_{0};
};

}  // namespace postbox::intake
