#include "report/html.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>

#include "report/care.hpp"
#include "report/sample.hpp"
#include "support/temp_folder.hpp"

namespace postbox::report {
namespace {

std::string page_of(const std::vector<DeliveredRow>& rows, const PackFacts& facts = test::sample_facts(),
                    const Wording& wording = test::sample_wording()) {
  test::TempFolder folder;
  PosixFileSystem files;
  const Columns columns(wording, facts.with_guesses);
  HtmlWriter writer(files, folder / "report.html", wording, facts, columns);
  for (const DeliveredRow& row : rows) writer.add(row, columns.cells(row));
  writer.finish();
  CHECK(files.list(folder.path()) == std::vector<std::string>{"report.html"});
  return files.read(folder / "report.html");
}

bool has(const std::string& page, std::string_view what) { return page.find(what) != std::string::npos; }

std::size_t times(const std::string& page, std::string_view what) {
  std::size_t count = 0;
  for (auto at = page.find(what); at != std::string::npos; at = page.find(what, at + 1)) ++count;
  return count;
}

// The first tag that is not closed, or closes nothing; "" where all are in order.
std::string misplaced_tag(const std::string& page) {
  std::vector<std::string> open;
  for (auto at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    const bool closes = page[at + 1] == '/';
    const auto begin = at + (closes ? 2 : 1);
    const std::string name = page.substr(begin, page.find_first_of(" >", begin) - begin);
    if (name == "!DOCTYPE" || name == "meta") continue;
    if (!closes) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return "/" + name;
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : open.back();
}

// The row of a table: its label and its count.
std::string table_row(std::string_view label, int count) {
  return "<th scope=\"row\">" + std::string(label) + "</th><td class=\"count\">" + std::to_string(count) +
         "</td>";
}

}  // namespace

TEST_CASE("html: title, recipient, month and the warning stand at the head") {
  const std::string page = page_of({test::row_with("Late again.")});
  CHECK(has(page, "<title>Cumberland Council, school transport: Post Box feedback, November 2026</title>"));
  CHECK(has(page, "<h1>Cumberland Council, school transport</h1>"));
  CHECK(has(page, "November 2026"));
  CHECK(has(page, "Identifiers removed by machine, handle with care"));
  CHECK(has(page, best_effort_line()));
  CHECK(has(page, "1 piece of feedback from November 2026, about Area transport (1)."));
  CHECK_FALSE(has(page, "Commissioned by"));
  PackFacts facts = test::sample_facts();
  facts.commissioner = "North Cumbria CCG";
  CHECK(has(page_of({}, facts), "Commissioned by North Cumbria CCG"));
}

TEST_CASE("html: the share of missed names is the one that the house's README tells") {
  const std::string figure = std::to_string(names_missed_of_100);
  CHECK(best_effort_line() == "Best effort: about " + figure + " names of people in 100 are missed.");
  const std::string readme = PosixFileSystem().read(Path(POSTBOX_SOURCE_DIR) / "README.md");
  CHECK(has(readme, "missed " + figure + " in 100"));
}

TEST_CASE("html: it never says that anything was anonymised") {
  std::string page = page_of({test::row_with("x")});
  std::transform(page.begin(), page.end(), page.begin(), [](unsigned char c) { return std::tolower(c); });
  CHECK_FALSE(has(page, "anonymi"));
}

TEST_CASE("html: no script, no link, nothing asked of the network") {
  const std::string page = page_of({test::row_with("x")});
  for (const char* what : {"<script", "<img", "<link", "<a ", "<iframe", "src=", "href=", "url(", "@import",
                           "http:", "https:", "javascript:", "onload"}) {
    CAPTURE(what);
    CHECK_FALSE(has(page, what));
  }
  CHECK(has(page, "default-src &#39;none&#39;"));
}

TEST_CASE("html: words are text, whatever they hold") {
  const std::string page =
      page_of({test::row_with("<script>alert(1)</script> & \"quotes\" </article></main>")});
  CHECK_FALSE(has(page, "<script"));
  CHECK(has(page, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot; &lt;/article&gt;"));
  CHECK(misplaced_tag(page).empty());
}

TEST_CASE("html: names from settings are text too") {
  Wording wording = test::sample_wording();
  wording.area_names[index_of(ServiceArea::transport)] = "Buses & <taxis>";
  PackFacts facts{"A & <b>", test::november(), false, "C & <d>"};
  const std::string page = page_of({test::row_with("x")}, facts, wording);
  CHECK(misplaced_tag(page).empty());
  CHECK(has(page, "<h1>A &amp; &lt;b&gt;</h1>"));
  CHECK(has(page, "Buses &amp; &lt;taxis&gt;"));
}

TEST_CASE("html: counts are of submissions, also of those without words") {
  DeliveredRow both = test::row_with("x");
  both.areas = {ServiceArea::transport, ServiceArea::ehcp};
  both.tone = Tone::mixed;
  DeliveredRow silent = test::row_with("");
  silent.rating = "very-good";
  silent.tone = Tone::praise;
  silent.areas.clear();
  DeliveredRow old_rating = test::row_with("y");
  old_rating.rating = "so-so";
  DeliveredRow unrated = test::row_with("z");
  unrated.rating.clear();
  const std::string page = page_of({both, silent, old_rating, unrated});
  CHECK(has(
      page,
      "4 pieces of feedback from November 2026, most often about Area transport (3) and Area ehcp (1). "));
  CHECK(has(page,
            "Of the 2 who rated their experience, 1 said good or very good and 1 said poor or very poor."));
  CHECK(has(page, "1 without words"));
  for (const std::string& row :
       {table_row("Praise", 1), table_row("Praise and concern", 1), table_row("Concern", 2),
        table_row("Suggestion", 0), table_row("Very good", 1), table_row("Poor", 1), table_row("Good", 0),
        table_row("so-so", 1), table_row("Not answered", 1), table_row("Area transport", 3),
        table_row("Area ehcp", 1), table_row("No area found", 1)}) {
    CAPTURE(row);
    CHECK(has(page, row));
  }
  CHECK_FALSE(has(page, "Area camhs"));
  CHECK(times(page, "<article>") == 3);
  CHECK(has(page, "<h2>Concern<span>2 comments</span></h2>"));
  CHECK_FALSE(has(page, "<h2>Praise<span>"));
}

TEST_CASE("html: bars are drawn, their length the share of all, and numbers stand beside them") {
  DeliveredRow praise = test::row_with("x");
  praise.tone = Tone::praise;
  std::vector<DeliveredRow> rows(199, test::row_with("y"));
  rows.push_back(praise);
  const std::string page = page_of(rows);
  const auto bar_of = [&page](const std::string& row) {
    const auto at = page.find(row);
    return at == std::string::npos ? "" : page.substr(at, page.find("</tr>", at) - at);
  };
  CHECK(has(bar_of(table_row("Concern", 199)), "<rect width=\"99.5\" height=\"10\"></rect>"));
  CHECK(has(bar_of(table_row("Praise", 1)), "<rect width=\"1.0\" height=\"10\"></rect>"));  // can be seen
  CHECK(has(bar_of(table_row("Neutral", 0)), "<rect width=\"0.0\" height=\"10\"></rect>"));
}

TEST_CASE("html: comments stand under their tone, in the order in which they came") {
  DeliveredRow praise = test::row_with("third, but praise comes first");
  praise.tone = Tone::praise;
  const std::string page = page_of({test::row_with("first"), test::row_with("second"), praise});
  CHECK(page.find("third") < page.find(">first<"));
  CHECK(page.find(">first<") < page.find(">second<"));
}

TEST_CASE("html: a comment says what is known of it and no more") {
  Wording wording = test::sample_wording();
  wording.added = {{"age_group", "Age group"}};
  DeliveredRow row = test::row_with("Late.");
  row.words["could_be_better"] = test::redacted("Buses.");
  row.district_known = false;
  row.added["age_group"] = "5-10";
  row.month = test::november().previous();
  const std::string page = page_of({row, test::row_with("Alone.")}, test::sample_facts(), wording);
  CHECK(times(page, ">district not given<") == 1);
  CHECK(has(page, "1 where the district was not given"));
  CHECK(times(page, "Age group: 5-10") == 1);
  CHECK(times(page, "posted in October 2026") == 1);
  CHECK(times(page, "Rated: Poor") == 2);
  CHECK(times(page, "Reference abcdefgh2345") == 2);
  CHECK(times(page, "<h3>Your feedback</h3>") == 1);  // not above a comment that answers nothing else
  CHECK(times(page, "<h3>What could be better?</h3>") == 1);
}

TEST_CASE("html: line breaks stay and other scripts run their own way") {
  const std::string page = page_of({test::row_with("one\n\ntwo")});
  CHECK(has(page, "dir=\"auto\">one\n\ntwo</p>"));
  CHECK(has(page, ".words { white-space: pre-wrap;"));
  // The first letter tells the direction, so the English mark may not stand before it.
  const std::string foreign = page_of({test::row_with("[for translation: Arabic] الحافلة")});
  CHECK(has(foreign, ">[for translation: Arabic]</p><p class=\"words\" dir=\"auto\">الحافلة</p>"));
}

TEST_CASE("html: what nobody is named for shows its guesses and how to send it on") {
  PackFacts facts{"Unsorted", test::november(), true, ""};
  DeliveredRow row = test::row_with("x");
  row.areas.clear();
  row.guesses = {ServiceArea::camhs, ServiceArea::ehcp};
  row.district_known = false;
  const std::string page = page_of({row}, facts);
  CHECK(has(page, "perhaps: Area camhs, Area ehcp"));
  CHECK(has(page, "send_to"));
  CHECK_FALSE(has(page, "district not given"));
}

TEST_CASE("html: a pack without rows is a whole page") {
  const std::string page = page_of({});
  CHECK(misplaced_tag(page).empty());
  CHECK(has(page, "0 pieces of feedback"));
  CHECK_FALSE(has(page, "<article>"));
}

}  // namespace postbox::report
