// The board's pack: counts of months that the box has signed, and nothing that a small number could be told
// by.
#include "emptying/board.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "emptying/board_page.hpp"
#include "emptying/full_box.hpp"
#include "report/strict_xlsx.hpp"
#include "store/month_counts.hpp"
#include "trends/encoding.hpp"

using namespace postbox;
using namespace postbox::test;

namespace {

constexpr const char* page = "board/trends.html";

void post_many(FullBox& box, Month month, int count, const std::string& area,
               const std::string& rating = {}) {
  for (int i = 0; i < count; ++i) {
    Answers answers;
    answers.texts["feedback"] = "Number " + std::to_string(i);
    answers.choices["areas"] = {area};
    answers.choices["only_to"] = {area};  // so that nothing but the ticked area counts
    if (!rating.empty()) answers.choices["rating"] = {rating};
    box.post(month, answers);
  }
}

// The count of one line of trends.csv: "12", "[c]", or "none" where there is no such line.
std::string figure(const FullBox& box, const std::string& pack, const std::string& month,
                   const std::string& area, const std::string& question = "submissions",
                   const std::string& value = "") {
  const std::string start = "\"" + month + "\",\"" + area + "\",\"" + question + "\",\"" + value + "\",\"";
  std::istringstream lines(box.exported(pack + "/board/trends.csv"));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(start)) {
      return line.substr(start.size(), line.find('"', start.size()) - start.size());
    }
  }
  return "none";
}

bool says(const FullBox& box, const std::string& path, const std::string& words) {
  return box.exported(path).find(words) != std::string::npos;
}

Month month_of(int year, unsigned month) {
  return Month{std::chrono::year{year} / std::chrono::month{month}};
}

DeliveredRow row_of(Month month) {
  return {
      .reference = {}, .month = month, .areas = {}, .rating = {}, .words = {}, .added = {}, .guesses = {}};
}

}  // namespace

TEST_CASE("board: the counts of every emptying so far stand in the next one's pack") {
  FullBox box;
  const Month september = october.previous();
  post_many(box, september, 9, "transport");
  post_many(box, october, 7, "transport");
  post_many(box, october, 6, "ehcp");
  box.empty();
  CHECK(figure(box, "2026-10", "2026-09", "transport") == "9");
  CHECK(figure(box, "2026-10", "2026-10", "transport") == "7");
  CHECK(figure(box, "2026-10", "2026-10", "ehcp") == "6");
  CHECK(figure(box, "2026-10", "2026-10", "all") == "13");
  CHECK(figure(box, "2026-09", "2026-10", "transport") == "none");
}

TEST_CASE("board: a recipient's pack says what changed since the month before, as far as it is known") {
  FullBox box;
  const auto pack = [&box](const std::string& name) {
    return box.exported(name + "/cumberland-transport/report.html");
  };
  post_many(box, october.previous(), 3, "transport", "poor");
  post_many(box, october, 5, "transport", "poor");
  box.empty();
  CHECK(pack("2026-09").find("brought") == std::string::npos);
  CHECK(pack("2026-10").find("September 2026 brought 3: 2 more now") != std::string::npos);
  CHECK(pack("2026-10").find("<th scope=\"row\">transport</th><td class=\"count\">5</td>"
                             "<td class=\"count before\">3</td>") != std::string::npos);
  post_many(box, october, 1, "transport");
  box.empty();
  CHECK(pack("2026-10.2").find("brought") == std::string::npos);  // late paper is not a month
}

TEST_CASE("board: small numbers are a marker everywhere, 0 is 0, and totals give nothing away") {
  FullBox box;
  post_many(box, october, 3, "transport");
  post_many(box, october, 20, "ehcp");
  post_many(box, october, 9, "camhs");
  box.empty();
  CHECK(figure(box, "2026-10", "2026-10", "transport") == "[c]");
  CHECK(figure(box, "2026-10", "2026-10", "camhs") == "[c]");  // or 32 - 20 - 9 would be 3
  CHECK(figure(box, "2026-10", "2026-10", "ehcp") == "20");
  CHECK(figure(box, "2026-10", "2026-10", "schooling") == "0");
  CHECK(figure(box, "2026-10", "2026-10", "all") == "32");
}

