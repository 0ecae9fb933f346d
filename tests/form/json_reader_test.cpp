// The reader of posts beside a JSON library that knows nothing of it: both take the same bytes and read the
// same in them, whole or damaged.
#include "form/json_reader.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "base/utf8.hpp"
#include "form/json_told.hpp"

using namespace postbox;

namespace {

std::vector<std::string> suite() {
  std::vector<std::string> bodies;
  const std::filesystem::path folder = std::filesystem::path(POSTBOX_SOURCE_DIR) / "tests" / "data" / "json";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    bodies.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>{});
  }
  return bodies;
}

// A byte goes, a byte of JSON's own comes, or the rest is cut off.
std::vector<std::string> damaged(const std::string& body, std::size_t at) {
  std::vector<std::string> all = {std::string(body).erase(at, 1), body.substr(0, at)};
  for (const char c : std::string_view("{}[]\",:\\u0-.eE \n\tn")) {
    all.push_back(std::string(body).insert(at, 1, c));
    all.push_back(std::string(body).replace(at, 1, 1, c));
  }
  return all;
}

bool agree(const std::string& body) {
  if (!utf8::is_valid(body) || body.find('\0') != std::string::npos || body.starts_with("\xEF\xBB\xBF")) {
    return true;  // not for the reader
  }
  return test::told_alike(body);
}

}  // namespace

TEST_CASE("json reader: it reads what a JSON library reads, and refuses what that refuses") {
  const std::vector<std::string> bodies = suite();
  CHECK(bodies.size() > 300);
  for (const std::string& body : bodies) {
    CAPTURE(body);
    CHECK(agree(body));
  }
}

TEST_CASE("json reader: also of damaged bodies") {
  std::size_t tried = 0;
  for (const std::string& body : suite()) {
    if (body.size() > 200) continue;
    for (std::size_t at = 0; at < body.size(); at += 1 + body.size() / 40) {
      for (const std::string& other : damaged(body, at)) {
        ++tried;
        if (agree(other)) continue;
        CAPTURE(other);
        FAIL_CHECK("the two differ");
      }
    }
  }
  CHECK(tried > 50'000);
}
