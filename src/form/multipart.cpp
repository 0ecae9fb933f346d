#include <algorithm>
#include <array>
#include <optional>

#include "form/form_fields.hpp"

// RFC 2046 section 5.1 and RFC 7578, as browsers and command-line tools write them and no wider: no
// preamble, no nested parts, no transfer encodings that change bytes.

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

// The field's name out of a part's head lines; nothing where the part is not a plain text field.
std::optional<std::string> read_head(std::string_view head) {
  std::optional<std::string> name;
  while (!head.empty()) {
    auto line = take_until(head, "\r\n");
    if (!line) return std::nullopt;
    const auto key = take_until(*line, ":");
    if (!key) return std::nullopt;
    const std::string header = in_lower_case(*key);
    const std::string_view value = trimmed(*line);
    if (header == "content-disposition") {
      if (name) return std::nullopt;
      name = name_in(value);
      if (!name) return std::nullopt;
    }
    if (header == "content-type" && !is_plain_text(value)) return std::nullopt;
    if (header == "content-transfer-encoding" && !leaves_bytes_alone(value)) return std::nullopt;
  }
  return name;
}

// The head lines of the next part, each with its line end, up to the empty line.
std::optional<std::string_view> take_head(std::string_view& rest) {
  const std::size_t end = rest.substr(0, part_head_bytes_max).find("\r\n\r\n");
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view head = rest.substr(0, end + 2);
  rest.remove_prefix(end + 4);
  return head;
}

bool is_end(std::string_view rest) { return rest == "--" || rest == "--\r\n"; }

}  // namespace

FormReading read_multipart(const Form& form, std::string_view body, std::string_view boundary) {
  if (!is_boundary(boundary)) return Malformed{"the boundary is not one"};
  const std::string opening = "--" + std::string(boundary);
  const std::string delimiter = "\r\n" + opening;
  if (!take(body, opening)) return Malformed{"the body does not start with the boundary"};
  Fields fields;
  while (!is_end(body)) {
    if (!take(body, "\r\n")) return Malformed{"a boundary is not followed by a part or the end"};
    const auto head = take_head(body);
    if (!head) return Malformed{"a part has no head"};
    auto name = read_head(*head);
    if (!name) return Malformed{"a part is not a plain text field with a name; files are not taken"};
    const auto value = take_until(body, delimiter);
    if (!value) return Malformed{"the final boundary is missing"};
    if (fields.size() == form_fields_max) return Malformed{"there are too many parts"};
    fields.push_back({std::move(*name), std::string(*value)});
  }
  return read_fields(form, fields);
}

}  // namespace postbox::form
