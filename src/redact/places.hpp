// Where the finders of numbers, plates and handles look: at the words that may begin one, at every run of
// letters or figures within a word that is not plain (what begins may stand behind its hyphen), and at signs
// between the words.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "redact/ascii_set.hpp"
#include "redact/letters.hpp"
#include "redact/reading.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

template <class FindAt>
class Places {
 public:
  Places(std::string_view text, AsciiSet signs, const FindAt& find_at)
      : text_(text), signs_(signs), find_at_(find_at) {}

  void look(std::size_t at) {
    if (!found_.empty() && at < found_.back().end) return;
    const std::optional<Span> span = find_at_(at);
    if (span && (found_.empty() || span->begin >= found_.back().end)) found_.push_back(*span);
  }
  void look_at_signs(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      if (signs_.has(text_[at])) look(at);
    }
  }
  void look_at_runs(std::size_t begin, std::size_t end) {
    bool in_run = begin > 0 && is_ascii_letter_or_digit(text_[begin - 1]);
    for (std::size_t at = begin; at < end; ++at) {
      const bool run = is_ascii_letter_or_digit(text_[at]);
      if ((run && !in_run) || signs_.has(text_[at])) look(at);
      in_run = run;
    }
  }
  Spans found() && { return std::move(found_); }

 private:
  std::string_view text_;
  AsciiSet signs_;
  const FindAt& find_at_;
  Spans found_;
};

// `may_begin(i)`: whether something may begin with the plain word i; true for no reason does no harm.
// `find_at(byte)`: what begins there, if anything; asked in ascending order, and not within what was found.
// It finds nothing right behind an ASCII letter or figure, unless with a sign.
template <class MayBegin, class FindAt>
Spans find_at_places(const Reading& reading, AsciiSet signs, const MayBegin& may_begin,
                     const FindAt& find_at) {
  const std::string_view text = reading.text();
  const std::vector<Word>& words = reading.words();
  const bool has_signs = reading.has_sign(signs);
  Places<FindAt> places(text, signs, find_at);
  if (has_signs) places.look_at_signs(0, words.empty() ? text.size() : words.front().span.begin);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Span span = words[i].span;
    const std::size_t next = i + 1 < words.size() ? words[i + 1].span.begin : text.size();
    if (!words[i].plain) {
      places.look_at_runs(span.begin, next);
      continue;
    }
    if (may_begin(i)) places.look(span.begin);
    if (has_signs) places.look_at_signs(span.end, next);
  }
  return std::move(places).found();
}

// The same, of what begins with a code word of the reading.
template <class MayBegin, class FindAt>
Spans find_at_code_words(const Reading& reading, const MayBegin& may_begin, const FindAt& find_at) {
  const std::string_view text = reading.text();
  const std::vector<Word>& words = reading.words();
  const WordSet& codes = reading.code_words();
  Places<FindAt> places(text, AsciiSet(), find_at);
  for (std::size_t i = codes.next(0); i < words.size(); i = codes.next(i + 1)) {
    const std::size_t begin = words[i].span.begin;
    if (!words[i].plain) {
      places.look_at_runs(begin, i + 1 < words.size() ? words[i + 1].span.begin : text.size());
    } else if (may_begin(i)) {
      places.look(begin);
    }
  }
  return std::move(places).found();
}

}  // namespace postbox::redact
