// Where the finders of numbers, plates and handles look: at the words that may begin one, at every byte of a
// word that is not plain (what begins may stand behind its hyphen), and at signs between the words.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "redact/reading.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

// `may_begin(i)`: whether something may begin with the plain word i; true for no reason does no harm.
// `find_at(byte)`: what begins there, if anything; asked in ascending order, and not within what was found.
template <class MayBegin, class FindAt>
Spans find_at_places(const Reading& reading, std::string_view signs, const MayBegin& may_begin,
                     const FindAt& find_at) {
  Spans found;
  const auto look = [&](std::size_t at) {
    if (!found.empty() && at < found.back().end) return;
    if (const std::optional<Span> span = find_at(at)) found.push_back(*span);
  };
  const std::string_view text = reading.text();
  const std::vector<Word>& words = reading.words();
  const bool has_signs = reading.has_sign(signs);
  const auto look_at_signs = [&](std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; has_signs && at < end; ++at) {
      if (signs.find(text[at]) != std::string_view::npos) look(at);
    }
  };
  look_at_signs(0, words.empty() ? text.size() : words.front().span.begin);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Span span = words[i].span;
    const std::size_t next = i + 1 < words.size() ? words[i + 1].span.begin : text.size();
    if (!words[i].plain) {
      for (std::size_t at = span.begin; at < next; ++at) look(at);
      continue;
    }
    if (may_begin(i)) look(span.begin);
    look_at_signs(span.end, next);
  }
  return found;
}

}  // namespace postbox::redact
