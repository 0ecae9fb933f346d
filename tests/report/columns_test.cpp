#include "report/columns.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "report/sample.hpp"

namespace postbox::report {

using test::redacted;
using test::sample_wording;

namespace {

using Texts = std::vector<std::string>;

Texts texts(const RowCells& cells) { return {cells.views().begin(), cells.views().end()}; }

}  // namespace

TEST_CASE("columns: a row carries reference, month, areas, rating, tone and the words, nothing else") {
  const Columns columns(sample_wording(), false);
  CHECK(columns.headers() == Texts{"reference", "month", "areas", "rating", "tone", "feedback",
                                   "working_well", "could_be_better"});
  DeliveredRow row = test::row_with("Late again.");
  row.areas = {ServiceArea::transport, ServiceArea::ehcp};
  row.words["could_be_better"] = redacted("Buses.");
  row.added["age_group"] = "5-10";  // no setting asked for it
  row.guesses = {ServiceArea::camhs};
  CHECK(texts(columns.cells(row)) ==
        Texts{"abcdefgh2345", "2026-11", "transport; ehcp", "poor", "concern", "Late again.", "", "Buses."});
}

TEST_CASE("columns: a setting adds answers, unsorted/ adds guesses and an empty send_to") {
  Wording wording = sample_wording();
  wording.added = {{"age_group", "Age group"}};
  const Columns columns(wording, true);
  DeliveredRow row = test::row_with("Hm.");
  row.added["age_group"] = "5-10";
  row.guesses = {ServiceArea::camhs};
  const Texts cells = texts(columns.cells(row));
  REQUIRE(cells.size() == columns.headers().size());
  CHECK(Texts(columns.headers().end() - 6, columns.headers().end()) ==
        Texts{"age_group", "suspected", "rare", "guess_1", "guess_2", "send_to"});
  CHECK(Texts(cells.end() - 6, cells.end()) == Texts{"5-10", "", "", "camhs", "", ""});
  row.suspected = true;
  row.rare = "rare condition (Rett); small place (Alston)";
  CHECK(texts(columns.cells(row))[cells.size() - 5] == "yes");
  CHECK(texts(columns.cells(row))[cells.size() - 4] == row.rare);
}

TEST_CASE("columns: what was not answered is an empty cell") {
  DeliveredRow row = test::row_with("");
  row.areas.clear();
  row.rating.clear();
  CHECK(texts(Columns(sample_wording(), false).cells(row)) ==
        Texts{"abcdefgh2345", "2026-11", "", "", "concern", "", "", ""});
}

TEST_CASE("columns: words of a question that the form has no longer are not lost") {
  DeliveredRow row = test::row_with("Now.");
  row.words["old_question"] = redacted("Then.");
  row.words["older"] = redacted("Long ago.");
  const Columns columns(sample_wording(), false);
  CHECK(texts(columns.cells(row)).back() == "[old_question]\nThen.\n[older]\nLong ago.");
  const auto words = columns.words(row);
  REQUIRE(words.size() == 3);
  CHECK(words[0] == std::pair<std::string_view, std::string_view>("Your feedback", "Now."));
  CHECK(words[1] == std::pair<std::string_view, std::string_view>("old_question", "Then."));

  row.words["could_be_better"] = redacted("Buses.");
  CHECK(texts(columns.cells(row)).back() == "Buses.\n[old_question]\nThen.\n[older]\nLong ago.");
}

TEST_CASE("columns: a form without any question for words keeps earlier words too") {
  Wording wording = sample_wording();
  wording.words.clear();
  const Columns columns(wording, false);
  CHECK(columns.headers().back() == "words");
  CHECK(texts(columns.cells(test::row_with("Then."))).back() == "[feedback]\nThen.");
}

TEST_CASE("columns: two columns of one name are refused") {
  struct Case {
    const char* why;
    std::vector<Column> words;
    std::vector<Column> added;
    bool with_guesses;
    bool refused;
  };
  const Case cases[] = {
      {"all different", {{"feedback", "F"}}, {{"age_group", "A"}}, true, false},
      {"a question named like a column of ours", {{"tone", "T"}}, {}, false, true},
      {"a column added that is there anyway", {{"feedback", "F"}}, {{"rating", "R"}}, false, true},
      {"one question twice", {{"feedback", "F"}, {"feedback", "G"}}, {}, false, true},
      {"send_to, where it means something", {{"send_to", "S"}}, {}, true, true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Wording wording{c.words, c.added, {}, {}};
    if (c.refused) {
      CHECK_THROWS_AS(Columns(wording, c.with_guesses), Error);
    } else {
      CHECK_NOTHROW(Columns(wording, c.with_guesses));
    }
  }
}

TEST_CASE("columns: the names of our own columns can be asked for") {
  for (const char* own : {"reference", "month", "areas", "rating", "tone", "suspected", "rare", "guess_1",
                          "guess_2", "send_to"}) {
    CAPTURE(own);
    CHECK(is_own_column(own));
  }
  CHECK_FALSE(is_own_column("feedback"));
  CHECK_FALSE(is_own_column(""));
}

}  // namespace postbox::report
