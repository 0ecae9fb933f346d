// bench-loader: posts over many connections to 127.0.0.1 and says what came back.
//
//   bench-loader PORT PATH BODIES FIRST CONNECTIONS MILLISECONDS [PER-SECOND]
//
// A closed loop: each connection posts again as soon as it has its answer; eight times a newcomer connects,
// posts once and leaves. With PER-SECOND an open loop: posts are due at even intervals whatever has
// been answered, and their time counts from when they were due, so that waiting is not hidden. One thread.
// Prints a JSON object; `starved` counts connections that got no answer at all.
#include <sys/epoll.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <vector>

#include "http_connection.hpp"
#include "intake/short_turns.hpp"
#include "posts.hpp"

namespace {

using namespace postbox::bench;
using Clock = std::chrono::steady_clock;
using Time = Clock::time_point;
using Json = nlohmann::ordered_json;

constexpr auto grace = std::chrono::seconds(10);  // for answers after the last post
constexpr int newcomers_max = 8;

double seconds(Clock::duration duration) { return std::chrono::duration<double>(duration).count(); }

struct Sender {
  std::unique_ptr<HttpConnection> connection;
  std::optional<Time> due{};  // of the post under way
  int watched = -1;           // descriptor that epoll knows
  std::size_t answers = 0;
};

class Times {
 public:
  void add(Clock::duration time) { microseconds_.push_back(1e6 * seconds(time)); }
  Json summary() {
    std::sort(microseconds_.begin(), microseconds_.end());
    return {{"count", microseconds_.size()},
            {"p50_us", quantile(0.5)},
            {"p90_us", quantile(0.9)},
            {"p99_us", quantile(0.99)},
            {"max_us", quantile(1)}};
  }

 private:
  double quantile(double part) const {
    if (microseconds_.empty()) return 0;
    const auto last = static_cast<double>(microseconds_.size() - 1);
    return microseconds_[static_cast<std::size_t>(part * last)];
  }
  std::vector<double> microseconds_;
};

struct Plan {
  std::uint16_t port;
  std::size_t connections;
  Clock::duration length;
  std::optional<double> per_second;  // nothing: a closed loop
};

class Loader {
 public:
  Loader(const Plan& plan, Posts& posts) : plan_(plan), posts_(posts), epoll_(::epoll_create1(0)) {
    for (std::size_t i = 0; i <= plan.connections; ++i) {
      senders_.push_back({std::make_unique<HttpConnection>(plan.port)});
    }
  }

  Json run() {
    begin_ = Clock::now();
    end_ = begin_ + plan_.length;
    Time now = begin_;
    while (now < end_ || (under_way() > 0 && now < end_ + grace)) {
      if (now < end_) post_what_is_due(now);
      wait(now);
      now = Clock::now();
    }
    return summary();
  }

 private:
  bool closed() const { return !plan_.per_second; }
  Sender& newcomer() { return senders_.back(); }
  std::span<Sender> regulars() { return std::span(senders_).first(plan_.connections); }
  std::size_t under_way() const {
    return static_cast<std::size_t>(
        std::count_if(senders_.begin(), senders_.end(), [](const Sender& s) { return s.due.has_value(); }));
  }
  Time next_due() const {
    return begin_ + std::chrono::duration_cast<Clock::duration>(
                        std::chrono::duration<double>(static_cast<double>(scheduled_) / *plan_.per_second));
  }

  void post_what_is_due(Time now) {
    for (Sender& sender : regulars()) {
      if (sender.due) continue;
      if (closed()) {
        post(sender, Clock::now());
      } else if (const Time due = next_due(); due <= now) {
        ++scheduled_;
        post(sender, due);
      }
    }
    const Time due = begin_ + plan_.length * (newcomers_ + 1) / (newcomers_max + 1);
    if (!closed() || newcomer().due || now < due) return;
    ++newcomers_;
    post(newcomer(), Clock::now());
  }

  void post(Sender& sender, Time due) {
    sender.due = due;
    sender.connection->send(posts_.next());
    ++posted_;
    if (sender.watched == sender.connection->descriptor()) return;
    sender.watched = sender.connection->descriptor();
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLET;
    event.data.ptr = &sender;
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, sender.watched, &event);
  }

