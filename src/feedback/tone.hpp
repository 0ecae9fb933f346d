// What a piece of feedback sounds like as a whole.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace postbox {

enum class Tone {
  praise,
  concern,
  mixed,       // real praise and a real concern in one text
  suggestion,  // asks for a change without complaining
  neutral,
};

inline constexpr std::array<Tone, 5> tones = {Tone::praise, Tone::concern, Tone::mixed, Tone::suggestion,
                                              Tone::neutral};

std::string_view code_of(Tone tone);

}  // namespace postbox
