#include "classify/numbered_words.hpp"

namespace postbox::classify {

std::uint32_t NumberedWords::add(std::uint64_t hash, std::uint32_t& next) {
  if (const std::uint32_t known = find(hash); known != none) return known;
  if (++used_ * 2 > places_.size()) grow();
  free_place(hash) = {hash, next};
  return next++;
}

NumberedWords::Place& NumberedWords::free_place(std::uint64_t hash) {
  const std::size_t last = places_.size() - 1;
  std::size_t at = spread(hash) & last;
  while (places_[at].number != none) at = (at + 1) & last;
  return places_[at];
}

void NumberedWords::grow() {
  std::vector<Place> old(places_.size() * 2);
  old.swap(places_);
  for (const Place& place : old) {
    if (place.number != none) free_place(place.hash) = place;
  }
}

}  // namespace postbox::classify
