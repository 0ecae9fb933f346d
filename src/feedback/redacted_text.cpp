#include "feedback/redacted_text.hpp"

#include <cassert>

namespace postbox {
namespace {

constexpr std::string_view white_space = " \t\r\n";
constexpr std::string_view mark_begins = "[for translation: ";
constexpr std::string_view mark_ends = "] ";

bool is_white(char c) { return white_space.find(c) != std::string_view::npos; }

[[maybe_unused]] bool may_be_left_out(std::string_view text, const TextRange& range, std::size_t from) {
  if (range.begin < from || range.begin >= range.end || range.end > text.size()) return false;
  const bool begins = range.begin == 0 || is_white(text[range.begin - 1]);
  const bool ends = range.end == text.size() || is_white(text[range.end]);
  return begins && ends;
}

}  // namespace

RedactedText RedactedText::without(const std::vector<TextRange>& left_out) const {
  std::string rest;
  std::size_t from = 0;
  for (const TextRange& range : left_out) {
    assert(may_be_left_out(text_, range, from));
    rest.append(text_, from, range.begin - from).append(about_another_service);
    from = range.end;
  }
  return RedactedText(rest.append(text_, from));
}

RedactedText RedactedText::for_translation(std::string_view language) const {
  std::string marked(mark_begins);
  return RedactedText(marked.append(language).append(mark_ends).append(text_));
}

std::size_t RedactedText::translation_mark_bytes(std::string_view words) {
  if (!words.starts_with(mark_begins)) return 0;
  const std::size_t end = words.find(mark_ends);
  return end == std::string_view::npos ? 0 : end + mark_ends.size();
}

}  // namespace postbox
