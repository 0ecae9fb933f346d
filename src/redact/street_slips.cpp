#include "redact/street_slips.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace postbox::redact {
namespace {

// Behind the first letter that differs: the same rest, with one letter less or more, or another one.
bool is_one_slip(std::string_view typed, std::string_view meant) {
  const auto parted = std::mismatch(typed.begin(), typed.end(), meant.begin(), meant.end());
  const auto same = static_cast<std::size_t>(parted.first - typed.begin());
  const std::string_view left = typed.substr(same);
  const std::string_view right = meant.substr(same);
  if (left.size() == right.size()) {
    const bool swapped = left.size() > 1 && left[0] == right[1] && left[1] == right[0];
    return (swapped && left.substr(2) == right.substr(2)) || left.substr(1) == right.substr(1);
  }
  return left.size() > right.size() ? left.substr(1) == right : left == right.substr(1);
}

}  // namespace

bool is_street_slip(std::string_view word) {
  static constexpr std::array<std::string_view, 11> kinds = {"road",    "street",   "lane",    "avenue",
                                                             "terrace", "crescent", "gardens", "grove",
                                                             "drive",   "close",    "view"};
  return std::any_of(kinds.begin(), kinds.end(), [word](std::string_view kind) {
    const bool near = word.size() + 1 >= kind.size() && word.size() <= kind.size() + 1;
    return near && word.front() == kind.front() && is_one_slip(word, kind);
  });
}

}  // namespace postbox::redact
