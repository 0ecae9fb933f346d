#include "redact/lexicon.hpp"

#include <algorithm>

#include "redact/letters.hpp"

namespace postbox::redact {
namespace {

// FNV-1a. Lists are the keeper's own: nobody can choose words that collide.
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

}  // namespace

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

Marks Lexicon::marks_of(std::string_view folded) const {
  if (entries_.empty() || folded.empty()) return {};
  return entries_[place_of(folded, hash_of(folded))].marks;
}

std::size_t Lexicon::count(Mark mark) const {
  return static_cast<std::size_t>(std::count_if(
      entries_.begin(), entries_.end(), [mark](const Entry& entry) { return entry.marks.has(mark); }));
}

// Where the word stands, or the free place where it would.
std::size_t Lexicon::place_of(std::string_view folded, std::uint32_t hash) const {
  const std::size_t last = entries_.size() - 1;  // the size is a power of two
  for (std::size_t place = hash & last;; place = (place + 1) & last) {
    const Entry& entry = entries_[place];
    if (entry.size == 0) return place;
    if (entry.hash == hash && std::string_view(letters_).substr(entry.begin, entry.size) == folded) {
      return place;
    }
  }
}

Marks& Lexicon::marks_at(std::string_view folded) {
  if (used_ * 4 >= entries_.size() * 3) grow();
  const std::uint32_t hash = hash_of(folded);
  Entry& entry = entries_[place_of(folded, hash)];
  if (entry.size == 0) {
    entry.begin = static_cast<std::uint32_t>(letters_.size());
    entry.size = static_cast<std::uint32_t>(folded.size());
    entry.hash = hash;
    letters_ += folded;
    ++used_;
  }
  return entry.marks;
}

void Lexicon::grow() {
  constexpr std::size_t least = 2048;  // the shipped lists end at 131,072 places, seven tenths full
  std::vector<Entry> old(std::max(least, entries_.size() * 4));
  old.swap(entries_);
  const std::size_t last = entries_.size() - 1;
  for (const Entry& entry : old) {
    if (entry.size == 0) continue;
    std::size_t place = entry.hash & last;
    while (entries_[place].size != 0) place = (place + 1) & last;
    entries_[place] = entry;
  }
}

}  // namespace postbox::redact
