#include "intake/suspicion.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include "support/counting_random.hpp"

using namespace postbox;
using namespace postbox::intake;
using namespace std::chrono_literals;

namespace {

constexpr Instant start{100h};

Answers words(const std::string& text) {
  Answers answers;
  answers.texts["feedback"] = text;
  return answers;
}

// Different in every word.
Answers different(int number) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += fmt::format("w{} ", number * 31 + i);
  return words(text);
}

struct Judge {
  test::CountingRandom random;
  Suspicion suspicion{random, 100};

  // So many posts that nobody suspects, within a second: a flood has begun.
  void flood(Instant now) {
    for (int i = 0; i < 101; ++i) suspicion.suspects(different(i), {}, now);
  }
};

constexpr const char* complaint =
    "The school lies to every parent it has and the head teacher should be sent away before the summer ends.";

}  // namespace

TEST_CASE("suspicion: in quiet times nothing is suspected, whatever it looks like") {
  Judge judge;
  for (int minute = 0; minute < 60; ++minute) {
    for (int i = 0; i < 100; ++i) {
      CHECK_FALSE(judge.suspicion.suspects(words(complaint), {true, 0s}, start + minute * 61s));
    }
  }
}

TEST_CASE("suspicion: answers that differ in one byte are not the same, wherever it stands") {
  test::CountingRandom random;
  const WordMarks marks(random);
  const std::string text = "Every answer of this length is read to its end.";
  const std::uint64_t same = marks.of(words(text)).same;
  CHECK(marks.of(words(text)).same == same);
  for (std::size_t at = 0; at < text.size(); ++at) {
    CAPTURE(at);
    std::string other = text;
    other[at] = static_cast<char>(other[at] ^ 1);
    CHECK(marks.of(words(other)).same != same);
    CHECK(marks.of(words(text.substr(0, at))).same != same);
  }
  CHECK(marks.of(words(text + std::string(1, '\0'))).same != same);
}

TEST_CASE("suspicion: in a flood each sign counts, and no sign is no suspicion") {
  struct Case {
    const char* why;
    Signs signs;
    bool suspected;
  };
  const Case cases[] = {
      {"no sign at all, as from the API", {}, false},
      {"a form that was read", {false, 40s}, false},
      {"a tab that was open for two days", {false, 48h}, false},
      {"the trap is filled", {true, 40s}, true},
      {"back at once", {false, 0s}, true},
      {"back after two seconds", {false, 2s}, true},
      {"back after three", {false, 3s}, false},
  };
  Judge judge;
  judge.flood(start);
  int number = 1000;
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(judge.suspicion.suspects(different(++number), c.signs, start) == c.suspected);
  }
}

TEST_CASE("suspicion: in a flood words that come again and again are suspected, also a little changed") {
  Judge judge;
  judge.flood(start);
  int suspected = 0;
  for (int i = 0; i < 100; ++i) {
    if (judge.suspicion.suspects(words(fmt::format("{} {}", complaint, i)), {}, start)) ++suspected;
  }
  CHECK(suspected >= 90);
  CHECK_FALSE(judge.suspicion.suspects(
      words("Our speech therapist listens, and my son has begun to read aloud at home."), {}, start));
}

TEST_CASE("suspicion: a few short words are everybody's, and suspected only when twenty said just the same") {
  Judge judge;
  judge.flood(start);
  for (int i = 0; i < 20; ++i) CHECK_FALSE(judge.suspicion.suspects(words("Thank you"), {}, start));
  CHECK(judge.suspicion.suspects(words("Thank you"), {}, start));
  CHECK_FALSE(judge.suspicion.suspects(words("Thanks"), {}, start));
}

TEST_CASE("suspicion: of five thousand different posts in a flood hardly one is suspected") {
  Judge judge;
  judge.flood(start);
  int suspected = 0;
  for (int i = 0; i < 5000; ++i) {
    // What families share: the beginning, and the name of the thing.
    Answers answers = different(i + 10);
    answers.texts["feedback"] = "My son has waited for the EHC plan " + answers.texts["feedback"];
    if (judge.suspicion.suspects(answers, {}, start)) ++suspected;
  }
  CHECK(suspected <= 50);
}

TEST_CASE("suspicion: when the flood is over it is over, and the words are forgotten") {
  Judge judge;
  judge.flood(start);
  for (int i = 0; i < 10; ++i) judge.suspicion.suspects(words(complaint), {}, start);
  CHECK(judge.suspicion.suspects(words(complaint), {}, start + 1s));
  CHECK_FALSE(judge.suspicion.suspects(words(complaint), {true, 0s}, start + 2min));
  judge.flood(start + 3min);
  CHECK_FALSE(judge.suspicion.suspects(words(complaint), {}, start + 3min));
}

TEST_CASE("suspicion: the rate is that of the last sixty seconds") {
  PostRate rate;
  rate.count(start);
  rate.count(start + 30s);
  rate.count(start + 59s);
  CHECK(rate.last_minute(start + 59s) == 3);
  CHECK(rate.last_minute(start + 60s) == 2);
  CHECK(rate.last_minute(start + 89s) == 2);
  CHECK(rate.last_minute(start + 90s) == 1);
  CHECK(rate.last_minute(start + 48h) == 0);
}
