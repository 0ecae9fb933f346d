// The value of a Content-Type header (RFC 9110, 8.3). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace postbox::intake {

struct MediaType {
  std::string name;      // "application/json", in lower case
  std::string charset;   // in lower case, "" where none is named
  std::string boundary;  // of multipart, as sent without quotation marks
};

// Nothing where the value is not of this form or names a parameter twice. Unknown parameters are ignored.
std::optional<MediaType> parse_media_type(std::string_view value);

// In UTF-8, where a charset is named.
bool is_json(const MediaType& type);
bool is_form(const MediaType& type);  // that a browser posts as url-encoded, or is_multipart()
bool is_multipart(const MediaType& type);

}  // namespace postbox::intake
