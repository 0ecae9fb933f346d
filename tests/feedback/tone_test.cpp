#include "feedback/tone.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace postbox;

TEST_CASE("tone: each has a code of its own, as files and the API write it") {
  std::set<std::string_view> codes;
  for (const Tone tone : tones) codes.insert(code_of(tone));
  CHECK(codes == std::set<std::string_view>{"praise", "concern", "mixed", "suggestion", "neutral"});
}
