// The memory of postbox-server: every block is wiped when it is given back.
//
// What a family wrote passes through many strings on its way to the seal; none of them may be found in the
// process afterwards. Linked into postbox-server alone; the keeper's words lie on the keeper's machine
// anyway.
#include <malloc.h>

#include <cstdlib>
#include <cstring>
#include <new>

// NOLINTBEGIN(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory,misc-new-delete-overloads): this is
// what new and delete are made of; the forms left out end in these.
namespace {

void* take(std::size_t bytes) {
  for (;;) {
    if (void* block = std::malloc(bytes != 0 ? bytes : 1)) return block;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

// The whole block, for a string may have grown beyond what it first asked for.
void wipe_and_give_back(void* block) noexcept {
  if (block == nullptr) return;
  ::explicit_bzero(block, ::malloc_usable_size(block));
  std::free(block);
}

}  // namespace

// The array and nothrow forms of the library end in these.
void* operator new(std::size_t bytes) { return take(bytes); }
void operator delete(void* block) noexcept { wipe_and_give_back(block); }
void operator delete(void* block, std::size_t /*bytes*/) noexcept { wipe_and_give_back(block); }
// NOLINTEND(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory,misc-new-delete-overloads)
