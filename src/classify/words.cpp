#include "classify/words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "base/utf8.hpp"
#include "classify/code_points.hpp"
#include "classify/word_hash.hpp"
#include "feedback/redaction_tags.hpp"

namespace postbox::classify {
namespace {

// Nearly all bytes are ASCII: of those that are letters the lower case, and above it the bit of
// Word::letters; 0 for all other bytes.
constexpr unsigned letters_shift = 8;
constexpr std::array<std::uint64_t, 0x100> folded_ascii = [] {
  std::array<std::uint64_t, 0x100> table{};
  for (char32_t c = 0; c < 0x80; ++c) {
    if (kind_of(c) != CodePointKind::letter) continue;
    table[c] = lower(c);
    if (lower(c) >= U'a') table[c] |= std::uint64_t{1} << (letters_shift + lower(c) - U'a');
  }
  return table;
}();

std::uint64_t folded(char byte) { return folded_ascii[static_cast<unsigned char>(byte)]; }

// No text has such a word, so nothing was learned of it.
constexpr std::string_view tag_word = "[]";

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
        at += text[at] == '[' ? take_bracket(text.substr(at), at) : 1;
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

  // The bytes taken: a tag's, which is a word that says nothing, or the bracket's.
  std::size_t take_bracket(std::string_view text, std::size_t at) {
    const auto tag = read_redaction_tag(text);
    if (!tag) return 1;
    start_word(at);
    for (const char byte : tag_word) add(byte);
    end_ = at + tag->bytes;
    end_word();
    return tag->bytes;
  }

  // The bytes taken.
  std::size_t take_other(std::string_view text, std::size_t at) {
    const utf8::Decoded decoded = utf8::decode(text);
    if (decoded.size == 0) {
      end_word();
      return 1;
    }
    switch (kind_of(decoded.code_point)) {
      case CodePointKind::letter:
        start_word(at);
        add_folded(decoded.code_point, text.substr(0, decoded.size));
        end_ = at + decoded.size;
        break;
      case CodePointKind::emoji:
        end_word();
        start_word(at);
        add(text.substr(0, decoded.size));
        end_ = at + decoded.size;
        end_word();
        break;
      case CodePointKind::apostrophe:  // joins the letters around it, and parts nothing: a lads' club
      case CodePointKind::invisible:
        break;
      case CodePointKind::other:
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
