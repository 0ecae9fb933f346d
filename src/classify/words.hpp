// A text as words, so that how it was typed does not matter.
//
// Folded: case, apostrophes (straight, curly or missing), white space of any kind, invisible characters, and
// all punctuation, which parts words and means nothing more: half of what families send has none, and a
// verdict must not hang on a full stop. An emoji is a word of its own. Initials with dots are one word
// ("E.H.C.P." is "ehcp"). What
// redaction left of an identifier is one word that says nothing: "[vehicle]" is not about transport. Offsets
// are bytes of the text, half open, ascending. Pure; any bytes will do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace postbox::classify {

// Lives as long as its Words.
struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view folded;
  const std::uint64_t* hashes = nullptr;  // of each beginning of `folded`, the shortest first (word_hash.hpp)
  std::uint32_t letters = 0;              // a bit for each of a to z that stands in it

  std::uint64_t hash() const { return hashes[folded.size() - 1]; }
};

// The folded words stand in one block of letters: a text costs three pieces of memory, however many words.
class Words {
 public:
  explicit Words(std::string_view text);

  std::size_t size() const { return words_.size(); }
  bool empty() const { return words_.empty(); }
  bool are_ascii() const { return are_ascii_; }
  const Word& operator[](std::size_t at) const { return words_[at]; }
  std::vector<Word>::const_iterator begin() const { return words_.begin(); }
  std::vector<Word>::const_iterator end() const { return words_.end(); }

 private:
  // NOLINTBEGIN(modernize-avoid-c-arrays): not cleared first, unlike a vector
  std::unique_ptr<char[]> letters_;
  std::unique_ptr<std::uint64_t[]> hashes_;
  // NOLINTEND(modernize-avoid-c-arrays)
  std::vector<Word> words_;
  bool are_ascii_ = true;
};

}  // namespace postbox::classify
