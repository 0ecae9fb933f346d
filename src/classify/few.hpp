// std::stable_sort takes memory even for two things; of signs and hits a text has a handful.
#pragma once

#include <algorithm>
#include <iterator>
#include <utility>

namespace postbox::classify {

template <class Iterator, class Less>
void stable_sort_few(Iterator begin, Iterator end, Less less) {
  constexpr std::ptrdiff_t few = 24;
  if (std::distance(begin, end) > few) return std::stable_sort(begin, end, less);
  for (Iterator next = begin; next != end; ++next) {
    auto moved = std::move(*next);
    Iterator at = next;
    for (; at != begin && less(moved, *std::prev(at)); --at) *at = std::move(*std::prev(at));
    *at = std::move(moved);
  }
}

}  // namespace postbox::classify
