// The scripts that languages are written in, by code point. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace postbox::classify {

inline constexpr std::size_t latin = 0;
inline constexpr std::size_t script_count = 24;

std::string_view script_name(std::size_t script);  // "latin", "arabic" ...
std::optional<std::size_t> script_of_name(std::string_view name);

// Of a letter; nothing for digits, marks and scripts that are not known here.
std::optional<std::size_t> script_of(char32_t letter);

}  // namespace postbox::classify
