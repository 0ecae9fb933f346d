#include "redact/reading.hpp"

#include <algorithm>
#include <cstring>

#include "redact/eight_bytes.hpp"
#include "redact/letters.hpp"
#include "redact/said.hpp"

namespace postbox::redact {
Reading::Reading(std::string_view text) : small_letters_(text.size() + eight) { read(text, {}); }

Reading::Reading(std::string_view first_text, const Lexicon& lexicon)
    : lexicon_(&lexicon), small_letters_(first_text.size() + eight) {}

void Reading::read(std::string_view text, std::span<const Masked> masked) {
  constexpr std::size_t bytes_of_a_word = 5;  // the usual one, with its gap
  text_ = text;
  last_words_.swap(words_);
  words_.clear();
  words_.reserve(last_words_.empty() ? text.size() / bytes_of_a_word + 1 : last_words_.size());
  if (last_words_.empty()) new_.reserve(words_.capacity());
  WordReader reader(text, masked, words_);
  std::span<const Word> last = last_words_;
  note_removed(masked);
  std::span<const std::size_t> removed = removed_;
  while (reader.to_next_word()) {
    while (!last.empty() && last.front().origin < reader.origin()) last = last.subspan(1);
    while (!removed.empty() && removed.front() < reader.origin()) removed = removed.subspan(1);
    const bool known = !last.empty() && last.front().origin == reader.origin();
    if (const std::size_t same = known ? unchanged(last, removed) : 0; same > 0) {
      reader.take(last.first(same), same < last.size() ? &last[same] : nullptr);
      last = last.subspan(same);
    } else {
      add_new(reader.read_word());
    }
  }
  if (lexicon_ != nullptr) {
    look_up();
    find_code_words();
  }
  signs_.add(reader.signs());
  masked_.assign(masked.begin(), masked.end());
  marks_ = {};
  for (const Word& word : words_) marks_.set_all(word.marks);
}

// Once for all words: with every piece that is removed, this would be looked for anew.
void Reading::note_removed(std::span<const Masked> masked) {
  removed_.clear();
  auto before = masked_.begin();
  for (const Masked& mask : masked) {
    while (before != masked_.end() && before->origin.begin < mask.origin.begin) ++before;
    const bool is_new = before == masked_.end() || !(before->origin == mask.origin);
    if (is_new) removed_.push_back(mask.origin.begin);
  }
}

std::size_t Reading::unchanged(std::span<const Word> last, std::span<const std::size_t> removed) {
  if (removed.empty()) return last.size();
  // The last word before it is read again: what follows a word says how it ends.
  const auto behind =
      std::upper_bound(last.begin(), last.end(), removed.front(),
                       [](std::size_t origin, const Word& word) { return origin < word.origin; });
  return static_cast<std::size_t>(behind - last.begin()) - 1;
}

void Reading::add_new(Word& word) {
  if (word.plain) {
    fold_plain(word);
  } else {
    fold_any(word);
  }
}

// Eight letters at a time; of what is written, the letters behind the word may be another's already.
void Reading::fold_plain(Word& word) {
  const std::size_t size = word.span.end - word.span.begin;
  char* const folded = small_letters_.data() + word.origin;
  WordKey key({folded, size}, [&](std::size_t at) {
    const std::uint64_t own = first_bytes(size - at);
    const std::uint64_t letters = in_small_letters(eight_bytes_at(text_, word.span.begin + at)) & own;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, folded + at, eight);
    bytes = (bytes & ~own) | letters;
    std::memcpy(folded + at, &bytes, eight);
    return letters;
  });
  note(word, key);
}

void Reading::fold_any(Word& word) {
  const std::string_view typed = text_.substr(word.span.begin, word.span.end - word.span.begin);
  note(word, WordKey(folded_.emplace_front(fold(typed))));
}

void Reading::note(Word& word, const WordKey& key) {
  word.folded = key.folded();
  if (lexicon_ == nullptr) return;
  lexicon_->prepare(key);
  new_.push_back({words_.size() - 1, key});
}

// All together: every look waits for memory, and so they wait side by side.
void Reading::look_up() {
  for (const New& each : new_) words_[each.word].marks = lexicon_->marks_of(each.key);
  new_.clear();
}

void Reading::take_all_for_codes() {
  for (std::size_t at = 0; at < words_.size(); ++at) code_words_.add(at);
}

void Reading::find_code_words() {
  constexpr Marks telling = {Mark::said, Mark::month, Mark::spoken_day, Mark::feast, Mark::birth};
  constexpr std::size_t words_behind_birth = 2;
  code_words_.reset(words_.size() + words_behind_birth);
  for (std::size_t at = 0; at < words_.size(); ++at) {
    const Word& word = words_[at];
    const std::size_t size = word.folded.size();
    const bool capitals = size == 3 && (word.shape == Shape::upper || word.mixed);
    if (size <= 2 || capitals || !word.plain || word.marks.has_one_of(telling)) code_words_.add(at);
    if (word.marks.has(Mark::birth)) {
      code_words_.add(at + 1);
      code_words_.add(at + 2);
    }
    if (word.shape != Shape::number) continue;
    code_words_.add(at);
    if (at > 0 && word.before == Gap::glued) code_words_.add(at - 1);
    for (std::size_t before = at; before > 0; --before) {
      if (words_[before - 1].span.begin + letters_before_figure_max <= word.span.begin) break;
      code_words_.add(before - 1);
    }
  }
}

}  // namespace postbox::redact
