// Any text through the redactor: valid UTF-8 stays valid, finds ascend on whole characters, and redacting the
// result again changes nothing. With names of staff shown or as roles the same is found, all other tags stay,
// and the text is valid; what makes a combination rare is said on one line.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/file_system.hpp"
#include "base/utf8.hpp"
#include "config/name_lists_file.hpp"
#include "config/rare_file.hpp"
#include "redact/rare.hpp"
#include "redact/redact.hpp"
#include "redact/staff.hpp"

namespace {

using namespace postbox;

constexpr Month written{std::chrono::year{2026} / std::chrono::November};

void must(bool holds) {
  if (!holds) std::abort();
}

config::House house() { return {.box = "/nowhere", .shipped = POSTBOX_SOURCE_DIR}; }

const redact::Redactor& redactor() {
  static const redact::Redactor shipped(config::read_name_lists(PosixFileSystem(), house()));
  return shipped;
}

const redact::RareCombinations& combinations() {
  static const redact::RareCombinations shipped = config::read_rare_combinations(PosixFileSystem(), house());
  return shipped;
}

std::size_t count(std::string_view text, std::string_view tag) {
  std::size_t found = 0;
  for (std::size_t at = text.find(tag); at != std::string_view::npos; at = text.find(tag, at + 1)) ++found;
  return found;
}

void check_finds(const redact::Redaction& once, std::string_view text) {
  must(utf8::is_valid(once.text.view()));
  std::size_t end = 0;
  for (const redact::Finding& found : once.found) {
    must(found.begin >= end && found.begin < found.end && found.end <= text.size());
    must(utf8::is_valid(text.substr(found.begin, found.end - found.begin)));
    end = found.end;
  }
  must(redactor().redact(once.text.view(), written).text == once.text);
}

void check_staff(const redact::Redaction& once, std::string_view text, redact::StaffShown shown) {
  static const redact::Lexicon roles = config::read_staff_roles(PosixFileSystem(), house());
  const redact::StaffNames staff{roles, shown};
  const redact::Redaction with = redactor().redact_all({&text, 1}, written, &staff).front();
  must(utf8::is_valid(with.text.view()));
  must(with.found.size() == once.found.size());
  constexpr std::array<std::string_view, 9> others = {"[email]",         "[phone]",      "[postcode]",
                                                      "[address]",       "[NHS number]", "[NI number]",
                                                      "[date of birth]", "[handle]",     "[vehicle]"};
  must(std::all_of(others.begin(), others.end(), [&](std::string_view tag) {
    return count(with.text.view(), tag) == count(once.text.view(), tag);
  }));
}

void check_rare(const redact::Redaction& once) {
  const std::string_view redacted = once.text.view();
  const std::string why = combinations().find({&redacted, 1});
  must(utf8::is_valid(why));
  must(why.find_first_of("\n\r\t") == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  if (!utf8::is_valid(text)) return 0;
  const redact::Redaction once = redactor().redact(text, written);
  check_finds(once, text);
  check_staff(once, text, redact::StaffShown::first_name);
  check_staff(once, text, redact::StaffShown::role);
  check_rare(once);
  return 0;
}
