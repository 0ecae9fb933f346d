#include "base/random.hpp"

#include <sys/random.h>

#include <cerrno>

#include "base/error.hpp"

namespace postbox {

void SystemRandom::fill(std::span<unsigned char> bytes) {
  while (!bytes.empty()) {
    const ssize_t got = getrandom(bytes.data(), bytes.size(), 0);
    if (got < 0 && errno != EINTR) throw Error(Fault::storage, "the system gives no random bytes");
    if (got > 0) bytes = bytes.subspan(static_cast<std::size_t>(got));
  }
}

std::vector<std::uint64_t> random_numbers(Random& random, std::size_t count) {
  constexpr std::size_t size = sizeof(std::uint64_t);
  std::vector<unsigned char> bytes(count * size);
  random.fill(bytes);
  std::vector<std::uint64_t> numbers(count);
  for (std::size_t i = 0; i < bytes.size(); ++i) numbers[i / size] = numbers[i / size] << 8U | bytes[i];
  return numbers;
}

}  // namespace postbox
