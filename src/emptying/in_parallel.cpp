#include "emptying/in_parallel.hpp"

#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace postbox::emptying {
namespace {

// Takes the next index until none is left or something was thrown.
void take_turns(std::atomic<std::size_t>& next, std::size_t count,
                const std::function<void(std::size_t)>& work, std::exception_ptr& thrown) {
  try {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  } catch (...) {
    thrown = std::current_exception();
    next = count;
  }
}

}  // namespace

void in_parallel(unsigned workers, std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::exception_ptr> thrown(workers > 0 ? workers : 1);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < thrown.size(); ++i) {
      threads.emplace_back([&, i] { take_turns(next, count, work, thrown[i]); });
    }
    take_turns(next, count, work, thrown[0]);
  }
  for (const std::exception_ptr& error : thrown) {
    if (error) std::rethrow_exception(error);
  }
}

}  // namespace postbox::emptying
