// A piece of a text: bytes [begin, end), always on the borders of code points.
#pragma once

#include <cstddef>
#include <vector>

namespace postbox::redact {

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

// Ascending, not overlapping.
using Spans = std::vector<Span>;

}  // namespace postbox::redact
