#include "feedback/new_submission.hpp"

#include <doctest/doctest.h>

#include <set>

#include "support/counting_random.hpp"

using namespace postbox;

TEST_CASE(
    "new submission: an id of 26 and a receipt of 20 characters, no two alike, neither inside the other") {
  test::CountingRandom random;
  const Month month{std::chrono::year{2026} / 11};
  std::set<std::string> seen;
  for (int i = 0; i < 200; ++i) {
    const Submission submission = new_submission(random, month, Channel::form, {});
    CHECK(submission.id.size() == 26);
    CHECK(submission.receipt.size() == 20);
    CHECK(submission.id.find(submission.receipt.substr(0, 8)) == std::string::npos);
    seen.insert(submission.id);
    seen.insert(submission.receipt);
  }
  CHECK(seen.size() == 400);
}
