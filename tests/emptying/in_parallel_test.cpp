#include "emptying/in_parallel.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <vector>

using postbox::emptying::in_parallel;

TEST_CASE("in parallel: each is done exactly once, with any number of workers") {
  for (const unsigned workers : {0U, 1U, 2U, 7U}) {
    CAPTURE(workers);
    std::vector<int> done(1000, 0);
    in_parallel(workers, done.size(), [&](std::size_t i) { ++done[i]; });
    CHECK(done == std::vector<int>(1000, 1));
  }
  in_parallel(3, 0, [](std::size_t) { FAIL("there is nothing to do"); });
}

TEST_CASE("in parallel: what one throws is thrown to the caller, after all threads have ended") {
  for (const unsigned workers : {1U, 4U}) {
    CHECK_THROWS_AS(in_parallel(workers, 100,
                                [](std::size_t i) {
                                  if (i == 37) throw std::runtime_error("37");
                                }),
                    std::runtime_error);
  }
}
