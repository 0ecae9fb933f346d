// A public key that may be replaced while others seal to it.
#pragma once

#include <mutex>

#include "seal/public_key.hpp"

namespace postbox::seal {

// Safe from several threads.
class KeyInUse {
 public:
  explicit KeyInUse(const PublicKey& key) : key_(key) {}

  PublicKey now() const {
    const std::lock_guard lock(mutex_);
    return key_;
  }

  void replace(const PublicKey& key) {
    const std::lock_guard lock(mutex_);
    key_ = key;
  }

 private:
  mutable std::mutex mutex_;
  PublicKey key_;
};

}  // namespace postbox::seal
