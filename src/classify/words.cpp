#include "classify/words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "base/utf8.hpp"
#include "classify/word_hash.hpp"

namespace postbox::classify {
namespace {

enum class Kind : std::uint8_t { letter, emoji, apostrophe, invisible, other };

constexpr bool between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

constexpr bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x2BC || c == 0x2032;
}

// Soft hyphen, zero-width characters, word joiner, variation selectors, skin tones, byte order mark.
constexpr bool is_invisible(char32_t c) {
  return c == 0xAD || between(c, 0x200B, 0x200F) || c == 0x2060 || between(c, 0xFE00, 0xFE0F) ||
         between(c, 0x1F3FB, 0x1F3FF) || c == 0xFEFF;
}

constexpr bool is_emoji(char32_t c) { return between(c, 0x2600, 0x27BF) || between(c, 0x1F000, 0x1FAFF); }

// Commas, full stops and question marks of other scripts: Greek, Armenian, Hebrew, Arabic and Urdu, danda,
// Burmese, Ethiopic, Khmer.
constexpr bool is_foreign_punctuation(char32_t c) {
  return c == 0x37E || c == 0x387 || between(c, 0x55A, 0x55F) || c == 0x589 || c == 0x58A || c == 0x5BE ||
         c == 0x5C3 || c == 0x60C || c == 0x61B || c == 0x61F || c == 0x6D4 || between(c, 0x66A, 0x66D) ||
         c == 0x964 || c == 0x965 || c == 0x104A || c == 0x104B || between(c, 0x1360, 0x1368) ||
         between(c, 0x17D4, 0x17D6);
}

constexpr bool is_letter(char32_t c) {
  if (c < 0x80) return between(c, U'0', U'9') || between(c, U'a', U'z') || between(c, U'A', U'Z');
  const bool sign =
      c < 0xC0 || c == 0xD7 || c == 0xF7 || between(c, 0x2000, 0x2BFF) || is_foreign_punctuation(c);
  return !sign && !between(c, 0x3000, 0x303F) && c < 0xE000;
}

constexpr Kind kind_of(char32_t c) {
  if (is_apostrophe(c)) return Kind::apostrophe;
  if (is_invisible(c)) return Kind::invisible;
  if (is_emoji(c)) return Kind::emoji;
  return is_letter(c) ? Kind::letter : Kind::other;
}

// The lower case of Latin, Greek, Cyrillic and Armenian letters; others stay. Keeps the length in UTF-8.
constexpr char32_t lower(char32_t c) {
  if (between(c, U'A', U'Z') || (between(c, 0xC0, 0xDE) && c != 0xD7)) return c + 0x20;
  if (between(c, 0x100, 0x137) || between(c, 0x14A, 0x177)) return c | 1U;
  if (between(c, 0x1A0, 0x1A5) || between(c, 0x1E00, 0x1E95) || between(c, 0x1EA0, 0x1EFF)) return c | 1U;
  if (c == 0x1AF) return 0x1B0;
  if (between(c, 0x139, 0x148) || between(c, 0x179, 0x17E)) return c + (c & 1U);
  if (between(c, 0x391, 0x3A9) || between(c, 0x410, 0x42F)) return c + 0x20;
  if (between(c, 0x400, 0x40F)) return c + 0x50;
  if (between(c, 0x531, 0x556)) return c + 0x30;
  return c;
}

// Nearly all bytes are ASCII: of those that are letters the lower case, and above it the bit of
// Word::letters; 0 for all other bytes.
constexpr unsigned letters_shift = 8;
constexpr std::array<std::uint64_t, 0x100> folded_ascii = [] {
  std::array<std::uint64_t, 0x100> table{};
  for (char32_t c = 0; c < 0x80; ++c) {
    if (kind_of(c) != Kind::letter) continue;
    table[c] = lower(c);
    if (lower(c) >= U'a') table[c] |= std::uint64_t{1} << (letters_shift + lower(c) - U'a');
  }
  return table;
}();

std::uint64_t folded(char byte) { return folded_ascii[static_cast<unsigned char>(byte)]; }

class Splitter {
 public:
  // `letters` and `hashes` have room for as many bytes as the text: folding makes nothing longer.
  Splitter(char* letters, std::uint64_t* hashes, std::vector<Word>& words)
      : next_(letters), word_(letters), next_hash_(hashes), words_(words) {}

  void split(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (folded(text[at]) != 0) {
        at += take_letters(text.substr(at), at);
      } else if (static_cast<unsigned char>(text[at]) >= 0x80) {
        at += take_other(text.substr(at), at);
      } else {
        if (!is_apostrophe(static_cast<unsigned char>(text[at]))) end_word();
        ++at;
      }
    }
    end_word();
  }

  // Whether two words of one letter follow each other.
  bool may_hold_initials() const { return may_hold_initials_; }

  bool are_ascii() const { return are_ascii_; }

