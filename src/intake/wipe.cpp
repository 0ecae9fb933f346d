#include "intake/wipe.hpp"

#include <array>
#include <cstring>

namespace postbox::intake {
namespace {

constexpr std::size_t deepest = 64UL * 1024;  // a form post with its pages needs 20 KiB

}  // namespace

void wipe(std::span<char> room) { ::explicit_bzero(room.data(), room.size()); }

// Not inlined, or the room would lie in the frame of a caller that goes on.
[[gnu::noinline]] void wipe_stack() {
  std::array<char, deepest> room;  // NOLINT(cppcoreguidelines-pro-type-member-init): that is what is wiped
  wipe(room);
}

}  // namespace postbox::intake
