#include "redact/spoken_handle.hpp"

#include "redact/handle_token.hpp"
#include "redact/letters.hpp"

namespace postbox::redact {
namespace {

// Nearly nothing is: seen by two bytes, unless they need folding.
bool may_be_joiner(std::string_view ahead) {
  if (ahead.size() < 2) return false;
  if (!is_ascii(ahead[0]) || !is_ascii(ahead[1])) return true;
  const char letter = ascii_lower(ahead[1]);
  return ahead[0] == ' ' && (letter == 'u' || letter == 'd' || letter == 'h');
}

// " dot " at `at`, in bytes; 0 for none.
std::size_t joiner_size(std::string_view text, std::size_t at) {
  const std::string_view ahead = text.substr(at);
  if (!may_be_joiner(ahead)) return 0;
  for (const std::string_view word : {" underscore ", " dot ", " dash ", " hyphen "}) {
    if (fold(ahead.substr(0, word.size())) == word) return word.size();
  }
  return 0;
}

}  // namespace

SpokenHandle read_spoken_handle(std::string_view text, std::size_t begin, const Lexicon& lexicon) {
  constexpr int joiners_max = 4;
  constexpr std::size_t underscore_size = std::string_view(" underscore ").size();
  const auto is_everyday = [&](std::size_t from, std::size_t to) {
    return lexicon.has(fold(text.substr(from, to - from)), Mark::everyday);
  };
  std::size_t end = end_of_handle(text, begin);
  std::size_t last = begin;  // where the part before the joiner begins
  SpokenHandle spoken{begin, false};
  for (int joiner = 0; joiner < joiners_max && end > last; ++joiner) {
    const std::size_t size = joiner_size(text, end);
    const std::size_t part = end + size;
    const std::size_t next = size == 0 ? end : end_of_handle(text, part);
    if (next <= part) break;
    // "kel underscore kids", not "an underscore between"
    spoken.sure =
        spoken.sure || (size == underscore_size && !is_everyday(last, end) && !is_everyday(part, next));
    spoken.end = next;
    last = part;
    end = next;
  }
  return spoken;
}

}  // namespace postbox::redact
