// A failing row shows its `why`: doctest 2.4.9 prints the address of a `const char*`, and its own switch for
// that (DOCTEST_CONFIG_TREAT_CHAR_STAR_AS_STRING) does not compile. Every test file is built with this header
// in front (tests/CMakeLists.txt).
#pragma once

#include <doctest/doctest.h>

namespace doctest {

template <>
struct StringMaker<const char*> {
  static String convert(const char* text) { return text == nullptr ? String("(nothing)") : String(text); }
};

}  // namespace doctest
