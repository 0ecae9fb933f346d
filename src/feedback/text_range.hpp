// A stretch of a text.
#pragma once

#include <cstddef>

namespace postbox {

// Bytes of UTF-8, half open [begin, end).
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const TextRange&, const TextRange&) = default;
};

}  // namespace postbox