  void wait(Time now) {
    const Time until = closed() ? now + std::chrono::milliseconds(10)
                                : std::min(next_due(), now + std::chrono::milliseconds(10));
    const auto nanoseconds = std::chrono::nanoseconds(std::max(until - now, Clock::duration::zero())).count();
    const timespec timeout{0, nanoseconds};
    std::array<epoll_event, 64> events{};
    const int count =
        ::epoll_pwait2(epoll_, events.data(), static_cast<int>(events.size()), &timeout, nullptr);
    for (int i = 0; i < count; ++i) {
      go_on(*static_cast<Sender*>(events.at(static_cast<std::size_t>(i)).data.ptr));
    }
  }

  void go_on(Sender& sender) {
    if (sender.connection->descriptor() < 0) return;
    if (!sender.due) {  // closed by the server while idle
      leave(sender);
      return;
    }
    if (const auto status = sender.connection->advance()) answered(sender, *status);
  }

  void answered(Sender& sender, int status) {
    const Time now = Clock::now();
    ++statuses_[status];
    (&sender == &newcomer() ? newcomer_times_ : times_).add(now - *sender.due);
    if (now < end_ && status == 201) ++within_;
    if (status != 0) ++sender.answers;
    sender.due.reset();
    if (status == 0 || &sender == &newcomer()) leave(sender);
    if (sender.connection->descriptor() < 0) sender.watched = -1;
    if (closed() && &sender != &newcomer() && now < end_) post(sender, now);
  }

  static void leave(Sender& sender) {
    sender.connection->close();
    sender.watched = -1;
  }

  Json summary() {
    const auto fewer = [](const Sender& a, const Sender& b) { return a.answers < b.answers; };
    const auto [fewest, most] = std::minmax_element(regulars().begin(), regulars().end(), fewer);
    const auto starved =
        std::count_if(regulars().begin(), regulars().end(), [](const Sender& s) { return s.answers == 0; });
    return {{"acknowledged", statuses_[201]},
            {"broken", statuses_[0]},
            {"refused", posted_ - statuses_[201] - statuses_[0] - under_way()},
            {"unanswered", under_way()},
            {"late", closed() ? 0 : scheduled_behind()},
            {"per_second", static_cast<double>(within_) / seconds(plan_.length)},
            {"times", times_.summary()},
            {"newcomers", newcomer_times_.summary()},
            {"starved", starved},
            {"fewest_answers", fewest->answers},
            {"most_answers", most->answers}};
  }

  // Posts that were due and could not even be sent.
  std::size_t scheduled_behind() const {
    const auto due = static_cast<std::size_t>(seconds(plan_.length) * *plan_.per_second);
    return due > scheduled_ ? due - scheduled_ : 0;
  }

  Plan plan_;
  Posts& posts_;
  int epoll_;
  std::vector<Sender> senders_;  // the last is the newcomer
  Time begin_{};
  Time end_{};
  std::size_t scheduled_ = 0;
  int newcomers_ = 0;
  std::size_t posted_ = 0;
  std::size_t within_ = 0;
  std::map<int, std::size_t> statuses_;
  Times times_;
  Times newcomer_times_;
};

int run(const std::vector<std::string>& words) {
  if (words.size() < 6 || words.size() > 7) {
    std::cerr << "usage: bench-loader PORT PATH BODIES FIRST CONNECTIONS MILLISECONDS [PER-SECOND]\n";
    return 64;
  }
  Posts posts(words[2], words[1], std::stoull(words[3]));
  const Plan plan{.port = static_cast<std::uint16_t>(std::stoul(words[0])),
                  .connections = std::stoul(words[4]),
                  .length = std::chrono::milliseconds(std::stoul(words[5])),
                  .per_second = words.size() == 7 ? std::optional(std::stod(words[6])) : std::nullopt};
  // What it waits for its own turn is no time of a server's. The peer is asked by the same loader.
  postbox::intake::take_short_turns();
  std::cout << Loader(plan, posts).run().dump() << '\n';
  return 0;
}

}  // namespace

int main(int count, char** words) {
  try {
    return run({words + 1, words + count});
  } catch (const std::exception& error) {
    std::cerr << "bench-loader: " << error.what() << '\n';
    return 1;
  }
}
