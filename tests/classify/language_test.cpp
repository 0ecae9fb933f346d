// Which texts are in another language, and which are English however they are written.
#include "classify/language.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "base/file_system.hpp"
#include "config/languages_file.hpp"

namespace {

using postbox::PosixFileSystem;
using postbox::classify::Languages;

const Languages& shipped() {
  static const Languages languages(
      postbox::config::read_languages(PosixFileSystem(), {"/no/such/box", POSTBOX_SOURCE_DIR}));
  return languages;
}

std::string read(const std::string& name) {
  return PosixFileSystem().read(std::string(POSTBOX_SOURCE_DIR "/tests/data/") + name);
}

TEST_CASE("language: texts in many languages are told apart, and from English in every dress") {
  std::istringstream lines(read("languages.txt"));
  int seen = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    const std::size_t colon = line.find(": ");
    const std::string wanted = line.substr(0, colon);
    CAPTURE(line);
    CHECK(shipped().foreign(line.substr(colon + 2)) == (wanted == "English" ? "" : wanted));
    ++seen;
  }
  CHECK(seen > 80);
}

TEST_CASE("language: no labelled text, all of them English, is taken for a foreign one") {
  for (const char* file : {"dev-a.jsonl", "dev-b.jsonl", "held/areas.jsonl", "held/urgent.jsonl"}) {
    std::istringstream lines(read(file));
    for (std::string line; std::getline(lines, line);) {
      // Keys and labels are a few English words more; the text is most of the line.
      const std::size_t text = line.find(R"("text": ")");
      if (text == std::string::npos) continue;
      CHECK(shipped().foreign(line.substr(text + 9, line.find("\", \"", text + 9) - text - 9)) == "");
    }
  }
}

TEST_CASE("language: enough English makes a mixed text English") {
  const std::string english = "My son waits and nobody calls us back, we have been told to wait again. ";
  const std::string polish = "Syn czeka na diagnozę i nikt do nas nie dzwoni. ";
  CHECK(shipped().foreign(english + polish) == "");
  CHECK(shipped().foreign(polish + "Thank you.") == "Polish");
  CHECK(shipped().foreign(polish + polish + polish + "Thank you.") == "Polish");
  CHECK(shipped().foreign("EHCP: " + polish) == "Polish");
}

TEST_CASE("language: casing, white space, punctuation and tags of redaction change nothing") {
  for (const char* text :
       {"Syn czeka na diagnozę i nikt do nas nie dzwoni", "SYN CZEKA NA DIAGNOZĘ I NIKT DO NAS NIE DZWONI",
        "  syn ...czeka\n\nna diagnozę (i nikt)  do nas \"nie\" dzwoni!!!",
        "Syn [name 1] czeka na diagnozę i nikt do nas nie dzwoni, [date of birth]"}) {
    CAPTURE(text);
    CHECK(shipped().foreign(text) == "Polish");
  }
}

TEST_CASE("language: any bytes are taken, and without words nothing is foreign") {
  for (const char* text : {"", " ", "\xFF\xFE", "[", "[[[", "]", "12345", "\xF0\x9F\x98\x80", "\xD0"}) {
    CAPTURE(text);
    CHECK(shipped().foreign(text) == "");
  }
  CHECK(shipped().foreign(std::string(200'000, '[')) == "");
  CHECK(shipped().foreign(std::string(200'000, 'a')) == "");
}

}  // namespace
