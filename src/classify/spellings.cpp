#include "classify/spellings.hpp"

#include "classify/word_hash.hpp"

namespace postbox::classify {
namespace {

// FNV's high bits are the better mixed ones.
std::size_t spread(std::uint64_t hash) { return static_cast<std::size_t>(hash ^ (hash >> 32U)); }

}  // namespace

Spelling Spellings::Numbers::find(std::string_view folded, std::uint64_t hash) const {
  const std::size_t last = places_.size() - 1;  // the size is a power of two
  for (std::size_t at = spread(hash) & last; places_[at].number != none; at = (at + 1) & last) {
    const Place& place = places_[at];
    if (place.hash == hash && std::string_view(letters_).substr(place.begin, place.size) == folded) {
      return place.number;
    }
  }
  return none;
}

void Spellings::Numbers::will_find(std::uint64_t hash) const {
  __builtin_prefetch(&places_[spread(hash) & (places_.size() - 1)]);
}

Spelling Spellings::Numbers::number_of(std::string_view folded, Spelling& next) {
  const std::uint64_t hash = WordHash(folded).value();
  if (const Spelling known = find(folded, hash); known != none) return known;
  if (++used_ * 2 > places_.size()) grow();
  free_place(hash) = {hash, static_cast<std::uint32_t>(letters_.size()),
                      static_cast<std::uint32_t>(folded.size()), next};
  letters_ += folded;
  return next++;
}

Spellings::Numbers::Place& Spellings::Numbers::free_place(std::uint64_t hash) {
  const std::size_t last = places_.size() - 1;
  std::size_t at = spread(hash) & last;
  while (places_[at].number != none) at = (at + 1) & last;
  return places_[at];
}

void Spellings::Numbers::grow() {
  std::vector<Place> old(places_.size() * 2);
  old.swap(places_);
  for (const Place& place : old) {
    if (place.number != none) free_place(place.hash) = place;
  }
}

Spelling Spellings::beginning(std::string_view folded) {
  const std::size_t bit = spread(WordHash(folded).value()) % (may_begin_.size() * 64);
  may_begin_[bit / 64] |= 1ULL << (bit % 64);
  return beginnings_.number_of(folded, count_);
}

void Spellings::spell(const Word& word, SpelledText& text) const {
  const auto add = [&](Spelling spelling) {
    if (spelling == Numbers::none) return;
    text.spellings_.push_back(spelling);
    text.places_.back().bits |= SpelledText::bit_of(spelling);
  };
  text.places_.push_back({static_cast<std::uint32_t>(text.spellings_.size()), 0, 0});
  add(words_.find(word.folded, word.hash()));
  for (std::size_t at = 0; at < word.folded.size(); ++at) {
    const std::size_t bit = spread(word.hashes[at]) % (may_begin_.size() * 64);
    if ((may_begin_[bit / 64] >> (bit % 64) & 1U) == 0) continue;
    add(beginnings_.find(word.folded.substr(0, at + 1), word.hashes[at]));
  }
  text.places_.back().end = static_cast<std::uint32_t>(text.spellings_.size());
}

SpelledText Spellings::spell(const Words& words) const {
  SpelledText text;
  text.spellings_.reserve(2 * words.size());
  text.places_.reserve(words.size() + SpelledText::words_after);
  for (const Word& word : words) words_.will_find(word.hash());
  for (const Word& word : words) spell(word, text);
  text.places_.resize(words.size() + SpelledText::words_after);
  return text;
}

}  // namespace postbox::classify
