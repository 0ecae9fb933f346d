#include "redact/words.hpp"

#include <algorithm>

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

class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  std::vector<Word> read() {
    constexpr std::size_t bytes_of_a_word = 5;  // the usual one, with its gap
    words_.reserve(text_.size() / bytes_of_a_word + 1);
    while (at_ < text_.size()) {
      const char32_t c = code_point_at(at_);
      if (is_digit(text_[at_])) {
        number();
      } else if (is_letter(c)) {
        letters();
      } else {
        between(c);
      }
    }
    return std::move(words_);
  }

 private:
  bool is_ascii(std::size_t position) const { return static_cast<unsigned char>(text_[position]) < 0x80; }
  char32_t code_point_at(std::size_t position) const {
    if (position >= text_.size()) return 0;
    if (is_ascii(position)) return static_cast<unsigned char>(text_[position]);
    return utf8::decode(text_.substr(position)).code_point;
  }
  std::size_t size_at(std::size_t position) const {
    if (position < text_.size() && is_ascii(position)) return 1;
    return std::max<std::size_t>(utf8::decode(text_.substr(position)).size, 1);
  }

  void add(Word word) {
    word.before = gap_;
    word.line_start = line_start_;
    word.folded = fold(text_.substr(word.span.begin, word.span.end - word.span.begin));
    words_.push_back(std::move(word));
    gap_ = Gap::glued;
    line_start_ = false;
    line_breaks_ = 0;
  }

  void number() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    add({.span = {begin, at_}, .folded = {}, .shape = Shape::number});
  }

  void letters() {
    const std::size_t begin = at_;
    Counts counts;
    std::size_t end = at_;
    while (at_ < text_.size()) {
      if (is_ascii_letter(text_[at_])) {  // nearly all letters
        count_ascii(counts, text_[at_]);
        end = ++at_;
        continue;
      }
      const char32_t c = code_point_at(at_);
      if (is_letter(c)) {
        count(counts, c);
        at_ += size_at(at_);
        end = at_;
      } else if ((is_apostrophe(c) || is_hyphen(c)) && is_letter(code_point_at(at_ + size_at(at_)))) {
        at_ += size_at(at_);
      } else {
        break;
      }
    }
    cut_possessive({begin, end}, counts);
  }

  static void count_ascii(Counts& counts, char c) {
    if (counts.letters == 0) counts.first_upper = is_ascii_upper(c);
    ++counts.letters;
    ++counts.cased;
    counts.upper += is_ascii_upper(c) ? 1 : 0;
    counts.ends_in_s = c == 's';
  }

  static void count(Counts& counts, char32_t c) {
    if (counts.letters == 0) counts.first_upper = is_upper(c);
    ++counts.letters;
    counts.upper += is_upper(c) ? 1 : 0;
    counts.cased += has_case(c) ? 1 : 0;
    counts.ends_in_s = c == U's';
  }

  // "Lily's" is the word "Lily"; "James'" is "James" because the apostrophe was never taken in.
  void cut_possessive(Span span, Counts counts) {
    Word word{.span = span, .folded = {}, .shape = Shape::lower};
    const std::string_view raw = text_.substr(span.begin, span.end - span.begin);
    for (const std::string_view ending : {"'s", "’s", "'S", "’S", "`s", "ʼs"}) {
      if (raw.size() > ending.size() && raw.ends_with(ending)) {
        word.span.end -= ending.size();
        word.possessive = true;
        counts.letters -= 1;
        counts.upper -= ending.back() == 'S' ? 1 : 0;
        break;
      }
    }
    word.shape = shape_of(counts);
    add(std::move(word));
  }

  void between(char32_t c) {
    const std::size_t size = size_at(at_);
    if (c == U'\n') {
      line_start_ = true;
      raise(++line_breaks_ > 1 ? Gap::sentence : Gap::space);
    } else if (space_at(text_, at_) != 0) {
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
    } else if (c == U'.' || c == U'!' || c == U'?' || c == U'…') {
      raise(Gap::sentence);
    } else if (c == U',') {
      raise(Gap::comma);
    } else if (opens(c)) {
      raise(Gap::bracket);
    } else {
      raise(Gap::other);
    }
  }

  // The strongest thing between two words counts, except that a start of the text stays a start.
  void raise(Gap gap) { gap_ = std::max(gap_, gap); }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Word> words_;
  Gap gap_ = Gap::sentence;
  bool line_start_ = true;
  std::size_t line_breaks_ = 0;
};

}  // namespace

std::vector<Word> read_words(std::string_view text) { return WordReader(text).read(); }

namespace {

// Where to start reading for `count` words before `position`: after a space, behind which as many pieces with
// a letter or figure stand. No word runs over a space, so the last ones are the same as from further back.
std::size_t far_enough_before(std::string_view text, std::size_t position, std::size_t count) {
  constexpr std::size_t look_back_bytes = 96;
  const std::size_t least = position > look_back_bytes ? position - look_back_bytes : 0;
  std::size_t pieces = 0;
  bool in_piece = false;
  for (std::size_t from = position; from > least; --from) {
    const char before = text[from - 1];
    if (is_mask(before)) return from;
    if (before == ' ') {
      if (in_piece && ++pieces == count) return from;
      in_piece = false;
    } else {
      in_piece = in_piece || is_ascii_letter(before) || is_digit(before);
    }
  }
  return least;
}

}  // namespace

std::vector<std::string> words_before(std::string_view text, std::size_t position, std::size_t count) {
  std::size_t from = far_enough_before(text, position, count);
  while (from < position && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) ++from;
  std::vector<std::string> nearest;
  const std::vector<Word> words = read_words(text.substr(from, position - from));
  for (auto word = words.rbegin(); word != words.rend() && nearest.size() < count; ++word) {
    nearest.push_back(word->folded);
  }
  return nearest;
}

}  // namespace postbox::redact
