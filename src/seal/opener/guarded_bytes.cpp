#include "seal/opener/guarded_bytes.hpp"

#include <sodium.h>

#include <utility>

#include "base/error.hpp"
#include "seal/sealer.hpp"

namespace postbox::seal {

GuardedBytes::GuardedBytes(std::size_t size) : size_(size) {
  // libsodium chooses its canary when it starts; memory taken before would look damaged when given back.
  start();
  // A system that allows no locked memory (RLIMIT_MEMLOCK) is no error: sodium_malloc goes on without.
  memory_.reset(static_cast<unsigned char*>(sodium_malloc(size)));
  if (!memory_) throw Error(Fault::busy, "no memory for a secret key", "close other programs, try again");
}

GuardedBytes::GuardedBytes(GuardedBytes&& other) noexcept
    : memory_(std::move(other.memory_)), size_(std::exchange(other.size_, 0)) {}

GuardedBytes& GuardedBytes::operator=(GuardedBytes&& other) noexcept {
  memory_ = std::move(other.memory_);
  size_ = std::exchange(other.size_, 0);
  return *this;
}

void GuardedBytes::make_read_only() { sodium_mprotect_readonly(memory_.get()); }

void GuardedBytes::Free::operator()(unsigned char* memory) const noexcept { sodium_free(memory); }

}  // namespace postbox::seal
