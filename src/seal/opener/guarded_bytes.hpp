// Secret bytes in memory of their own: locked against swapping where the system allows it, kept out of core
// dumps, between guard pages, and wiped when the owner goes out of scope. Moves, never copies.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace postbox::seal {

class GuardedBytes {
 public:
  GuardedBytes() = default;  // none
  // `size` bytes of no meaning yet; throws Error(Fault::busy) when memory is short.
  explicit GuardedBytes(std::size_t size);
  GuardedBytes(GuardedBytes&& other) noexcept;
  GuardedBytes& operator=(GuardedBytes&& other) noexcept;
  GuardedBytes(const GuardedBytes&) = delete;
  GuardedBytes& operator=(const GuardedBytes&) = delete;
  ~GuardedBytes() = default;

  std::span<unsigned char> bytes() { return {memory_.get(), size_}; }
  std::span<const unsigned char> bytes() const { return {memory_.get(), size_}; }
  // From here on a write ends the program.
  void make_read_only();

 private:
  struct Free {
    void operator()(unsigned char* memory) const noexcept;
  };
  std::unique_ptr<unsigned char, Free> memory_;
  std::size_t size_ = 0;
};

}  // namespace postbox::seal
