// The words by which a rare combination is told (config/rare.toml), and words as they are compared with them.
//
// Lists say what a word can be; what it is in its sentence is decided in clues.hpp and only_one.hpp. Words
// are folded and parted at hyphens, so that "7-year-old", "seven year old" and "Prader-Willi" have one form.
// Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "redact/lexicon.hpp"
#include "redact/rare_glance.hpp"
#include "redact/reading.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

enum class RareList : std::uint8_t {
  condition,    // angelman, prader willi
  need,         // deaf, wheelchair
  family,       // twins, foster
  background,   // roma, muslim: one, where a person is called so
  role,         // headteacher's son
  place,        // bootle: one, where it has a capital or stands after "in"
  small_place,  // our village
  only,         // the only, one of two
  nobody_else,  // nobody else in
  person,       // girl, pupil, family
  group,        // class, village: what somebody is the only one of
  school,       // school, primary
  no_school,    // special, our: what stands before "school" and is not its name
};

constexpr ListBits bit_of(RareList list) { return ListBits{1} << static_cast<unsigned>(list); }
// Beside the lists: what an age needs, a number or a word for one.
inline constexpr ListBits age_bit = bit_of(RareList::no_school) << 1U;

struct RareEntry {
  std::vector<std::string> words;
  RareList list;
};

// All that begin with one word.
struct RareEntries {
  std::vector<RareEntry> entries;
  ListBits lists = 0;  // that have one of them

  bool has(RareList list) const { return (lists & bit_of(list)) != 0; }
};

struct RareToken {
  std::string_view word;  // folded, kept by the reading
  Marks marks;            // Mark::starts_phrase where an entry begins so, Mark::age where an age may
  Span span;              // in its text
  Shape shape = Shape::lower;
  Gap before = Gap::sentence;
  bool possessive = false;
  bool starts_sentence = false;
  std::size_t sentence = 0;            // counted over all answers
  const RareEntries* known = nullptr;  // those that begin with this word
};

using RareTokens = std::span<const RareToken>;

class RareWords {
 public:
  RareWords();

  // One word or several. An entry without any letter is not added.
  void add(std::string_view entry, RareList list);

  // The lists of which a text may hold an entry, and age_bit: rare_glance.hpp.
  ListBits glance(std::string_view text) const;

  // What a text is read with (reading.hpp).
  const Lexicon& marks() const { return marks_; }

  // `sentence` goes to the number of the last sentence.
  std::vector<RareToken> tokens(const Reading& reading, std::size_t& sentence) const;

 private:
  void add_to_glance(const RareEntry& entry);
  void part(const Word& word, std::size_t sentence, std::vector<RareToken>& tokens) const;

  Lexicon marks_;
  RareGlance glance_;
  std::map<std::string, RareEntries, std::less<>> by_first_;
};

// How many words the longest entry of the list has that begins at `at`, within one sentence; 0 for none.
std::size_t words_at(RareTokens tokens, std::size_t at, RareList list);

}  // namespace postbox::redact
