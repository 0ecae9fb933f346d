// The number of a taxi's licence, which a council gives: "taxi plate 318", "a hackney, disc no. 1172". Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace postbox::redact {

// One past the figures at `begin`, where the words before say that they are one; `begin` for none.
std::size_t end_of_licence(std::string_view text, std::size_t begin);

}  // namespace postbox::redact
