// The texts and numbers of JSON (RFC 8259), read off the front of what is left. Strict, and pure.
//
// Every post and every opened record passes here, so a plain run of characters is looked at once and copied
// once. What JSON leaves open (how deep, keys twice, which numbers fit) is for the caller to decide.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace postbox::json {

// How many bytes at the front stand for themselves within a text: none of them is a control character, a
// quotation mark or a backslash.
std::size_t plain_bytes(std::string_view text);

// Takes a text with its quotation marks. Nothing where none stands there, or one with a bare control
// character, an unknown escape or half a surrogate pair. An escaped NUL is a character like others. `rest` is
// valid UTF-8, so the text is too.
std::optional<std::string> take_text(std::string_view& rest);

// Takes a number by the grammar of JSON; nothing where none stands there. What follows it is not looked at.
std::optional<std::string_view> take_number(std::string_view& rest);

void skip_space(std::string_view& rest);

// Takes `literal` off the front where it stands there.
bool take(std::string_view& rest, std::string_view literal);

}  // namespace postbox::json
