#include "intake/page_stamp.hpp"

#include <doctest/doctest.h>

#include "support/counting_random.hpp"

using namespace postbox;
using namespace postbox::intake;
using namespace std::chrono_literals;

namespace {

constexpr PageStamps::Instant start{100h};

}  // namespace

TEST_CASE("page stamp: says how long ago the page was made, also after two days") {
  test::CountingRandom random;
  const PageStamps stamps(random, start);
  for (const auto waited : {0s, 1s, 59s, 172'800s}) {
    CHECK(stamps.age(stamps.stamp(start + 5s), start + 5s + waited) == waited);
  }
}

TEST_CASE("page stamp: all are of one length") {
  test::CountingRandom random;
  const PageStamps stamps(random, start);
  CHECK(stamps.stamp(start).size() == stamps.stamp(start + 20'000h).size());
}

TEST_CASE("page stamp: what is not ours, or of an earlier run, says nothing") {
  test::CountingRandom random;
  const PageStamps earlier(random, start);
  const PageStamps stamps(random, start + 1h);
  const std::string own = stamps.stamp(start + 2h);
  const std::string cases[] = {"",
                               "7",
                               earlier.stamp(start + 2h),
                               own + "0",  // of the future
                               own + " ",
                               "x" + own,
                               own.substr(0, own.find('-') + 1),
                               own.substr(0, own.find('-') + 1) + "-1",
                               own.substr(0, own.find('-') + 1) + "99999999999999999999999"};
  for (const std::string& stamp : cases) {
    CAPTURE(stamp);
    CHECK_FALSE(stamps.age(stamp, start + 2h));
  }
}
