#include "safeguarding/alert_command.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

#include "support/temp_folder.hpp"

using namespace postbox;
using namespace postbox::safeguarding;
using namespace std::chrono_literals;

namespace {

bool never() { return false; }

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("alert command: it succeeds when the command ends with 0, and only then") {
  struct Case {
    const char* why;
    std::vector<std::string> words;
    bool told;
  };
  const Case cases[] = {
      {"ends with 0", {"true"}, true},
      {"ends with 1", {"false"}, false},
      {"is not there", {"/no/such/program"}, false},
      {"is a folder", {"/"}, false},
      {"is killed by a signal", {"sh", "-c", "kill -9 $$"}, false},
      {"no command", {}, false},
      {"reads nothing of what it is given", {"sh", "-c", "exec <&-; exit 0"}, true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(run_alert_command(c.words, "1 unopened item\n", 5s, never) == c.told);
  }
}

TEST_CASE("alert command: it gets the sentence, its words as they are, and a bare environment") {
  const test::TempFolder folder;
  const std::string out = (folder / "out").string();
  ::setenv("POSTBOX_SECRET_OF_THE_TEST", "leaked", 1);  // NOLINT(concurrency-mt-unsafe): no thread runs yet
  REQUIRE(run_alert_command(
      {"sh", "-c", R"(cat > "$0"; printf '%s\n' "$1" >> "$0"; env >> "$0")", out, "$(id) ; *"},
      "2 unopened items\n", 5s, never));
  const std::string seen = content(folder / "out");
  CHECK(seen.starts_with("2 unopened items\n$(id) ; *\n"));
  CHECK(seen.find("leaked") == std::string::npos);
  CHECK(seen.find("PATH=") != std::string::npos);
}

TEST_CASE("alert command: it inherits no file of the server") {
  const test::TempFolder folder;
  const std::string out = (folder / "out").string();
  const int open_file = ::dup(STDERR_FILENO);  // without close-on-exec
  REQUIRE(open_file > STDERR_FILENO);
  REQUIRE(run_alert_command({"sh", "-c", "ls /proc/self/fd > \"$0\"", out}, "", 5s, never));
  ::close(open_file);
  CHECK(content(folder / "out") == "0\n1\n2\n3\n");  // 3: ls reads the folder itself
}

TEST_CASE("alert command: one that hangs is ended with its children") {
  const test::TempFolder folder;
  const std::string late = (folder / "late").string();
  const auto begin = std::chrono::steady_clock::now();
  CHECK_FALSE(run_alert_command({"sh", "-c", "(sleep 1; touch \"$0\") & sleep 30", late}, "", 100ms, never));
  CHECK_FALSE(run_alert_command({"sleep", "30"}, "", 30s, [] { return true; }));  // the server stops
  CHECK(std::chrono::steady_clock::now() - begin < 10s);
  std::this_thread::sleep_for(1500ms);
  CHECK_FALSE(std::filesystem::exists(late));
}
