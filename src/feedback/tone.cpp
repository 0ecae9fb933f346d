#include "feedback/tone.hpp"

namespace postbox {

std::string_view code_of(Tone tone) {
  switch (tone) {
    case Tone::praise:
      return "praise";
    case Tone::concern:
      return "concern";
    case Tone::mixed:
      return "mixed";
    case Tone::suggestion:
      return "suggestion";
    case Tone::neutral:
      return "neutral";
  }
  return {};
}

}  // namespace postbox
