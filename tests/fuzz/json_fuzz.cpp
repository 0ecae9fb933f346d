// Any bytes as the body of POST /api/v1/feedback, read beside a JSON library.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "form/json_told.hpp"
#include "fuzz/form_under_test.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace postbox;
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  const form::Reading reading = form::read_json(test::form_under_test(), body);
  if (const auto* checked = std::get_if<form::Checked>(&reading)) {
    test::must(utf8::is_valid(body));
    test::must_be_sound(*checked);
  }
  const bool for_the_reader =
      utf8::is_valid(body) && body.find('\0') == std::string_view::npos && !body.starts_with("\xEF\xBB\xBF");
  if (for_the_reader) test::must(test::told_alike(body));
  return 0;
}