 private:
  // A run of ASCII letters: nearly all of every text. All that changes stands in registers meanwhile.
  std::size_t take_letters(std::string_view text, std::size_t begin) {
    start_word(begin);
    char* const letters = next_;
    std::uint64_t* const hashes = next_hash_;
    WordHash hash = hash_;
    std::uint64_t seen = 0;
    std::size_t count = 0;
    for (; count < text.size(); ++count) {
      const std::uint64_t letter = folded(text[count]);
      if (letter == 0) break;
      seen |= letter;
      letters[count] = static_cast<char>(letter);
      hash.add(static_cast<char>(letter));
      hashes[count] = hash.value();
    }
    next_ += count;
    next_hash_ += count;
    hash_ = hash;
    seen_ |= static_cast<std::uint32_t>(seen >> letters_shift);
    end_ = begin + count;
    return count;
  }

  // The bytes taken.
  std::size_t take_other(std::string_view text, std::size_t at) {
    const utf8::Decoded decoded = utf8::decode(text);
    if (decoded.size == 0) {
      end_word();
      return 1;
    }
    switch (kind_of(decoded.code_point)) {
      case Kind::letter:
        start_word(at);
        add_folded(decoded.code_point, text.substr(0, decoded.size));
        end_ = at + decoded.size;
        break;
      case Kind::emoji:
        end_word();
        start_word(at);
        add(text.substr(0, decoded.size));
        end_ = at + decoded.size;
        end_word();
        break;
      case Kind::apostrophe:  // joins the letters around it, and parts nothing: a lads' club
      case Kind::invisible:
        break;
      case Kind::other:
        end_word();
    }
    return decoded.size;
  }

  void add(char byte) {
    *next_++ = byte;
    hash_.add(byte);
    *next_hash_++ = hash_.value();
  }

  // Of a code point beyond ASCII.
  void add(std::string_view bytes) {
    are_ascii_ = false;
    for (const char byte : bytes) add(byte);
  }

  void add_folded(char32_t c, std::string_view as_typed) {
    const char32_t small = lower(c);
    if (small == c) return add(as_typed);
    // lower() gives letters of two bytes, for Vietnamese ones three.
    const auto last = static_cast<char>(0x80U | (small & 0x3FU));
    if (small < 0x800) return add(std::string{static_cast<char>(0xC0U | (small >> 6U)), last});
    add(std::string{static_cast<char>(0xE0U | (small >> 12U)),
                    static_cast<char>(0x80U | (small >> 6U & 0x3FU)), last});
  }

  void start_word(std::size_t at) {
    if (word_ == next_) begin_ = at;
  }

  void end_word() {
    if (word_ == next_) return;
    const auto size = static_cast<std::size_t>(next_ - word_);
    may_hold_initials_ = may_hold_initials_ || (size == 1 && last_size_ == 1);
    last_size_ = size;
    words_.push_back({begin_, end_, {word_, size}, next_hash_ - size, seen_});
    word_ = next_;
    hash_ = {};
    seen_ = 0;
  }

  char* next_;
  const char* word_;  // where the word that is being read starts
  std::uint64_t* next_hash_;
  std::vector<Word>& words_;
  WordHash hash_;
  std::uint32_t seen_ = 0;  // Word::letters
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t last_size_ = 0;  // of the word before
  bool may_hold_initials_ = false;
  bool are_ascii_ = true;
};

bool is_initial(const Word& word) {
  return word.folded.size() == 1 && between(static_cast<unsigned char>(word.folded.front()), U'a', U'z');
}

// "E.H.C.P.": single letters with nothing but a dot between them. Their letters are neighbours already;
// `hashes` are those of the first word's first letter and all after it.
void join_initials(std::vector<Word>& words, std::string_view text, std::uint64_t* hashes) {
  auto last = words.begin();
  bool last_is_initials = false;
  WordHash hash;  // of the initials so far: hundreds may follow each other
  for (auto word = words.begin(); word != words.end(); ++word) {
    const bool initial = is_initial(*word);
    if (initial && last_is_initials && word->begin == last->end + 1 && text[last->end] == '.') {
      last->folded = {last->folded.data(), last->folded.size() + 1};
      last->end = word->end;
      last->letters |= word->letters;
      hash.add(word->folded.front());
      hashes[word->hashes - hashes] = hash.value();
      continue;
    }
    if (word != words.begin()) ++last;
    *last = *word;
    last_is_initials = initial;
    if (initial) hash = WordHash(word->folded);
  }
  if (!words.empty()) words.erase(last + 1, words.end());
}

}  // namespace

Words::Words(std::string_view text)
    // NOLINTBEGIN(modernize-avoid-c-arrays): as in the header
    : letters_(std::make_unique_for_overwrite<char[]>(text.size())),
      hashes_(std::make_unique_for_overwrite<std::uint64_t[]>(text.size())) {
  // NOLINTEND(modernize-avoid-c-arrays)
  constexpr std::size_t usual_word_bytes = 4;  // with the space after it
  words_.reserve(text.size() / usual_word_bytes + 1);
  Splitter splitter(letters_.get(), hashes_.get(), words_);
  splitter.split(text);
  are_ascii_ = splitter.are_ascii();
  if (splitter.may_hold_initials()) join_initials(words_, text, hashes_.get());
}

}  // namespace postbox::classify
