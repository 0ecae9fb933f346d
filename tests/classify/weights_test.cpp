#include "classify/weights.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "base/error.hpp"

namespace {

using postbox::classify::read_weights;
using postbox::classify::urgent_head;
using postbox::classify::Weights;
using postbox::classify::written;

Weights two_rows() {
  Weights weights;
  weights.bias[0] = -1.25F;
  weights.shift[urgent_head] = 0.007F;
  weights.signs[3][1] = 3;
  weights.clues = {-1, 0.5F, 0, 0, 0, 0, 0.125F};
  weights.tones[2][4] = 0.25F;
  weights.features = {0x1F, 0xFFFF0000};
  weights.rows.resize(2);
  weights.rows[0].heads[0] = 500;
  weights.rows[1].heads[urgent_head] = -12345;
  return weights;
}

TEST_CASE("weights: what is written is read back") {
  const Weights read = read_weights(written(two_rows()));
  CHECK(read.bias == two_rows().bias);
  CHECK(read.shift == two_rows().shift);
  CHECK(read.signs == two_rows().signs);
  CHECK(read.clues == two_rows().clues);
  CHECK(read.tones == two_rows().tones);
  CHECK(read.features == two_rows().features);
  CHECK(read.rows == two_rows().rows);
  CHECK(written(read) == written(two_rows()));
}

TEST_CASE("weights: features out of order, or one twice, are refused with their line") {
  for (const char* second : {"0000001f", "00000003"}) {
    std::string file = written(two_rows());
    file.replace(file.find("ffff0000"), 8, second);
    CAPTURE(second);
    CHECK_THROWS_WITH_AS(read_weights(file), doctest::Contains("weights.txt:59: features must ascend"),
                         postbox::Error);
  }
}

TEST_CASE("weights: a row that is none is refused with its line") {
  const char* const rows[] = {"",       " 1 2",        " 1 -",
                              " 1 x",   " 1 2.5",      "1",
                              " 1  2",  " 1234567890", " 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19",
                              " 32768", " -32769"};
  for (const char* row : rows) {
    std::string file = written(two_rows());
    const std::size_t begin = file.find("ffff0000") + 8;
    file.replace(begin, file.find('\n', begin) - begin, row);
    CAPTURE(row);
    CHECK_THROWS_WITH_AS(read_weights(file), doctest::Contains("weights.txt:59: "), postbox::Error);
  }
}

TEST_CASE("weights: a clue too many, or too few, is refused with its line") {
  for (const char* clues : {"clues -1000 500 0 0 0 0 125 1", "clues -1000 500 0 0 0 0"}) {
    std::string file = written(two_rows());
    constexpr std::string_view right = "clues -1000 500 0 0 0 0 125";
    file.replace(file.find(right), right.size(), clues);
    CAPTURE(clues);
    CHECK_THROWS_WITH_AS(read_weights(file), doctest::Contains("weights.txt:25: "), postbox::Error);
  }
}

}  // namespace
