// Any bytes as the body of a multipart form post whose boundary is "b0".
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/form_under_test.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace postbox;
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  const form::FormReading reading = form::read_multipart(test::form_under_test(), body, "b0");
  if (const auto* post = std::get_if<form::FormPost>(&reading)) test::must_be_sound(post->checked);
  return 0;
}
