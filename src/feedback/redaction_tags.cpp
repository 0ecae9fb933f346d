#include "feedback/redaction_tags.hpp"

namespace postbox {
namespace {

constexpr std::size_t kind_with_number = 0;

// The digits of "[name 12]" from `at`; 0 where they are none.
unsigned number_at(std::string_view text, std::size_t& at) {
  constexpr std::size_t digits_max = 6;
  const std::size_t begin = at;
  unsigned number = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin < digits_max) {
    number = number * 10 + static_cast<unsigned>(text[at++] - '0');
  }
  return text[begin] == '0' ? 0 : number;
}

}  // namespace

std::optional<RedactionTag> read_redaction_tag(std::string_view text) {
  if (!text.starts_with('[')) return std::nullopt;
  for (std::size_t kind = 0; kind < redaction_tags.size(); ++kind) {
    const std::string_view words = redaction_tags[kind];
    if (text.substr(1, words.size()) != words) continue;
    std::size_t at = 1 + words.size();
    unsigned number = 0;
    if (kind == kind_with_number && at + 1 < text.size() && text[at] == ' ') {
      number = number_at(text, ++at);
      if (number == 0) return std::nullopt;
    }
    if (at < text.size() && text[at] == ']') return RedactionTag{kind, number, at + 1};
  }
  return std::nullopt;
}

}  // namespace postbox
