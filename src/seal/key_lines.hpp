// The lines of which key files are made: `name: value`, in a fixed order, each ended by one LF
// (schema/key_files.md). Read as well with CR LF, as editors on Windows leave them; strict in all else, so
// that nothing hides in a file. What is bound or signed is made anew with LF. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace postbox::seal {

std::string key_line(std::string_view name, std::string_view value);

// Takes the line `name` off the front of `text` and gives its value. Nothing where another line stands there
// or the line is not ended.
std::optional<std::string_view> take_key_line(std::string_view& text, std::string_view name);

// Takes exactly `line` and its end off the front of `text`.
bool take_heading(std::string_view& text, std::string_view line);

}  // namespace postbox::seal
