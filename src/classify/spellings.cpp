#include "classify/spellings.hpp"

#include <algorithm>

#include "classify/word_hash.hpp"

namespace postbox::classify {
namespace {

// Of a longer beginning this many bytes count: there is a bit for each length.
constexpr std::size_t beginning_bytes_max = 64;
constexpr std::size_t three = 3;

}  // namespace

Spelling Spellings::word(std::string_view folded) { return words_.add(WordHash(folded).value(), count_); }

Spelling Spellings::beginning(std::string_view folded) {
  const std::size_t size = std::min(folded.size(), beginning_bytes_max);
  const std::uint64_t first_letters = WordHash(folded.substr(0, three)).value();
  (size < three ? lengths_of_two_[first_letters % lengths_of_two_.size()]
                : lengths_[first_letters % lengths_.size()]) |= 1ULL << (size - 1);
  return beginnings_.add(WordHash(folded.substr(0, size)).value(), count_);
}

// Writes the spellings of a word and returns their end. Whether there is one is added up and not branched on:
// no processor guesses it.
Spelling* Spellings::spell(const Word& word, Spelling* to) const {
  const auto add = [&](Spelling spelling) {
    *to = spelling;
    to += spelling != NumberedWords::none ? 1 : 0;
  };
  add(words_.find(word.hash()));
  const std::size_t size = std::min(word.folded.size(), beginning_bytes_max);
  const std::uint64_t first_two = word.hashes[std::min(size, three - 1) - 1];
  const std::uint64_t first_three = word.hashes[std::min(size, three) - 1];
  std::uint64_t lengths =
      lengths_[first_three % lengths_.size()] | lengths_of_two_[first_two % lengths_of_two_.size()];
  lengths &= ~0ULL >> (beginning_bytes_max - size);
  for (; lengths != 0; lengths &= lengths - 1) {
    add(beginnings_.find(word.hashes[__builtin_ctzll(lengths)]));
  }
  return to;
}

SpelledText Spellings::spell(const Words& words) const {
  SpelledText text;
  for (const Word& word : words) words_.will_find(word.hash());
  text.begins_.resize(words.size() + SpelledText::words_after + 1);
  constexpr std::size_t of_word_max = beginning_bytes_max + 2;  // and one that is none
  text.spellings_.resize(2 * words.size() + of_word_max);
  std::size_t end = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (text.spellings_.size() < end + of_word_max) text.spellings_.resize(2 * text.spellings_.size());
    text.begins_[at] = static_cast<std::uint32_t>(end);
    end = static_cast<std::size_t>(spell(words[at], text.spellings_.data() + end) - text.spellings_.data());
  }
  std::fill(text.begins_.end() - SpelledText::words_after - 1, text.begins_.end(),
            static_cast<std::uint32_t>(end));
  return text;
}

}  // namespace postbox::classify
