#include "intake/short_turns.hpp"

#include <doctest/doctest.h>
#include <sched.h>
#include <sys/resource.h>

#include <thread>

using namespace postbox::intake;

TEST_CASE("short turns: a thread keeps its class and its weight, and goes on where the wish is refused") {
  bool same = false;
  std::thread([&] {
    const int nice = ::getpriority(PRIO_PROCESS, 0);
    (void)take_short_turns();
    same = ::sched_getscheduler(0) == SCHED_OTHER && ::getpriority(PRIO_PROCESS, 0) == nice;
  }).join();
  CHECK(same);
}

TEST_CASE("short turns: a thread of another class is left as it is") {
  bool taken = true;
  int policy = SCHED_OTHER;
  std::thread([&] {
    const sched_param none{};
    REQUIRE(::sched_setscheduler(0, SCHED_BATCH, &none) == 0);
    taken = take_short_turns();
    policy = ::sched_getscheduler(0);
  }).join();
  CHECK_FALSE(taken);
  CHECK(policy == SCHED_BATCH);
}
