#include "emptying/in_order.hpp"

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <future>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using postbox::emptying::in_order;
using postbox::emptying::Steps;

namespace {

// Squares of the numbers below `count`, as they were handed on.
std::vector<int> squares(unsigned workers, std::size_t places, int count) {
  std::vector<int> at(places);
  std::vector<int> handed_on;
  int next = 0;
  const Steps steps = {.fetch =
                           [&](std::size_t place) {
                             at[place] = next;
                             return next++ < count;
                           },
                       .work = [&](std::size_t place) { at[place] *= at[place]; },
                       .hand_on = [&](std::size_t place) { handed_on.push_back(at[place]); }};
  in_order(workers, places, steps);
  return handed_on;
}

// What is thrown where this step of piece 37 throws.
std::string thrown_by(unsigned workers, const std::string& step) {
  constexpr std::size_t places = 5;
  std::array<std::size_t, places> at{};
  std::size_t next = 0;
  const auto now = [&](const char* name, std::size_t piece) {
    if (name == step && piece == 37) throw std::runtime_error(step);
  };
  const Steps steps = {.fetch =
                           [&](std::size_t place) {
                             at[place] = next;
                             now("fetch", next);
                             return next++ < 1000;
                           },
                       .work = [&](std::size_t place) { now("work", at[place]); },
                       .hand_on = [&](std::size_t place) { now("hand on", at[place]); }};
  try {
    in_order(workers, places, steps);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "nothing";
}

}  // namespace

TEST_CASE("in order: each piece is worked on once and handed on as it came, with any number of workers") {
  std::vector<int> wanted;
  for (int i = 0; i < 1000; ++i) wanted.push_back(i * i);
  for (const unsigned workers : {0U, 1U, 2U, 7U}) {
    for (const std::size_t places : {1UL, 2UL, 8UL}) {
      CAPTURE(workers);
      CAPTURE(places);
      CHECK(squares(workers, places, 1000) == wanted);
      CHECK(squares(workers, places, 1) == std::vector<int>{0});
      CHECK(squares(workers, places, 0).empty());
    }
  }
}

TEST_CASE("in order: no more pieces are under way than there are places") {
  constexpr std::size_t places = 3;
  std::size_t fetched = 0;
  std::size_t handed_on = 0;
  in_order(4, places,
           {.fetch =
                [&](std::size_t) {
                  CHECK(fetched - handed_on < places);
                  return ++fetched <= 100;
                },
            .work = [](std::size_t) {},
            .hand_on = [&](std::size_t) { ++handed_on; }});
  CHECK(handed_on == 100);
}

TEST_CASE("in order: the caller fetches and hands on, on its own thread, while another is at work") {
  const auto caller = std::this_thread::get_id();
  std::promise<void> second_came;
  auto second = second_came.get_future().share();
  std::atomic<int> begun = 0;
  int fetched = 0;
  in_order(2, 4,
           {.fetch =
                [&](std::size_t) {
                  CHECK(std::this_thread::get_id() == caller);
                  if (++fetched == 2) second_came.set_value();
                  return fetched <= 10;
                },
            .work =
                [&](std::size_t) {
                  if (begun++ == 0) second.wait();  // for ever, where nobody fetches meanwhile
                },
            .hand_on = [&](std::size_t) { CHECK(std::this_thread::get_id() == caller); }});
  CHECK(begun == 10);
}

TEST_CASE("in order: what a step throws is thrown to the caller, after all threads have ended") {
  for (const unsigned workers : {1U, 4U}) {
    for (const char* step : {"fetch", "work", "hand on"}) {
      CAPTURE(workers);
      CAPTURE(step);
      CHECK(thrown_by(workers, step) == step);
    }
  }
}
