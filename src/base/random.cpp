#include "base/random.hpp"

#include <sys/random.h>

#include <array>
#include <bit>
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

std::int64_t random_row_key(Random& random) {
  for (;;) {
    std::array<unsigned char, 8> bytes{};
    random.fill(bytes);
    const auto key = static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(bytes) >> 1U);
    if (key != 0) return key;
  }
}

}  // namespace postbox
