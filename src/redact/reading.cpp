#include "redact/reading.hpp"

#include <algorithm>

#include "redact/letters.hpp"

namespace postbox::redact {
namespace {

bool folds_to_small_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return is_ascii(c) && c != '`'; });
}

}  // namespace

Reading::Reading(std::string_view text) : small_letters_(text.size()) {
  std::transform(text.begin(), text.end(), small_letters_.begin(), ascii_lower);
  read(text, {});
}

Reading::Reading(std::string_view first_text, const Lexicon& lexicon)
    : lexicon_(&lexicon), small_letters_(first_text.size()) {
  std::transform(first_text.begin(), first_text.end(), small_letters_.begin(), ascii_lower);
}

void Reading::read(std::string_view text, std::span<const Masked> masked) {
  constexpr std::size_t bytes_of_a_word = 5;  // the usual one, with its gap
  text_ = text;
  last_words_.swap(words_);
  words_.clear();
  words_.reserve(text.size() / bytes_of_a_word + 1);
  signs_ = read_words(text, masked, words_);
  marks_ = {};
  auto last = last_words_.cbegin();
  for (Word& word : words_) {
    while (last != last_words_.cend() && last->origin < word.origin) ++last;
    const bool same = last != last_words_.cend() && last->origin == word.origin &&
                      last->span.end - last->span.begin == word.span.end - word.span.begin;
    if (same) {
      word.folded = last->folded;
      word.marks = last->marks;
    } else {
      look_up(word);
    }
    marks_.set_all(word.marks);
  }
}

bool Reading::has_sign(std::string_view among) const {
  return std::any_of(among.begin(), among.end(), [&](char sign) {
    const auto c = static_cast<unsigned char>(sign);
    return c < 0x80 && (signs_.ascii[c / 64U] >> (c % 64U) & 1U) != 0;
  });
}

void Reading::look_up(Word& word) {
  const std::string_view typed = text_.substr(word.span.begin, word.span.end - word.span.begin);
  if (word.plain || folds_to_small_letters(typed)) {
    word.folded = {small_letters_.data() + word.origin, typed.size()};
  } else {
    word.folded = folded_.emplace_front(fold(typed));
  }
  if (lexicon_ != nullptr) word.marks = lexicon_->marks_of(word.folded);
}

}  // namespace postbox::redact
