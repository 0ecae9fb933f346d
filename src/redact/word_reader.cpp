#include "redact/word_reader.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "redact/eight_bytes.hpp"
#include "redact/letter_counts.hpp"
#include "redact/letters.hpp"
#include "redact/mask.hpp"

namespace postbox::redact {

namespace {

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'ʼ' || c == U'`'; }
bool is_hyphen(char32_t c) { return c == U'-' || c == U'\u2010' || c == U'\u2011'; }
bool opens(char32_t c) { return c == U'(' || c == U'[' || c == U'"' || c == U'“' || c == U'‘' || c == U'«'; }

// Whether a word may go on with what stands behind its ASCII letters: an apostrophe, a hyphen, anything
// beyond ASCII.
bool may_join(char c) { return c == '\'' || c == '`' || c == '-' || !is_ascii(c); }

}  // namespace

bool WordReader::to_next_word() {
  while (at_ < text_.size()) {
    const char first = text_[at_];
    if (first == ' ') {
      raise(Gap::space);
      ++at_;
    } else if (is_ascii_letter(first) || is_digit(first)) {
      return true;
    } else if (is_ascii(first)) {
      between(static_cast<unsigned char>(first), 1);
    } else {
      const utf8::Decoded next = utf8::decode(text_.substr(at_));
      if (is_letter(next.code_point) || is_other_figure(next.code_point)) return true;
      between(next.code_point, std::max<std::size_t>(next.size, 1));
    }
  }
  return false;
}

Word& WordReader::read_word() {
  const bool figure = is_digit(text_[at_]) || (!is_ascii(text_[at_]) && is_other_figure(code_point_at(at_)));
  return figure ? number() : letters();
}

void WordReader::take(std::span<const Word> known, const Word* next) {
  const std::size_t first = words_.size();
  for (const Word& word : known) {
    pass_masks_before(word.origin);
    const std::size_t begin = word.origin - shift_;
    words_.push_back(word);
    words_.back().span = {begin, begin + (word.span.end - word.span.begin)};
  }
  words_[first].before = gap_;
  words_[first].line_start = line_start_;
  if (next == nullptr) {
    at_ = text_.size();
    return;
  }
  pass_masks_before(next->origin);
  at_ = next->origin - shift_;
  gap_ = next->before;
  line_start_ = next->line_start;
}

void WordReader::pass_masks_before(std::size_t origin) {
  for (; next_mask_ < masked_.size() && masked_[next_mask_].origin.begin < origin; ++next_mask_) {
    shift_ = masked_[next_mask_].origin.end - (masked_[next_mask_].at + 1);
  }
}

char32_t WordReader::code_point_at(std::size_t position) const {
  if (position >= text_.size()) return 0;
  if (is_ascii(text_[position])) return static_cast<unsigned char>(text_[position]);
  return utf8::decode(text_.substr(position)).code_point;
}

std::size_t WordReader::size_at(std::size_t position) const {
  if (position < text_.size() && is_ascii(text_[position])) return 1;
  return std::max<std::size_t>(utf8::decode(text_.substr(position)).size, 1);
}

Word& WordReader::add(std::size_t begin, std::size_t end) {
  Word& word = words_.emplace_back();
  word.span = {begin, end};
  word.origin = static_cast<std::uint32_t>(begin + shift_);
  word.before = gap_;
  word.line_start = line_start_;
  gap_ = Gap::glued;
  line_start_ = false;
  line_breaks_ = 0;
  return word;
}

Word& WordReader::number() {
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
  Word& word = add(begin, at_);
  word.shape = Shape::number;
  word.plain = plain;
  return word;
}

// Past the ASCII letters from here on; how many of them are capitals.
inline std::size_t WordReader::pass_ascii() {
  const std::uint64_t bytes = eight_bytes_at(text_, at_);
  const std::uint64_t letters = letters_among(bytes);
  const std::size_t size = leading(letters);
  const std::size_t upper = count_of(capitals_among(bytes, letters) & first_bytes(size));
  at_ += size;
  return size < eight ? upper : upper + pass_more_ascii();
}

std::size_t WordReader::pass_more_ascii() {
  std::size_t upper = 0;
  for (; at_ < text_.size() && is_ascii_letter(text_[at_]); ++at_) {
    upper += is_ascii_upper(text_[at_]) ? 1 : 0;
  }
  return upper;
}

// Nearly all words are ASCII letters and nothing else; of such this is what counts.
Word& WordReader::letters() {
  const std::size_t begin = at_;
  const std::size_t upper = pass_ascii();
  if (at_ < text_.size() && may_join(text_[at_])) {
    at_ = begin;
    return any_letters();
  }
  Word& word = add(begin, at_);
  if (upper > 0) {
    const std::size_t size = at_ - begin;
    const bool first_upper = is_ascii_upper(text_[begin]);
    word.shape = LetterCounts{size, upper, size, first_upper, text_[at_ - 1] == 's'}.shape();
    word.mixed = upper > (first_upper ? 1 : 0) && upper < size;
  }
  return word;
}

void WordReader::count_ascii(LetterCounts& counts) {
  const std::size_t begin = at_;
  const std::size_t upper = pass_ascii();
  if (at_ == begin) return;
  if (counts.letters == 0) counts.first_upper = is_ascii_upper(text_[begin]);
  counts.letters += at_ - begin;
  counts.cased += at_ - begin;
  counts.upper += upper;
  counts.ends_in_s = text_[at_ - 1] == 's';
}

Word& WordReader::any_letters() {
  const std::size_t begin = at_;
  LetterCounts counts;
  bool plain = true;
  std::size_t end = at_;
  while (at_ < text_.size()) {
    count_ascii(counts);
    if (at_ > begin && is_ascii_letter(text_[at_ - 1])) end = at_;
    if (at_ == text_.size() || !may_join(text_[at_])) break;
    const char32_t c = code_point_at(at_);
    if (is_letter(c)) {
      counts.add(c);
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
  Word& word = add(begin, end);
  word.plain = plain;
  if (!plain) cut_possessive(word, counts);
  word.shape = counts.shape();
  word.mixed = counts.upper > (counts.first_upper ? 1 : 0) && counts.upper < counts.letters;
  return word;
}

// "Lily's" is the word "Lily"; "James'" is "James" because the apostrophe was never taken in.
void WordReader::cut_possessive(Word& word, LetterCounts& counts) const {
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

void WordReader::between(char32_t c, std::size_t size) {
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

void WordReader::punctuation(char32_t c) {
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
  if (c < 0x80) signs_.ascii.add(static_cast<char>(c));
}

void WordReader::pass_mask() {
  if (next_mask_ == masked_.size() || masked_[next_mask_].at != at_) return;
  shift_ = masked_[next_mask_++].origin.end - (at_ + 1);
}

}  // namespace postbox::redact
