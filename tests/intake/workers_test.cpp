#include "intake/workers.hpp"

#include <doctest/doctest.h>

#include <future>
#include <string>

using namespace postbox::intake;

namespace {

// What one worker did, in order, when all was added while it was busy: 's' a small job, 'l' a large one.
std::string order_of(std::initializer_list<Workers::Size> sizes) {
  std::string done;
  std::promise<void> may_begin;
  {
    Workers workers(1);
    workers.add([ready = may_begin.get_future().share()] { ready.wait(); });
    for (const Workers::Size size : sizes) {
      workers.add([&done, size] { done += size == Workers::Size::small ? 's' : 'l'; }, size);
    }
    may_begin.set_value();
  }
  return done;
}

}  // namespace

TEST_CASE("workers: all that was added is done before they stop") {
  CHECK(order_of({}).empty());
  CHECK(order_of({Workers::Size::large, Workers::Size::large}) == "ll");
}

TEST_CASE("workers: small jobs go before large ones, and large ones get their turn all the same") {
  constexpr auto s = Workers::Size::small;
  constexpr auto l = Workers::Size::large;
  CHECK(order_of({l, l, l, s, s, s}) == "ssslll");
  const std::string crowded = order_of({l, l, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s});
  CHECK(crowded.find('l') < 8);
  CHECK(crowded.size() == 20);
}
