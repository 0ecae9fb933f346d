#include "intake/mark_counts.hpp"

#include <utility>

namespace postbox::intake {
namespace {

constexpr std::size_t places = 32'768;
static_assert(MarkCounts::marks_max < places);

}  // namespace

// The mark's own place, or the free one that it would get. A quarter of all places is free.
MarkCounts::Place& MarkCounts::place_of(Table& table, std::uint64_t mark) {
  std::size_t at = mark % places;
  while (table[at].count != 0 && table[at].mark != mark) at = (at + 1) % places;
  return table[at];
}

unsigned MarkCounts::add(std::uint64_t mark) {
  if (newer_.empty()) newer_.resize(places);
  if (kept_ >= marks_max) {
    older_.swap(newer_);
    newer_.assign(places, {});
    kept_ = 0;
  }
  Place& place = place_of(newer_, mark);
  if (place.count == 0) ++kept_;
  place.mark = mark;
  const unsigned before = place.count++;
  return before + (older_.empty() ? 0 : place_of(older_, mark).count);
}

void MarkCounts::forget() {
  older_ = {};
  newer_ = {};
  kept_ = 0;
}

}  // namespace postbox::intake
