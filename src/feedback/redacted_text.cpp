#include "feedback/redacted_text.hpp"

#include <cassert>

namespace postbox {
namespace {

constexpr std::string_view white_space = " \t\r\n";

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
  std::string marked = "[for translation: ";
  return RedactedText(marked.append(language).append("] ").append(text_));
}

}  // namespace postbox
