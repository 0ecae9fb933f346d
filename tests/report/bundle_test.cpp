#include "report/bundle.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/error.hpp"
#include "report/sample.hpp"
#include "report/strict_csv.hpp"
#include "support/faulty_file_system.hpp"
#include "support/temp_folder.hpp"

namespace postbox::report {
namespace {

const std::vector<std::string> files_of_a_pack = {"feedback.csv", "feedback.jsonl", "feedback.xlsx",
                                                  "report.html"};

// Rows of every tone, the words long enough that `count` of them outgrow what is kept in memory.
DeliveredRow long_row(std::size_t number) {
  DeliveredRow row = test::row_with("Row " + std::to_string(number) + ". " + std::string(2000, 'x'));
  row.tone = tones.at(number % tones.size());
  return row;
}

void write_pack(FileSystem& files, const Path& folder, std::size_t count) {
  Bundle bundle(files, folder, test::sample_wording(), test::sample_facts());
  for (std::size_t i = 0; i < count; ++i) bundle.add(long_row(i));
  bundle.finish();
}

}  // namespace

TEST_CASE("bundle: a pack is four files that only their owner can read") {
  test::TempFolder folder;
  PosixFileSystem files;
  write_pack(files, folder / "pack", 3);
  CHECK(files.list(folder / "pack") == files_of_a_pack);
  CHECK(files.mode(folder / "pack") == 0700);
  for (const std::string& name : files_of_a_pack) CHECK(files.mode(folder / "pack" / name) == 0600);
}

TEST_CASE("bundle: the same rows are the same bytes") {
  test::TempFolder folder;
  PosixFileSystem files;
  write_pack(files, folder / "one", 400);
  write_pack(files, folder / "two", 400);
  for (const std::string& name : files_of_a_pack) {
    CAPTURE(name);
    CHECK(files.read(folder / "one" / name) == files.read(folder / "two" / name));
  }
}

TEST_CASE("bundle: rows wait on the disk, not in memory, and none is lost") {
  constexpr std::size_t count = 400;
  test::TempFolder folder;
  PosixFileSystem files;
  Bundle bundle(files, folder / "pack", test::sample_wording(), test::sample_facts());
  for (std::size_t i = 0; i < count; ++i) bundle.add(long_row(i));
  // comments by tone, and the rows of the workbook
  CHECK(files.list(folder / "pack").size() == files_of_a_pack.size() + tones.size() + 1);
  for (const std::string& name : files.list(folder / "pack")) {
    CHECK(files.mode(folder / "pack" / name) == 0600);
  }
  bundle.finish();
  CHECK(files.list(folder / "pack") == files_of_a_pack);

  const std::string page = files.read(folder / "pack/report.html");
  const auto records = test::StrictCsv::read(files.read(folder / "pack/feedback.csv"));
  REQUIRE(records.size() == count + 1);
  std::size_t last_of_tone = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string begin = "Row " + std::to_string(i) + ". ";
    CHECK(records[i + 1][5].find(begin) == 0);
    const std::size_t at = page.find(">" + begin);
    REQUIRE(at != std::string::npos);
    CHECK(page.find(">" + begin, at + 1) == std::string::npos);
    if (i % tones.size() == 0) {
      CHECK(at > last_of_tone);
      last_of_tone = at;
    }
  }
}

TEST_CASE("bundle: everything is on the disk before finish returns") {
  class Watched : public test::FaultyFileSystem {
   public:
    using FaultyFileSystem::FaultyFileSystem;
    void sync_folder(const Path& path) override {
      synced.push_back(path);
      FaultyFileSystem::sync_folder(path);
    }
    std::vector<Path> synced;
  };
  test::TempFolder folder;
  PosixFileSystem real;
  Watched files(real);
  write_pack(files, folder / "pack", 1);
  CHECK(files.synced == std::vector<Path>{folder / "pack"});
  // make the folder, create four files, write each once, sync each, create and remove a part file, sync the
  // folder
  CHECK(files.steps() == 1 + 4 + 4 + 4 + 2 + 1);
}

TEST_CASE("bundle: a disk that fails at any step is told, never passed over") {
  constexpr std::size_t count = 200;
  test::TempFolder folder;
  PosixFileSystem real;
  test::FaultyFileSystem files(real);
  write_pack(files, folder / "whole", count);
  const std::size_t steps = files.steps();
  REQUIRE(steps > 20);
  for (std::size_t step = 1; step <= steps; ++step) {
    CAPTURE(step);
    files.fail_at(step);
    CHECK_THROWS_AS(write_pack(files, folder / "pack", count), Error);
    files.work_again();
    files.remove(folder / "pack");
  }
  write_pack(files, folder / "pack", count);
  for (const std::string& name : files_of_a_pack) {
    CHECK(real.read(folder / "pack" / name) == real.read(folder / "whole" / name));
  }
}

TEST_CASE("bundle: a pack that is there already is not overwritten") {
  test::TempFolder folder;
  PosixFileSystem files;
  write_pack(files, folder / "pack", 1);
  const std::string before = files.read(folder / "pack/feedback.csv");
  CHECK_THROWS_AS(write_pack(files, folder / "pack", 2), Error);
  CHECK(files.read(folder / "pack/feedback.csv") == before);
}

}  // namespace postbox::report
