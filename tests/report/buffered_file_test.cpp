#include "report/buffered_file.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/spill.hpp"
#include "support/temp_folder.hpp"

namespace postbox::report {

TEST_CASE("block: pieces of any size come out in their order, in pieces of a block at most or as they came") {
  const std::vector<std::size_t> sizes = {0, 1, block_bytes - 2, 1, 1, block_bytes, 3, 3 * block_bytes,
                                          5, 0, 70'000};
  std::string typed;
  std::string taken;
  std::size_t longest_taken = 0;
  Block block;
  const auto take = [&](std::string_view bytes) {
    CHECK_FALSE(bytes.empty());
    taken += bytes;
    longest_taken = std::max(longest_taken, bytes.size());
  };
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const std::string piece(sizes[i], static_cast<char>('a' + i));
    typed += piece;
    block.add(piece, take);
    CHECK(typed.size() - taken.size() <= block_bytes);  // what waits
  }
  block.pour(take);
  CHECK(taken == typed);
  CHECK(longest_taken == 3 * block_bytes);
  block.pour([](std::string_view) { FAIL("poured twice"); });
}

TEST_CASE("spill: a text comes back whole, whether it stayed in memory or outgrew it") {
  test::TempFolder folder;
  PosixFileSystem files;
  for (const std::size_t count : {0U, 1U, 4U, 5U, 40U}) {
    CAPTURE(count);
    Spill spill(files, folder / "text.part");
    std::string typed;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string piece(block_bytes / 4, static_cast<char>('a' + i % 26));
      typed += piece;
      spill.add(piece);
    }
    CHECK(files.exists(folder / "text.part") == (count > 4));
    std::string poured;
    spill.pour([&](std::string_view bytes) { poured += bytes; });
    CHECK(poured == typed);
    CHECK_FALSE(files.exists(folder / "text.part"));
    spill.pour([](std::string_view) { FAIL("not empty"); });
  }
}

}  // namespace postbox::report
