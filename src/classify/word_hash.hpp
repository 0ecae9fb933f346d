// The hash of a word's letters, letter by letter: the hashes of its beginnings are met on the way. FNV-1a.
#pragma once

#include <cstdint>
#include <string_view>

namespace postbox::classify {

class WordHash {
 public:
  WordHash() = default;
  explicit WordHash(std::string_view letters) {
    for (const char letter : letters) add(letter);
  }

  void add(char letter) { value_ = (value_ ^ static_cast<unsigned char>(letter)) * 0x100000001B3U; }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325U;
};

}  // namespace postbox::classify
