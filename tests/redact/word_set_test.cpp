#include "redact/word_set.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace postbox::redact {
namespace {

std::vector<std::size_t> words_of(const WordSet& set) {
  std::vector<std::size_t> words;
  for (std::size_t at = set.next(0); at != WordSet::none; at = set.next(at + 1)) words.push_back(at);
  return words;
}

}  // namespace

TEST_CASE("word set: its words come in their order, and no others") {
  for (const std::vector<std::size_t>& added :
       std::vector<std::vector<std::size_t>>{{}, {0}, {63}, {64}, {0, 1, 63, 64, 65, 200}, {299}}) {
    WordSet set;
    set.reset(300);
    for (const std::size_t word : added) set.add(word);
    CHECK(words_of(set) == added);
  }
}

TEST_CASE("word set: past its room there is none, and nothing is left after a reset") {
  WordSet set;
  CHECK(set.next(0) == WordSet::none);
  set.reset(64);
  set.add(63);
  CHECK(set.next(63) == 63);
  CHECK(set.next(64) == WordSet::none);
  CHECK(set.next(1000) == WordSet::none);
  set.reset(64);
  CHECK(words_of(set).empty());
}

}  // namespace postbox::redact
