#include "seal/key_lines.hpp"

namespace postbox::seal {

std::string key_line(std::string_view name, std::string_view value) {
  std::string line(name);
  line += ": ";
  line += value;
  line += '\n';
  return line;
}

std::optional<std::string_view> take_key_line(std::string_view& text, std::string_view name) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view line = text.substr(0, end);
  if (!line.starts_with(name) || !line.substr(name.size()).starts_with(": ")) return std::nullopt;
  line.remove_prefix(name.size() + 2);
  text.remove_prefix(end + 1);
  return line;
}

bool take_heading(std::string_view& text, std::string_view line) {
  if (!text.starts_with(line) || !text.substr(line.size()).starts_with('\n')) return false;
  text.remove_prefix(line.size() + 1);
  return true;
}

}  // namespace postbox::seal
