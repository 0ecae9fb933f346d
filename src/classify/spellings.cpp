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
  const std::size_t from = text.spellings_.size();
  text.spellings_.push_back(0);  // the whole word's place, which is known last
  WordHash hash;
  for (std::size_t at = 0; at < word.folded.size(); ++at) {
    hash.add(word.folded[at]);
    const std::size_t bit = spread(hash.value()) % (may_begin_.size() * 64);
    if ((may_begin_[bit / 64] >> (bit % 64) & 1U) == 0) continue;
    const Spelling found = beginnings_.find(word.folded.substr(0, at + 1), hash.value());
    if (found != Numbers::none) text.spellings_.push_back(found);
  }
  const Spelling whole = words_.find(word.folded, hash.value());
  if (whole != Numbers::none) {
    text.spellings_[from] = whole;
  } else {
    text.spellings_.erase(text.spellings_.begin() + static_cast<std::ptrdiff_t>(from));
  }
}

SpelledText Spellings::spell(const Words& words) const {
  SpelledText text;
  text.spellings_.reserve(2 * words.size());
  text.starts_.reserve(words.size() + 1);
  text.bits_.reserve(words.size() + SpelledText::words_after);
  for (const Word& word : words) {
    text.starts_.push_back(static_cast<std::uint32_t>(text.spellings_.size()));
    spell(word, text);
    std::uint64_t bits = 0;
    for (std::size_t s = text.starts_.back(); s < text.spellings_.size(); ++s) {
      bits |= SpelledText::bit_of(text.spellings_[s]);
    }
    text.bits_.push_back(bits);
  }
  text.starts_.push_back(static_cast<std::uint32_t>(text.spellings_.size()));
  text.bits_.resize(words.size() + SpelledText::words_after);
  return text;
}

}  // namespace postbox::classify
