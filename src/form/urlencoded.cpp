#include <optional>

#include "form/form_fields.hpp"

namespace postbox::form {
namespace {

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return std::nullopt;
}

// Nothing where a % is not followed by two hexadecimal digits.
std::optional<std::string> unescape(std::string_view escaped) {
  std::string plain;
  plain.reserve(escaped.size());
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    if (escaped[i] != '%') {
      plain += escaped[i] == '+' ? ' ' : escaped[i];
      continue;
    }
    if (escaped.size() - i < 3) return std::nullopt;
    const auto high = hex_digit(escaped[i + 1]);
    const auto low = hex_digit(escaped[i + 2]);
    if (!high || !low) return std::nullopt;
    plain += static_cast<char>(*high * 16 + *low);
    i += 2;
  }
  return plain;
}

std::optional<Field> read_pair(std::string_view pair) {
  const std::size_t equals = pair.find('=');
  const auto name = unescape(pair.substr(0, equals));
  const auto value = unescape(equals == std::string_view::npos ? "" : pair.substr(equals + 1));
  if (!name || !value) return std::nullopt;
  return Field{*name, *value};
}

}  // namespace

FormReading read_urlencoded(const Form& form, std::string_view body) {
  Fields fields;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('&'), body.size());
    const std::string_view pair = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (pair.empty()) continue;  // "a=1&&b=2": nothing stands between
    auto field = read_pair(pair);
    if (!field) return Malformed{"a percent sign is not followed by two hexadecimal digits"};
    if (fields.size() == form_fields_max) return Malformed{"there are too many fields"};
    fields.push_back(std::move(*field));
  }
  return read_fields(form, fields);
}

}  // namespace postbox::form
