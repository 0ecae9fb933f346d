// The lines of which key files are made: `name: value`, in a fixed order, each ended by one LF
// (schema/key_files.md). Strict, so that there is one text for one key and nothing hides in a file. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace postbox::seal {

std::string key_line(std::string_view name, std::string_view value);

// Takes the line `name` off the front of `text` and gives its value. Nothing where another line stands there
// or the line is not ended.
std::optional<std::string_view> take_key_line(std::string_view& text, std::string_view name);

// Takes exactly `line` and its LF off the front of `text`.
bool take_heading(std::string_view& text, std::string_view line);

}  // namespace postbox::seal
