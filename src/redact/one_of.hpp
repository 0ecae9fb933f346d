// Whether a word stands in a short list of words, or ends with one of them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace postbox::redact {

template <std::size_t Count>
bool one_of(const std::array<std::string_view, Count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

inline bool one_of(std::initializer_list<std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <class Endings>
bool ends_with_one_of(const Endings& endings, std::string_view word) {
  return std::any_of(endings.begin(), endings.end(),
                     [word](std::string_view ending) { return word.ends_with(ending); });
}

inline bool ends_with_one_of(std::initializer_list<std::string_view> endings, std::string_view word) {
  return ends_with_one_of<std::initializer_list<std::string_view>>(endings, word);
}

}  // namespace postbox::redact
