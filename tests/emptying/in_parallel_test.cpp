#include "emptying/in_parallel.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <future>
#include <stdexcept>
#include <thread>
#include <vector>

using postbox::emptying::in_parallel;

TEST_CASE("in parallel: each is done exactly once, with any number of workers") {
  for (const unsigned workers : {0U, 1U, 2U, 7U}) {
    CAPTURE(workers);
    std::vector<int> done(1000, 0);
    int meanwhile = 0;
    in_parallel(
        workers, done.size(), [&](std::size_t i) { ++done[i]; }, [&] { ++meanwhile; });
    CHECK(done == std::vector<int>(1000, 1));
    CHECK(meanwhile == 1);
  }
  in_parallel(
      3, 0, [](std::size_t) { FAIL("there is nothing to do"); }, [] {});
}

TEST_CASE("in parallel: the caller does its own part on its own thread, while the others are at work") {
  std::promise<void> begun;
  std::atomic_flag told;
  std::thread::id thread_of_meanwhile;
  in_parallel(
      2, 10,
      [&](std::size_t) {
        if (!told.test_and_set()) begun.set_value();
      },
      [&] {
        begun.get_future().wait();  // for ever, where nobody works meanwhile
        thread_of_meanwhile = std::this_thread::get_id();
      });
  CHECK(thread_of_meanwhile == std::this_thread::get_id());
}

TEST_CASE("in parallel: what one throws is thrown to the caller, after all threads have ended") {
  for (const unsigned workers : {1U, 4U}) {
    CHECK_THROWS_AS(in_parallel(
                        workers, 100,
                        [](std::size_t i) {
                          if (i == 37) throw std::runtime_error("37");
                        },
                        [] {}),
                    std::runtime_error);
    CHECK_THROWS_AS(in_parallel(
                        workers, 100, [](std::size_t) {}, [] { throw std::runtime_error("meanwhile"); }),
                    std::runtime_error);
  }
}
