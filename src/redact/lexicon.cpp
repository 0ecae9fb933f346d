#include "redact/lexicon.hpp"

#include <algorithm>

#include "redact/letters.hpp"

namespace postbox::redact {

void Lexicon::add(std::string_view entry, Mark mark) {
  const std::string folded = fold(entry);
  if (folded.empty()) return;
  marks_at(folded).set(mark);
  for (std::size_t space = folded.find(' '); space != std::string::npos;
       space = folded.find(' ', space + 1)) {
    std::string start = folded.substr(0, space);
    if (start.ends_with(',')) start.pop_back();
    if (start.ends_with("'s")) start.resize(start.size() - 2);  // a text's words come without it
    marks_at(start).set(Mark::starts_phrase);
  }
}

std::size_t Lexicon::count(Mark mark) const {
  return static_cast<std::size_t>(std::count_if(
      entries_.begin(), entries_.end(), [mark](const Entry& entry) { return entry.marks.has(mark); }));
}

Marks& Lexicon::marks_at(std::string_view folded) {
  if (entries_.size() * 2 >= places_.size()) grow();
  const WordKey word(folded);
  Place& place = places_[place_of(word)];
  if (place.entry == 0) {
    entries_.push_back({word.first_letters(),
                        {},
                        static_cast<std::uint32_t>(letters_.size()),
                        static_cast<std::uint32_t>(folded.size())});
    letters_ += folded;
    note_pair(folded);
    place = {word.hash(), static_cast<std::uint32_t>(entries_.size())};
  }
  return entries_[place.entry - 1].marks;
}

void Lexicon::note_pair(std::string_view folded) {
  const std::size_t space = folded.find(' ');
  if (space == std::string_view::npos || folded.find(' ', space + 1) != std::string_view::npos) return;
  const std::size_t bit = bit_of_pair(folded.substr(0, space), folded.substr(space + 1));
  pairs_[bit / pair_bits] |= std::uint64_t{1} << bit % pair_bits;
}

void Lexicon::grow() {
  constexpr std::size_t least = 4096;  // the shipped lists end at 262,144 places
  std::vector<Place> old(std::max(least, places_.size() * 4));
  old.swap(places_);
  const std::size_t last = places_.size() - 1;
  for (const Place& taken : old) {
    if (taken.entry == 0) continue;
    std::size_t place = taken.hash & last;
    while (places_[place].entry != 0) place = (place + 1) & last;
    places_[place] = taken;
  }
}

}  // namespace postbox::redact
