#include "cli/terminal_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace postbox::cli {
namespace {

constexpr std::size_t name_characters_max = 40;

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool turns_the_line(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

// `harmless`: controls that may stay.
std::string shown(std::string_view words, std::string_view harmless, std::size_t characters_max) {
  std::string all;
  for (std::size_t count = 0; !words.empty(); ++count) {
    if (count == characters_max) return all + "...";
    const utf8::Decoded one = utf8::decode(words);
    const std::size_t size = std::max<std::size_t>(one.size, 1);
    const bool stays = one.size == 1 && harmless.find(words.front()) != std::string_view::npos;
    const bool hides = one.size == 0 || is_control(one.code_point) || turns_the_line(one.code_point);
    all += hides && !stays ? std::string_view("\xEF\xBF\xBD") : words.substr(0, size);
    words.remove_prefix(size);
  }
  return all;
}

}  // namespace

std::string for_terminal(std::string_view words) { return shown(words, "\n\t", std::string_view::npos); }

std::string name_for_terminal(std::string_view name) { return shown(name, "", name_characters_max); }

}  // namespace postbox::cli
