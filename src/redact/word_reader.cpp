#include "redact/word_reader.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "redact/letters.hpp"
#include "redact/mask.hpp"

namespace postbox::redact {
namespace {

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'ʼ' || c == U'`'; }
bool is_hyphen(char32_t c) { return c == U'-' || c == U'\u2010' || c == U'\u2011'; }
bool opens(char32_t c) { return c == U'(' || c == U'[' || c == U'"' || c == U'“' || c == U'‘' || c == U'«'; }

struct Counts {
  std::size_t letters = 0;
  std::size_t upper = 0;
  std::size_t cased = 0;
  bool first_upper = false;
  bool ends_in_s = false;
};

Shape shape_of(const Counts& counts) {
  if (counts.cased == 0) return Shape::caseless;
  if (!counts.first_upper) return Shape::lower;
  if (counts.letters == 1) return Shape::initial;
  // "AFOs", "TAs": letters of a body or a thing in the plural.
  const bool plural = counts.upper >= 2 && counts.upper + 1 == counts.letters && counts.ends_in_s;
  return counts.upper == counts.letters || plural ? Shape::upper : Shape::capital;
}

// What a byte is within a word: nothing of it, a letter, or what may go on it.
constexpr std::uint8_t no_part = 0;
constexpr std::uint8_t small = 1;
constexpr std::uint8_t capital = 2;
constexpr std::uint8_t may_join = 3;  // an apostrophe, a hyphen, anything beyond ASCII
constexpr std::array<std::uint8_t, 256> part_table = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = small;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) table[c] = capital;
  for (std::size_t c = 0x80; c <= 0xFF; ++c) table[c] = may_join;
  for (const char c : {'\'', '`', '-'}) table[static_cast<unsigned char>(c)] = may_join;
  return table;
}();

// Takes a text apart; what the words mean is none of its business.
class WordReader {
 public:
  WordReader(std::string_view text, std::span<const Masked> masked, std::vector<Word>& words)
      : text_(text), masked_(masked), words_(words) {}

  Signs read() {
    while (at_ < text_.size()) {
      const char first = text_[at_];
      if (is_ascii_letter(first)) {
        letters();
      } else if (is_digit(first)) {
        number();
      } else if (is_ascii(first)) {
        between(static_cast<unsigned char>(first), 1);
      } else {
        beyond_ascii();
      }
    }
    return signs_;
  }

 private:
  char32_t code_point_at(std::size_t position) const {
    if (position >= text_.size()) return 0;
    if (is_ascii(text_[position])) return static_cast<unsigned char>(text_[position]);
    return utf8::decode(text_.substr(position)).code_point;
  }
  std::size_t size_at(std::size_t position) const {
    if (position < text_.size() && is_ascii(text_[position])) return 1;
    return std::max<std::size_t>(utf8::decode(text_.substr(position)).size, 1);
  }

  void add(Word word) {
    word.origin = static_cast<std::uint32_t>(word.span.begin + shift_);
    word.before = gap_;
    word.line_start = line_start_;
    words_.push_back(word);
    gap_ = Gap::glued;
    line_start_ = false;
    line_breaks_ = 0;
  }

  void number() {
    const std::size_t begin = at_;
    bool plain = true;
    while (at_ < text_.size()) {
      if (is_digit(text_[at_])) {
        ++at_;
      } else if (!is_ascii(text_[at_]) && is_other_figure(code_point_at(at_))) {
        at_ += size_at(at_);
        plain = false;
      } else {
        break;
      }
    }
    signs_.other_figures = signs_.other_figures || !plain;
    Word word{.span = {begin, at_}, .folded = {}, .marks = {}, .shape = Shape::number};
    word.plain = plain;
    add(word);
  }

  void beyond_ascii() {
    const utf8::Decoded next = utf8::decode(text_.substr(at_));
    if (is_letter(next.code_point)) {
      letters();
    } else if (is_other_figure(next.code_point)) {
      number();
    } else {
      between(next.code_point, std::max<std::size_t>(next.size, 1));
    }
  }

  // The ASCII letters from here on: nearly all words are nothing else.
  void count_ascii(Counts& counts) {
    const std::size_t begin = at_;
    const std::size_t end = text_.size();
    std::size_t at = begin;
    std::size_t upper = 0;
    for (std::uint8_t part = no_part; at < end; ++at, upper += part - small) {
      part = part_table[static_cast<unsigned char>(text_[at])];
      if (part == no_part || part == may_join) break;
    }
    at_ = at;
    if (at_ == begin) return;
    if (counts.letters == 0) counts.first_upper = is_ascii_upper(text_[begin]);
    counts.letters += at_ - begin;
    counts.cased += at_ - begin;
    counts.upper += upper;
    counts.ends_in_s = text_[at_ - 1] == 's';
  }

