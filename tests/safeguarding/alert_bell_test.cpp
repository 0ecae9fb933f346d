#include "safeguarding/alert_bell.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>

using namespace postbox::safeguarding;
using namespace std::chrono_literals;

namespace {

// A lane, a bell and a time that the test plays.
class PlayedLane {
 public:
  BellParts parts() {
    BellParts parts;
    parts.unopened = [this] {
      ++looks;
      const std::lock_guard lock(mutex_);
      if (out_of_reach) throw std::runtime_error("no database");
      return unopened_;
    };
    parts.ring = [this](std::size_t unopened, const std::function<bool()>&) {
      last_told = unopened;
      ++rings;
      if (throws) throw std::runtime_error("no telephone");
      return !failing;
    };
    parts.hush = [this] { ++hushes; };
    parts.notice = [this](bool working) { ++(working ? recoveries : failures); };
    parts.now = [this] { return Instant{std::chrono::minutes{minute}}; };
    parts.look_every = 1ms;
    parts.looks_apart = 0ms;
    return parts;
  }
  void put(std::vector<std::string> unopened) {
    const std::lock_guard lock(mutex_);
    unopened_ = std::move(unopened);
  }
  // Until the bell has looked twice more: once from the start to the end after whatever came before.
  void let_it_look() const {
    const int before = looks;
    while (looks < before + 2) std::this_thread::sleep_for(1ms);
  }

  std::atomic<int> minute{1000};
  std::atomic<bool> failing{false};
  std::atomic<bool> throws{false};
  std::atomic<bool> out_of_reach{false};
  std::atomic<int> looks{0};
  std::atomic<int> rings{0};
  std::atomic<int> hushes{0};
  std::atomic<int> failures{0};
  std::atomic<int> recoveries{0};
  std::atomic<std::size_t> last_told{0};

 private:
  std::mutex mutex_;
  std::vector<std::string> unopened_;
};

}  // namespace

TEST_CASE("bell: it rings once for an item, again after four hours, and stops when the item is opened") {
  PlayedLane lane;
  const AlertBell bell(lane.parts());
  lane.let_it_look();
  CHECK(lane.rings == 0);
  lane.put({"one"});
  lane.let_it_look();
  CHECK(lane.rings == 1);
  CHECK(lane.last_told == 1);
  lane.let_it_look();
  CHECK(lane.rings == 1);
  lane.minute += 240;
  lane.let_it_look();
  CHECK(lane.rings == 2);
  const int hushes = lane.hushes;
  lane.put({});
  lane.minute += 240;
  lane.let_it_look();
  lane.let_it_look();
  CHECK(lane.rings == 2);
  CHECK(lane.hushes == hushes + 1);
}

TEST_CASE("bell: what fails is tried every minute, and the operator hears of it twice, not each time") {
  PlayedLane lane;
  lane.failing = true;
  lane.put({"one"});
  const AlertBell bell(lane.parts());
  for (int minute = 0; minute < 5; ++minute) {
    lane.let_it_look();
    ++lane.minute;
  }
  lane.let_it_look();
  CHECK(lane.rings == 6);
  CHECK(lane.failures == 1);
  lane.failing = false;
  lane.throws = true;
  ++lane.minute;
  lane.let_it_look();
  CHECK(lane.recoveries == 0);
  lane.throws = false;
  ++lane.minute;
  lane.let_it_look();
  CHECK(lane.rings == 8);
  CHECK(lane.failures == 1);
  CHECK(lane.recoveries == 1);
}

TEST_CASE("bell: a lane out of reach is looked at again") {
  PlayedLane lane;
  lane.out_of_reach = true;
  lane.put({"one"});
  const AlertBell bell(lane.parts());
  lane.let_it_look();
  CHECK(lane.rings == 0);
  lane.out_of_reach = false;
  lane.let_it_look();
  CHECK(lane.rings == 1);
}

TEST_CASE("bell: called, it looks at once") {
  PlayedLane lane;
  BellParts parts = lane.parts();
  parts.look_every = 1h;
  AlertBell bell(std::move(parts));
  while (lane.looks < 1) std::this_thread::sleep_for(1ms);
  lane.put({"one"});
  bell.look();
  for (int i = 0; i < 5000 && lane.rings == 0; ++i) std::this_thread::sleep_for(1ms);
  CHECK(lane.rings == 1);
}

TEST_CASE("bell: calls in quick succession share a look, and the last of them is not forgotten") {
  PlayedLane lane;
  BellParts parts = lane.parts();
  parts.look_every = 1h;
  parts.looks_apart = 100ms;
  AlertBell bell(parts);
  while (lane.looks < 1) std::this_thread::sleep_for(1ms);
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 1000; ++i) bell.look();
  lane.put({"one"});
  bell.look();
  while (lane.rings < 1) std::this_thread::sleep_for(1ms);
  CHECK(lane.looks <= 2 + (std::chrono::steady_clock::now() - begin) / 100ms);
}
