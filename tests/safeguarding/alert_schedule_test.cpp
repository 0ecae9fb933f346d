#include "safeguarding/alert_schedule.hpp"

#include <doctest/doctest.h>

using namespace postbox::safeguarding;
using namespace std::chrono_literals;

namespace {

constexpr Instant start{1000h};

}  // namespace

TEST_CASE("alerts: when the next one is due") {
  struct Case {
    const char* why;
    Told told;
    std::size_t unopened;
    std::size_t news;
    Instant now;
    std::optional<Instant> due;
  };
  const Told once = after_success({}, start);
  const Told twice = after_success(once, start + 1min);
  const Told thrice = after_success(twice, start + 2min);
  const Case cases[] = {
      {"an empty lane rings nobody", {}, 0, 0, start, std::nullopt},
      {"an empty lane rings nobody, also after a failure", after_failure({}, start), 0, 0, start,
       std::nullopt},
      {"after a start whatever lies there is told at once", {}, 2, 1, start, start},
      {"told, not opened: again after four hours", once, 1, 0, start + 1h, start + 4h},
      {"told, not opened, and late: due already", once, 1, 0, start + 9h, start + 4h},
      {"a second item is told at once", once, 2, 1, start + 1min, start + 1min},
      {"within a minute, that is", once, 2, 1, start + 5s, start + 50s},
      {"five are no flood yet", once, 6, 5, start + 1min, start + 1min},
      {"six are: an hour after the last alert", once, 7, 6, start + 1min, start + 1h},
      {"the first alert comes at once, flood or not", {}, 10'000, 10'000, start, start},
      {"a third one too", twice, 3, 1, start + 2min, start + 2min},
      {"the fourth waits an hour from the first", thrice, 4, 1, start + 3min, start + 1h},
      {"an hour later it goes at once", thrice, 4, 1, start + 2h, start + 2h},
      {"a failure is tried again after a minute", after_failure({}, start), 1, 1, start, start + 1min},
      {"so is a failed reminder", after_failure(once, start + 4h), 1, 0, start + 4h, start + 4h + 1min},
      {"a flood does not keep a failed alert back", after_failure(thrice, start + 1h), 9, 1, start + 1h,
       start + 1h + 1min},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK((next_alert(c.told, c.unopened, c.news, c.now) == c.due));
  }
}

TEST_CASE("alerts: ten thousand at once ring once, and once more an hour later") {
  AlertBook book;
  std::vector<std::string> unopened;
  std::vector<int> told_at;
  for (int second = 0; second < 2 * 3600; second += 10) {
    const Instant now = start + std::chrono::seconds{second};
    for (int i = 0; i < 1000 && unopened.size() < 10'000; ++i) {
      unopened.push_back("item " + std::to_string(unopened.size()));
    }
    if (!book.is_due(unopened, now)) continue;
    book.tried(unopened, true, now);
    told_at.push_back(second);
  }
  CHECK(told_at == std::vector<int>{0, 3600});
}

TEST_CASE("alerts: one in each minute of a day gets three at once, then one in each hour") {
  AlertBook book;
  std::vector<std::string> unopened;
  int told = 0;
  int in_first_minutes = 0;
  for (int minute = 0; minute < 24 * 60; ++minute) {
    const Instant now = start + std::chrono::minutes{minute};
    unopened.push_back("item " + std::to_string(minute));
    if (!book.is_due(unopened, now)) continue;
    book.tried(unopened, true, now);
    ++told;
    if (minute < 5) ++in_first_minutes;
  }
  CHECK(in_first_minutes == 3);
  CHECK(told >= 24);
  CHECK(told <= 24 + 3);
}

TEST_CASE("alerts: one item is told, and again every four hours until it is opened") {
  AlertBook book;
  std::vector<int> told_at;
  for (int minute = 0; minute < 13 * 60; ++minute) {
    const Instant now = start + std::chrono::minutes{minute};
    const std::vector<std::string> unopened(minute < 9 * 60 ? 1 : 0, "the item");
    if (!book.is_due(unopened, now)) continue;
    book.tried(unopened, true, now);
    told_at.push_back(minute);
  }
  CHECK(told_at == std::vector<int>{0, 4 * 60, 8 * 60});
}

TEST_CASE("alerts: what fails is tried every minute until it succeeds") {
  AlertBook book;
  std::vector<int> tried_at;
  for (int second = 0; second < 600; second += 10) {
    const Instant now = start + std::chrono::seconds{second};
    if (!book.is_due({"the item"}, now)) continue;
    const bool works = second >= 200;
    book.tried({"the item"}, works, now);
    CHECK(book.failing() == !works);
    tried_at.push_back(second);
  }
  CHECK(tried_at == std::vector<int>{0, 60, 120, 180, 240});
}

TEST_CASE("alerts: an item that takes the place of another is news, though the number is the same") {
  AlertBook book;
  REQUIRE(book.is_due({"one"}, start));
  book.tried({"one"}, true, start);
  CHECK_FALSE(book.is_due({"one"}, start + 1min));
  CHECK(book.is_due({"two"}, start + 1min));
}

TEST_CASE("alerts: the sentence counts and says nothing else") {
  CHECK(sentence_about(1) == "1 unopened item in the safeguarding lane");
  CHECK(sentence_about(12) == "12 unopened items in the safeguarding lane");
}