  static void count(Counts& counts, char32_t c) {
    if (counts.letters == 0) counts.first_upper = is_upper(c);
    ++counts.letters;
    counts.upper += is_upper(c) ? 1 : 0;
    counts.cased += has_case(c) ? 1 : 0;
    counts.ends_in_s = c == U's';
  }

  void letters() {
    const std::size_t begin = at_;
    Counts counts;
    bool plain = true;
    std::size_t end = at_;
    while (at_ < text_.size()) {
      count_ascii(counts);
      if (at_ > begin && is_ascii_letter(text_[at_ - 1])) end = at_;
      if (at_ == text_.size() || part_table[static_cast<unsigned char>(text_[at_])] == no_part) break;
      const char32_t c = code_point_at(at_);
      if (is_letter(c)) {
        count(counts, c);
        at_ += size_at(at_);
        end = at_;
        plain = false;
      } else if ((is_apostrophe(c) || is_hyphen(c)) && is_letter(code_point_at(at_ + size_at(at_)))) {
        at_ += size_at(at_);
        plain = false;
      } else {
        break;
      }
    }
    Word word{.span = {begin, end}, .folded = {}, .marks = {}};
    word.plain = plain;
    if (!plain) cut_possessive(word, counts);
    word.shape = shape_of(counts);
    word.mixed = counts.upper > (counts.first_upper ? 1 : 0) && counts.upper < counts.letters;
    add(word);
  }

  // "Lily's" is the word "Lily"; "James'" is "James" because the apostrophe was never taken in.
  void cut_possessive(Word& word, Counts& counts) const {
    const std::string_view raw = text_.substr(word.span.begin, word.span.end - word.span.begin);
    for (const std::string_view ending : {"'s", "’s", "'S", "’S", "`s", "ʼs"}) {
      if (raw.size() > ending.size() && raw.ends_with(ending)) {
        word.span.end -= ending.size();
        word.possessive = true;
        counts.letters -= 1;
        counts.upper -= ending.back() == 'S' ? 1 : 0;
        break;
      }
    }
  }

  void between(char32_t c, std::size_t size) {
    if (c == U'\n') {
      line_start_ = true;
      raise(++line_breaks_ > 1 ? Gap::sentence : Gap::space);
    } else if (c == U' ' || space_at(text_, at_) != 0) {
      raise(Gap::space);
    } else if (c == U'.' && gap_ == Gap::glued && !words_.empty()) {
      words_.back().dot_after = true;
      raise(Gap::sentence);
    } else {
      punctuation(c);
    }
    at_ += size;
  }

  void punctuation(char32_t c) {
    if (is_mask(text_[at_])) {
      raise(Gap::masked);
      pass_mask();
    } else if (c == U'.' || c == U'!' || c == U'?' || c == U'…') {
      raise(Gap::sentence);
    } else if (c == U',') {
      raise(Gap::comma);
    } else if (opens(c)) {
      raise(Gap::bracket);
    } else {
      raise(Gap::other);
    }
    if (c < 0x80) signs_.ascii[c / 64] |= std::uint64_t{1} << (c % 64);
  }

  void pass_mask() {
    if (next_mask_ == masked_.size() || masked_[next_mask_].at != at_) return;
    shift_ = masked_[next_mask_++].origin.end - (at_ + 1);
  }

  // The strongest thing between two words counts, except that a start of the text stays a start.
  void raise(Gap gap) { gap_ = std::max(gap_, gap); }

  std::string_view text_;
  std::span<const Masked> masked_;
  std::vector<Word>& words_;
  std::size_t at_ = 0;
  std::size_t shift_ = 0;  // from here to the same place in the first text
  std::size_t next_mask_ = 0;
  Signs signs_;
  Gap gap_ = Gap::sentence;
  bool line_start_ = true;
  std::size_t line_breaks_ = 0;
};

}  // namespace

Signs read_words(std::string_view text, std::span<const Masked> masked, std::vector<Word>& words) {
  return WordReader(text, masked, words).read();
}

}  // namespace postbox::redact
