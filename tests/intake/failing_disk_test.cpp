// The writer on a disk of which each call fails in turn: no acknowledged post is lost, none comes twice, and
// it works again by itself.
#include "intake/failing_disk.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>

#include "base/error.hpp"
#include "intake/box_writer.hpp"
#include "intake/played_box.hpp"

using namespace postbox;
using namespace postbox::intake;

namespace {

constexpr Month november{std::chrono::year{2026} / 11};
// The writer moves the log before each commit, and the thread beside it has nothing to do.
constexpr Checkpointer::Pace all_by_the_writer = {
    .pages_due = 1'000'000, .pages_max = 0, .quiet = std::chrono::hours(1)};

enum class Log { moved_by_sqlite, moved_by_writer };

// Commits five posts, one after the other; which of them were acknowledged. Nothing where it could not start.
std::optional<std::vector<std::string>> post_five(const test::PlayedBox& box,
                                                  std::optional<BoxWriter>& writer, Random& random, Log log) {
  static const PosixFileSystem files;
  std::vector<std::string> acknowledged;
  try {
    writer.emplace(files, random, box.folder(), 0);
  } catch (const Error&) {
    return std::nullopt;
  }
  if (log == Log::moved_by_writer) writer->checkpoint_beside(all_by_the_writer);
  for (int number = 0; number < 5; ++number) {
    const std::string name = "post " + std::to_string(number);
    const store::LaneCopy copy{std::string(64, static_cast<char>('a' + number)), "sealed again"};
    const std::vector<store::NewSealed> batch = {
        {november, name, number == 3 ? std::optional(copy) : std::nullopt}};
    try {
      writer->commit(batch);
      acknowledged.push_back(name);
    } catch (const Error&) {  // NOLINT(bugprone-empty-catch): told 503; it may be in the box or not
    }
  }
  return acknowledged;
}

void check_box(const test::PlayedBox& box, const std::vector<std::string>& acknowledged) {
  const std::vector<std::string> rows = box.rows();
  for (const std::string& name : acknowledged) CHECK(std::count(rows.begin(), rows.end(), name) == 1);
  for (const std::string& row : rows) CHECK(std::count(rows.begin(), rows.end(), row) == 1);
  store::Connection connection(box.folder() / "box.db");
  store::Statement integrity(connection, "PRAGMA integrity_check");
  REQUIRE(integrity.step());
  CHECK(integrity.text(0) == "ok");
}

// False once the call is beyond the last that is made.
bool survives_failure_at(int call, bool and_all_after, Log log) {
  CAPTURE(call);
  CAPTURE(and_all_after);
  test::FailingDisk disk;
  const test::PlayedBox box;
  SystemRandom random;
  std::optional<BoxWriter> writer;
  disk.fail_at(call, and_all_after);
  std::optional<std::vector<std::string>> acknowledged = post_five(box, writer, random, log);
  const bool failed = disk.failed();
  disk.fail_at(0);
  if (acknowledged) {
    if (!and_all_after) CHECK(acknowledged->size() >= 4);
    const std::vector<store::NewSealed> after = {{november, "after the storm", std::nullopt}};
    CHECK_NOTHROW(writer->commit(after));
    acknowledged->push_back("after the storm");
  }
  writer.reset();
  check_box(box, acknowledged.value_or(std::vector<std::string>{}));
  return failed;
}

}  // namespace

TEST_CASE("box writer: each call to the disk fails once, and only the posts of that moment are refused") {
  for (const Log log : {Log::moved_by_sqlite, Log::moved_by_writer}) {
    int call = 1;
    while (survives_failure_at(call, false, log)) ++call;
    CHECK(call > 30);
  }
}

TEST_CASE("box writer: from each call on the disk is gone, and comes back") {
  for (const Log log : {Log::moved_by_sqlite, Log::moved_by_writer}) {
    int call = 1;
    while (survives_failure_at(call, true, log)) call += 3;
    CHECK(call > 30);
  }
}
