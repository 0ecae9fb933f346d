#include <algorithm>
#include <array>
#include <optional>

#include "form/form_fields.hpp"

// RFC 2046 section 5.1 and RFC 7578, as browsers, command-line tools and libraries for mail write them and no
// wider: no files, no nested parts, no transfer encodings that change bytes.

namespace postbox::form {
namespace {

constexpr std::size_t part_head_bytes_max = 2048;
constexpr std::size_t boundary_characters_max = 70;  // RFC 2046

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string in_lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool is_boundary(std::string_view boundary) {
  constexpr std::string_view allowed =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=? ";
  return !boundary.empty() && boundary.size() <= boundary_characters_max && boundary.back() != ' ' &&
         boundary.find_first_not_of(allowed) == std::string_view::npos;
}

// The text up to `mark`, taken off the front together with it; nothing where the mark does not come.
std::optional<std::string_view> take_until(std::string_view& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view before = text.substr(0, at);
  text.remove_prefix(at + mark.size());
  return before;
}

bool take(std::string_view& text, std::string_view start) {
  if (text.substr(0, start.size()) != start) return false;
  text.remove_prefix(start.size());
  return true;
}

// `name="..."` or `name=token`; nothing where it is written otherwise.
std::optional<std::string> parameter_value(std::string_view value) {
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
    value = value.substr(1, value.size() - 2);
  }
  if (value.find_first_of("\"\\") != std::string_view::npos) return std::nullopt;
  return std::string(value);
}

// The field's name out of `form-data; name="feedback"`. A further parameter is a file's or an unknown one.
std::optional<std::string> name_in(std::string_view disposition) {
  const auto kind = take_until(disposition, ";");
  if (!kind || in_lower_case(trimmed(*kind)) != "form-data") return std::nullopt;
  std::string_view rest = trimmed(disposition);
  const auto key = take_until(rest, "=");
  if (!key || in_lower_case(trimmed(*key)) != "name") return std::nullopt;
  rest = trimmed(rest);
  // A semicolon may stand inside the quotation marks, so only one outside them starts a parameter.
  const std::size_t closing = rest.substr(0, 1) == "\"" ? rest.find('"', 1) : 0;
  if (closing == std::string_view::npos || rest.find(';', closing) != std::string_view::npos) {
    return std::nullopt;
  }
  return parameter_value(rest);
}

// Takes `; filename=""` off the end: a field for files of which the sender chose none.
bool take_off_no_file(std::string_view& disposition) {
  const std::size_t last = disposition.rfind(';');
  if (last == std::string_view::npos) return false;
  std::string_view parameter = disposition.substr(last + 1);
  const auto key = take_until(parameter, "=");
  if (!key || in_lower_case(trimmed(*key)) != "filename" || trimmed(parameter) != "\"\"") return false;
  disposition = disposition.substr(0, last);
  return true;
}

bool is_plain_text(std::string_view content_type) {
  std::string type;  // without white space and quotation marks, which change nothing here
  for (const char c : in_lower_case(content_type)) {
    if (c != ' ' && c != '\t' && c != '"') type += c;
  }
  return type == "text/plain" || type == "text/plain;charset=utf-8";
}

bool leaves_bytes_alone(std::string_view encoding) {
  constexpr std::array<std::string_view, 3> plain = {"7bit", "8bit", "binary"};
  return std::find(plain.begin(), plain.end(), in_lower_case(encoding)) != plain.end();
}

struct PartHead {
  std::string name;
  bool names_no_file = false;
};

// Out of a part's head lines; nothing where the part is neither a plain text field nor one without a file.
std::optional<PartHead> read_head(std::string_view head) {
  std::optional<std::string> name;
  bool names_no_file = false;
  bool is_text = true;
  while (!head.empty()) {
    auto line = take_until(head, "\r\n");
    if (!line) return std::nullopt;
    const auto key = take_until(*line, ":");
    if (!key) return std::nullopt;
    const std::string header = in_lower_case(*key);
    std::string_view value = trimmed(*line);
    if (header == "content-disposition") {
      if (name) return std::nullopt;
      names_no_file = take_off_no_file(value);
      name = name_in(value);
      if (!name) return std::nullopt;
    }
    if (header == "content-type") is_text = is_text && is_plain_text(value);
    if (header == "content-transfer-encoding" && !leaves_bytes_alone(value)) return std::nullopt;
  }
  if (!name || (!is_text && !names_no_file)) return std::nullopt;
  return PartHead{*std::move(name), names_no_file};
}

// The head lines of the next part, each with its line end, up to the empty line.
std::optional<std::string_view> take_head(std::string_view& rest) {
  const std::size_t end = rest.substr(0, part_head_bytes_max).find("\r\n\r\n");
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view head = rest.substr(0, end + 2);
  rest.remove_prefix(end + 4);
  return head;
}

// White space may follow a boundary: padding by whoever passed it on.
bool is_end(std::string_view rest) {
  if (!take(rest, "--")) return false;
  rest = trimmed(rest);
  return rest.empty() || rest == "\r\n";
}

bool take_line_end(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
  return take(rest, "\r\n");
}

}  // namespace

FormReading read_multipart(const Form& form, std::string_view body, std::string_view boundary) {
  if (!is_boundary(boundary)) return Malformed{"the boundary is not one"};
  const std::string opening = "--" + std::string(boundary);
  const std::string delimiter = "\r\n" + opening;
  // What stands before the first boundary is for readers who know nothing of parts.
  if (!take(body, opening) && !take_until(body, delimiter)) return Malformed{"the boundary does not come"};
  Fields fields;
  while (!is_end(body)) {
    if (!take_line_end(body)) return Malformed{"a boundary is not followed by a part or the end"};
    const auto head = take_head(body);
    if (!head) return Malformed{"a part has no head"};
    auto part = read_head(*head);
    if (!part) return Malformed{"a part is not a plain text field with a name; files are not taken"};
    const auto value = take_until(body, delimiter);
    if (!value) return Malformed{"the final boundary is missing"};
    if (part->names_no_file && !value->empty()) return Malformed{"files are not taken"};
    if (part->names_no_file) continue;
    if (fields.size() == form_fields_max) return Malformed{"there are too many parts"};
    fields.push_back({std::move(part->name), std::string(*value)});
  }
  return read_fields(form, fields);
}

}  // namespace postbox::form