TEST_CASE("board: the workbook has the figures as numbers, hidden ones as the marker, gaps as nothing") {
  FullBox box;
  const Month august = october.previous().previous();
  post_many(box, august, 3, "transport");
  post_many(box, august, 20, "ehcp");
  post_many(box, october, 7, "transport");
  box.empty();
  const StrictXlsx workbook(box.exported("2026-10/board/trends.xlsx"));
  CHECK(workbook.names == std::vector<std::string>{"Cover", "Months", "Answers"});
  const XlsxSheet& months = workbook.sheets.at("Months");
  const auto column = [&months](const std::string& head) {
    for (std::size_t i = 0; i < 20; ++i) {
      if (months.at(0, i) == head) return i;
    }
    return std::size_t{99};
  };
  CHECK(months.row(1, 1) == std::vector<std::string>{"2026-08"});
  CHECK(months.at(1, column("transport")) == "[c]");
  CHECK(months.cells.at({1, column("transport")}).is_text);
  CHECK(months.at(2, column("transport")).empty());  // September was never emptied
  CHECK(months.at(3, column("transport")) == "7");
  CHECK_FALSE(months.cells.at({3, column("transport")}).is_text);
  CHECK(months.at(3, column("All feedback")) == "7");
}

TEST_CASE("board: two packs of a month add up") {
  FullBox box;
  post_many(box, october, 6, "transport");
  box.empty();
  post_many(box, october, 5, "transport");
  box.empty();
  CHECK(figure(box, "2026-10.2", "2026-10", "transport") == "11");
}

TEST_CASE("board: an emptied month without posts is 0, one that was never emptied is a gap") {
  FullBox box;
  const Month august = month_of(2026, 8);
  post_many(box, august.previous(), 6, "transport");
  box.empty({.month = august.previous()});
  box.empty({.month = august});
  post_many(box, october, 6, "transport");
  box.empty();
  CHECK(figure(box, "2026-10", "2026-08", "all") == "0");
  CHECK(figure(box, "2026-10", "2026-09", "all") == "none");
  CHECK(box.exported("2026-08/manifest.json").find("\"rows\": {}") != std::string::npos);
  CHECK(says(box, std::string("2026-08/") + page, "<svg") == true);
}

TEST_CASE("board: ratings and tone come by half-years, once all six months were emptied") {
  FullBox box;
  for (unsigned number = 4; number <= 8; ++number) post_many(box, month_of(2026, number), 6, "ehcp", "poor");
  box.empty();
  CHECK(figure(box, "2026-08", "2026-04/2026-09", "ehcp", "rating", "poor") == "none");
  post_many(box, month_of(2026, 9), 6, "ehcp", "good");
  box.empty();
  CHECK(figure(box, "2026-09", "2026-04/2026-09", "ehcp", "rating", "poor") == "30");
  CHECK(figure(box, "2026-09", "2026-04/2026-09", "ehcp", "rating", "good") == "6");
  CHECK(figure(box, "2026-09", "2026-04/2026-09", "ehcp") == "36");
}

TEST_CASE("board: a half-year's total does not give away the one month that is hidden") {
  FullBox box;
  for (unsigned number = 4; number <= 8; ++number) post_many(box, month_of(2026, number), 6, "ehcp");
  post_many(box, month_of(2026, 9), 2, "ehcp");
  post_many(box, month_of(2026, 9), 8, "camhs");
  post_many(box, month_of(2026, 9), 9, "transport");
  box.empty();
  CHECK(figure(box, "2026-09", "2026-09", "ehcp") == "[c]");
  CHECK(figure(box, "2026-09", "2026-08", "ehcp") == "6");
  CHECK(figure(box, "2026-09", "2026-04/2026-09", "ehcp") == "[c]");
}

TEST_CASE("board: what was held counts once, also when it is released and comes by again") {
  FullBox box;
  const emptying::Rooms rooms = box.rooms();
  store::Emptying first =
      store::claim(box.connection(), october, box.exports(), [](const auto&) { return false; });
  emptying::Board before(rooms, rooms.disclosure, first);
  const DeliveredRow row = row_of(october);
  for (int i = 0; i < 6; ++i) before.add({}, row, "link " + std::to_string(i), true);
  before.keep();
  store::record(box.connection(), first, {}, {});

  const store::Emptying second =
      store::claim(box.connection(), october, box.exports(), [](const auto&) { return false; });
  emptying::Board after(rooms, rooms.disclosure, second);
  after.add({}, row, "link 3", false);
  after.add({}, row, "link 7", false);
  box.files.make_folder(box.exports(), 0700);
  box.files.make_folder(box.exports() / "2026-10.2", 0700);
  after.write(box.exports() / "2026-10.2");
  CHECK(figure(box, "2026-10.2", "2026-10", "all") == "7");
}

