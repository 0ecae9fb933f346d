#include "trends/month_counts.hpp"

#include <doctest/doctest.h>

#include "trends/encoding.hpp"

using namespace postbox;
using namespace postbox::trends;

namespace {

constexpr Month october{std::chrono::year{2026} / 10};

MonthCounts two_submissions() {
  MonthCounts counts{october};
  Answers answers;
  answers.texts["feedback"] = "words are never counted";
  answers.choices = {
      {"rating", {"poor"}}, {"district", {"eden"}}, {"areas", {"ehcp"}}, {"only_to", {"ehcp"}}};
  answers.ticks = {"risk_now"};
  add(counts, answers, {ServiceArea::ehcp, ServiceArea::transport}, Tone::concern);
  add(counts, {}, {}, Tone::neutral);
  counts.held = {"a-link"};
  return counts;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("counts: a submission about two areas counts in both, and once in the whole") {
  const MonthCounts counts = two_submissions();
  CHECK(counts.whole.all == 2);
  CHECK(counts.areas[index_of(ServiceArea::ehcp)].all == 1);
  CHECK(counts.areas[index_of(ServiceArea::transport)].all == 1);
  CHECK(counts.areas[index_of(ServiceArea::camhs)].all == 0);
  CHECK(counts.without_area.all == 1);
}

TEST_CASE("counts: every option and tick counts, but not those that say which area") {
  const MonthCounts counts = two_submissions();
  const Counts& ehcp = counts.areas[index_of(ServiceArea::ehcp)];
  const decltype(Counts::answers) expected = {
      {"rating", {{"poor", 1}}}, {"district", {{"eden", 1}}}, {"risk_now", {{"true", 1}}}};
  CHECK(ehcp.answers == expected);
  CHECK(ehcp.tone == std::array<std::int64_t, 5>{0, 1, 0, 0, 0});
}

TEST_CASE("counts: two packs of one month add up") {
  MonthCounts merged = two_submissions();
  merge(merged, two_submissions());
  CHECK(merged.whole.all == 4);
  CHECK(merged.without_area.all == 2);
  CHECK(merged.areas[index_of(ServiceArea::transport)].answers.at("rating").at("poor") == 2);
  CHECK(merged.areas[index_of(ServiceArea::transport)].tone[1] == 2);
}

TEST_CASE("counts: what a recipient was given adds up over the packs of a month") {
  PackCounts one;
  add(one, {ServiceArea::ehcp, ServiceArea::transport}, "poor", Tone::concern);
  add(one, {}, "", Tone::praise);
  MonthCounts month = two_submissions();
  month.packs["cumberland"] = one;
  MonthCounts late = two_submissions();
  late.packs["cumberland"] = one;
  late.packs["lscft"] = one;
  merge(month, late);
  const PackCounts& both = month.packs.at("cumberland");
  CHECK(both.all == 4);
  CHECK(both.tone == std::array<std::int64_t, 5>{2, 2, 0, 0, 0});
  CHECK(both.rating == decltype(PackCounts::rating){{"", 2}, {"poor", 2}});
  CHECK(both.areas[index_of(ServiceArea::ehcp)] == 2);
  CHECK(both.without_area == 2);
  CHECK(month.packs.at("lscft") == one);
}

TEST_CASE("encoding: packs come back as they were; counts without any have the bytes of old") {
  MonthCounts counts = two_submissions();
  CHECK(encode(counts, "2026-10").find("packs") == std::string::npos);
  add(counts.packs["cumberland"], {ServiceArea::ehcp}, "poor", Tone::concern);
  CHECK(decode(encode(counts, "2026-10"), "2026-10", october) == counts);
}

TEST_CASE("encoding: counts come back as they were") {
  const MonthCounts counts = two_submissions();
  CHECK(decode(encode(counts, "2026-10"), "2026-10", october) == counts);
  CHECK(encode(counts, "2026-10").find("words") == std::string::npos);
}

TEST_CASE("encoding: what is not the counts of this pack is refused") {
  const std::string good = encode(two_submissions(), "2026-10");
  struct Case {
    const char* why;
    std::string bytes;
    const char* pack;
    Month month;
  };
  const Case cases[] = {
      {"another pack", good, "2026-10.2", october},
      {"another month", good, "2026-10", october.next()},
      {"another format", replaced(good, "month-counts-1", "month-counts-2"), "2026-10", october},
      {"a key too many", replaced(good, "{\"areas\"", "{\"a\":1,\"areas\""), "2026-10", october},
      {"a count that is a text", replaced(good, "\"all\":1", "\"all\":\"1\""), "2026-10", october},
      {"white space", good + "\n", "2026-10", october},
      {"not UTF-8", replaced(good, "eden", "ed\xFFn"), "2026-10", october},
      {"a list", "[]", "2026-10", october},
      {"nothing", "", "2026-10", october},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK_FALSE(decode(c.bytes, c.pack, c.month));
  }
}
