// Any text through the redactor: valid UTF-8 stays valid, finds ascend on whole characters, and redacting the
// result again changes nothing.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/file_system.hpp"
#include "base/utf8.hpp"
#include "config/name_lists_file.hpp"
#include "redact/redact.hpp"

namespace {

using namespace postbox;

constexpr Month written{std::chrono::year{2026} / std::chrono::November};

void must(bool holds) {
  if (!holds) std::abort();
}

const redact::Redactor& redactor() {
  static const redact::Redactor shipped(
      config::read_name_lists(PosixFileSystem(), {.box = "/nowhere", .shipped = POSTBOX_SOURCE_DIR}));
  return shipped;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  if (!utf8::is_valid(text)) return 0;
  const redact::Redaction once = redactor().redact(text, written);
  must(utf8::is_valid(once.text.view()));
  std::size_t end = 0;
  for (const redact::Finding& found : once.found) {
    must(found.begin >= end && found.begin < found.end && found.end <= text.size());
    must(utf8::is_valid(std::string_view(text).substr(found.begin, found.end - found.begin)));
    end = found.end;
  }
  must(redactor().redact(once.text.view(), written).text == once.text);
  return 0;
}