TEST_CASE("board: counts that were changed, swapped or forged are not used, and the keeper is told") {
  struct Case {
    const char* why;
    const char* sql;
    const char* warning;
  };
  const Case cases[] = {
      {"another emptying's",
       "UPDATE month_counts SET sealed = (SELECT sealed FROM month_counts WHERE emptying = 1) WHERE emptying "
       "= 2",
       "not signed with this box"},
      {"bytes of nobody", "UPDATE month_counts SET sealed = x'00112233' WHERE emptying = 2",
       "not signed with this box"},
      {"removed", "DELETE FROM month_counts WHERE emptying = 2", "no counts are kept"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    FullBox box;
    post_many(box, month_of(2026, 8), 8, "transport");
    post_many(box, month_of(2026, 9), 9, "transport");
    box.empty();
    box.connection().run(c.sql);
    post_many(box, october, 7, "transport");
    const auto done = box.empty();
    REQUIRE(done.at(0).warnings.size() == 1);
    CHECK(done[0].warnings[0].find(c.warning) != std::string::npos);
    CHECK(done[0].warnings[0].find("2026-09") != std::string::npos);
    CHECK(figure(box, "2026-10", "2026-08", "transport") == "8");
    CHECK(figure(box, "2026-10", "2026-09", "transport") == "none");
    CHECK(figure(box, "2026-10", "2026-10", "transport") == "7");
    CHECK(says(box, std::string("2026-10/") + page, "Some figures could not be used"));
  }
}

TEST_CASE("board: counts sealed to the box by somebody without its secret key do not pass") {
  FullBox box;
  const trends::MonthCounts counts{.month = october, .whole = {.all = 900}};
  const seal::SecretKeys forger = seal::SecretKeys::generate();
  const std::string bytes = trends::encode(counts, "2026-10");
  const auto sealed = [&](const std::string& signature) {
    return store::SealedCounts{
        "2026-10", october, {seal::seal(box.keys().public_key(), signature + "\n" + bytes)}};
  };
  CHECK(emptying::open_counts(box.keys(), sealed(box.keys().sign(bytes))) == counts);
  CHECK_FALSE(emptying::open_counts(box.keys(), sealed(forger.sign(bytes))));
  CHECK_FALSE(emptying::open_counts(box.keys(), sealed("")));
}

TEST_CASE("board: counts longer than a record come back from their parts, in their order only") {
  FullBox box;
  trends::MonthCounts counts{.month = october};
  for (int i = 0; i < 20000; ++i) counts.whole.answers["long"]["option-" + std::to_string(i)] = i;
  store::SealedCounts sealed{"2026-10", october, emptying::seal_counts(box.keys(), counts, "2026-10")};
  REQUIRE(sealed.parts.size() > 1);
  CHECK(emptying::open_counts(box.keys(), sealed) == counts);
  std::swap(sealed.parts[0], sealed.parts[1]);
  CHECK_FALSE(emptying::open_counts(box.keys(), sealed));
}

TEST_CASE("board: the page loads and runs nothing, and keeps the fixed order of areas") {
  FullBox box;
  post_many(box, october, 6, "ehcp");
  post_many(box, october, 60, "transport");
  box.empty();
  const std::string html = box.exported(std::string("2026-10/") + page);
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("http://") == std::string::npos);
  CHECK(html.find("https://") == std::string::npos);
  CHECK(html.find("<h3>ehcp</h3>") < html.find("<h3>transport</h3>"));
  CHECK(html.find("default-src &#39;none&#39;") != std::string::npos);
}

TEST_CASE("board: a shift that was planted in 18 months is told on the page") {
  std::map<Month, trends::MonthCounts> months;
  Month month = month_of(2025, 4);
  for (int i = 0; i < 18; ++i, month = month.next()) {
    if (i == 4) continue;  // never emptied
    trends::MonthCounts& counts =
        months.try_emplace(month, trends::MonthCounts{.month = month}).first->second;
    for (int n = 0; n < 12 + i * 7 % 5 + (i > 9 ? 14 : 0); ++n) {
      Answers answers;
      const char* ratings[] = {"very-good", "good", "poor", "very-poor"};
      if (n % 3 != 0) answers.choices["rating"] = {ratings[n % 4]};
      const AreaList areas = {n % 5 < 4 || i > 9 ? ServiceArea::ehcp : ServiceArea::transport};
      trends::add(counts, answers, areas, tones[static_cast<std::size_t>(n) % tones.size()]);
      if (n % 2 == 0) {
        trends::add(counts, answers, {ServiceArea::camhs, ServiceArea::schooling}, Tone::praise);
      }
    }
  }
  report::Wording wording = ShippedRooms::get().wording;
  wording.ratings = {
      {"very-good", "Very good"}, {"good", "Good"}, {"poor", "Poor"}, {"very-poor", "Very poor"}};
  const auto figures = emptying::board_figures(months, wording, {});
  CHECK(figures.months.size() == 18);
  CHECK(figures.half_years.size() == 2);
  const std::string html =
      emptying::board_page(figures, wording, {.month = month.previous(), .left_out = {"an example"}});
  CHECK(html.find("7 or more in a row on one side of the mean") != std::string::npos);
  CHECK(html.find("side of the mean: February 2026 to September 2026.") != std::string::npos);
  // For people to look at.
  PosixFileSystem files;
  write_atomically(files, Path(POSTBOX_BINARY_DIR) / "board-trends.html", html, 0644);
}
