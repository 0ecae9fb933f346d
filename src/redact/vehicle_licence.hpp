// The numbers that a council gives to a taxi, its driver and an escort, and those of trade plates: "taxi
// plate 318", "driver badge D/0771", "licence H341", "trade plates 06641". Told by the words beside them
// alone. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace postbox::redact {

// One past the number at `begin`, with its letters; `begin` for none.
std::size_t end_of_licence(std::string_view text, std::size_t begin);

}  // namespace postbox::redact
