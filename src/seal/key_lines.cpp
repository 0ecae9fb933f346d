#include "seal/key_lines.hpp"

namespace postbox::seal {
namespace {

// A line without its end, taken off the front of `text`. Nothing where it is not ended.
std::optional<std::string_view> take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view line = text.substr(0, end);
  if (line.ends_with('\r')) line.remove_suffix(1);
  text.remove_prefix(end + 1);
  return line;
}

}  // namespace

std::string key_line(std::string_view name, std::string_view value) {
  std::string line(name);
  line += ": ";
  line += value;
  line += '\n';
  return line;
}

std::optional<std::string_view> take_key_line(std::string_view& text, std::string_view name) {
  std::string_view rest = text;
  auto line = take_line(rest);
  if (!line || !line->starts_with(name) || !line->substr(name.size()).starts_with(": ")) return std::nullopt;
  text = rest;
  return line->substr(name.size() + 2);
}

bool take_heading(std::string_view& text, std::string_view line) {
  std::string_view rest = text;
  if (take_line(rest) != line) return false;
  text = rest;
  return true;
}

}  // namespace postbox::seal
