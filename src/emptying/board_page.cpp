#include "emptying/board_page.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "emptying/board_chart.hpp"
#include "emptying/board_names.hpp"

namespace postbox::emptying {
namespace {

using disclosure::PublishedCount;

// Whatever a label holds, the page may not load, send or run anything.
constexpr const char* policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
constexpr unsigned months_of_year = 12;

Html header_cell(const char* scope, const std::string& words) {
  return element("th", {{"scope", scope}}, text(words));
}

Html count_cell(const PublishedCount& count, bool is_special = false) {
  return count.is_hidden() ? element("td", {{"class", "hidden"}}, text(count.text()))
                           : element("td", text((is_special ? "\u25C6\u00A0" : "") + count.text()));
}

Html scrolling(const Html& content, const std::string& label) {
  // Reachable by keyboard, because it scrolls on a narrow screen.
  return element("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", label}},
                 content);
}

// Years down, months across.
class MonthTable {
 public:
  MonthTable(const BoardFigures& figures, std::size_t row, const std::optional<trends::Xmr>& xmr)
      : figures_(figures), row_(row), xmr_(xmr) {}

  Html draw(const std::string& name) const {
    Html head = header_cell("col", "Year");
    for (unsigned month = 1; month <= months_of_year; ++month) {
      head +=
          header_cell("col", Month(std::chrono::year{2000} / static_cast<int>(month)).name().substr(0, 3));
    }
    Html body;
    for (std::size_t i = 0; i < figures_.months.size();) body += year(i);
    return element("table", {{"class", "months"}},
                   element("caption", text(name + ", submissions a month")) +
                       element("thead", element("tr", head)) + element("tbody", body));
  }

 private:
  // The months of one year from the i-th on; `i` goes to the first of the next.
  Html year(std::size_t& i) const {
    const auto year = figures_.months[i].month.value().year();
    Html cells = header_cell("row", fmt::format("{}", int{year}));
    for (unsigned month = 1; month <= months_of_year; ++month) {
      const bool is_here =
          i < figures_.months.size() && figures_.months[i].month.value() == year / static_cast<int>(month);
      cells += is_here ? cell(i++) : element("td", {});
    }
    return element("tr", cells);
  }
  Html cell(std::size_t i) const {
    const MonthFigures& month = figures_.months[i];
    if (!month.is_known) return element("td", {{"class", "hidden"}}, text("\u2013"));
    return count_cell(month.rows[row_], xmr_ && xmr_->special[i].any());
  }

  const BoardFigures& figures_;
  std::size_t row_;
  const std::optional<trends::Xmr>& xmr_;
};

bool was_never_counted(const BoardFigures& figures, std::size_t row) {
  return std::all_of(figures.months.begin(), figures.months.end(), [&](const MonthFigures& month) {
    return !month.is_known || (!month.rows[row].is_hidden() && *month.rows[row].shown() == 0);
  });
}

Html chart_section(const BoardFigures& figures, const report::Wording& wording, std::size_t row) {
  const std::string name = board_row_name(wording, row);
  Html content = element("h3", text(name));
  if (was_never_counted(figures, row)) {
    return element("section", {{"class", "chart"}},
                   content + element("p", {{"class", "hint"}}, text("No feedback in the months shown.")));
  }
  const trends::Series series = series_of(figures, row);
  const auto xmr = trends::xmr(series);
  Html lines;
  for (const std::string& line : chart_in_words(figures, series, xmr)) lines += element("li", text(line));
  content += element("ul", {{"class", "says"}}, lines);
  content += scrolling(board_chart(figures, series, xmr, name), name + ", chart");
  content += scrolling(MonthTable(figures, row, xmr).draw(name), name + ", table");
  return element("section", {{"class", "chart"}}, content) + trusted("\n");
}

Html question_table(const HalfYearFigures& half, const QuestionFigures& one, const report::Wording& wording) {
  Html head = header_cell("col", "Service area");
  for (const std::string& value : one.values) {
    head += header_cell("col", value_name(wording, one.question, value));
  }
  head += header_cell("col", "All feedback");
  Html body;
  for (std::size_t row = 0; row <= board_rows; ++row) {
    Html cells = header_cell("row", board_row_name(wording, row));
    const auto& counts = row < board_rows ? one.table.cells[row] : one.table.column_totals;
    for (const PublishedCount& count : counts) cells += count_cell(count);
    cells += count_cell(half.submissions[row]);
    body += row < board_rows ? element("tr", cells) : element("tr", {{"class", "all"}}, cells);
  }
  const std::string caption =
      fmt::format("{}, {} to {}", question_name(one.question), half.first.name(), half.last.name());
  return scrolling(element("table", {{"class", "answers"}},
                           element("caption", text(caption)) + element("thead", element("tr", head)) +
                               element("tbody", body)),
                   caption) +
         trusted("\n");
}

Html half_years(const BoardFigures& figures, const report::Wording& wording) {
  Html content = element("h2", text("Tone and rating by half-year"));
  content += element(
      "p", {{"class", "hint"}},
      text("April to September and October to March, once all six months have been emptied. Figures for a "
           "running "
           "or sliding period would let a hidden month be found by subtraction, so there are none. Tone was "
           "told by "
           "machine. Not everybody gives a rating, so ratings can add up to less than all feedback."));
  if (figures.half_years.empty()) content += element("p", text("No half-year is complete yet."));
  for (const HalfYearFigures& half : figures.half_years) {
    for (const QuestionFigures& one : half.questions) {
      if (one.question != "tone" && one.question != question_id::rating) continue;
      content += question_table(half, one, wording);
    }
  }
  return element("section", content) + trusted("\n");
}

Html item(const char* name, const std::string& words) {
  return element("li", element("strong", text(name)) + text(" " + words));
}

Html how_to_read(const BoardFacts& facts) {
  Html list = item("Line and points:",
                   "submissions a month. One about two service areas counts in both. Urgent ones that are "
                   "held back for the safeguarding lead are counted.");
  list += item("Solid line:",
               "the mean. Dashed lines: the process limits, the mean \u00B1 2.66 times the mean difference "
               "from month to month. Dotted lines: two thirds of the way.");
  list += item("\u25C6 A diamond:",
               "more than the usual up and down (special cause): outside the limits; 7 in a row on one side "
               "of the mean; 7 in a row steadily rising or falling; or 2 of 3 months near the same limit. A "
               "point within the limits and without a pattern is no news.");
  list +=
      item("[c]:", fmt::format("hidden, because it is 1 to {}, or because it would give such a number away. "
                               "It is never 0. A hidden month is a gap; means and limits are made from the "
                               "months shown alone, so where small months are hidden they lie a little high.",
                               facts.disclosure.shown_min - 1));
  list += item("\u2013:",
               "never emptied, or left out: not known, which is not 0. A gap ends every run of months.");
  list += item("No good direction:",
               "more feedback can mean more trust, less can mean less. So nothing here is red or green, and "
               "services stand in a fixed order: this is no league table.");
  return element("section", {{"class", "how"}},
                 element("h2", text("How to read this")) + element("ul", list)) +
         trusted("\n");
}

Html left_out(const BoardFacts& facts) {
  if (facts.left_out.empty()) return {};
  Html list;
  for (const std::string& line : facts.left_out) list += element("li", text(line + "."));
  return element("section", {{"class", "care"}, {"role", "note"}},
                 element("strong", text("Some figures could not be used")) + element("ul", list)) +
         trusted("\n");
}

Html page_head(const std::string& title) {
  return element(
      "head",
      void_element("meta", {{"charset", "utf-8"}}) +
          void_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy}}) +
          void_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}) +
          void_element("meta", {{"name", "referrer"}, {"content", "no-referrer"}}) +
          element("title", text(title)) + trusted("\n") + trusted(board_style()));
}

}  // namespace

std::string board_page(const BoardFigures& figures, const report::Wording& wording, const BoardFacts& facts) {
  const std::string period =
      figures.months.empty()
          ? facts.month.name()
          : fmt::format("{} to {}", figures.months.front().month.name(), figures.months.back().month.name());
  Html main = element("header", element("p", {{"class", "what"}}, text("SEND Post Box: for the board")) +
                                    element("h1", text("Feedback month by month")) +
                                    element("p", {{"class", "month"}}, text(period)));
  main += trusted("\n") + left_out(facts) + how_to_read(facts);
  main += element("h2", text("Submissions a month")) + trusted("\n");
  main += chart_section(figures, wording, board_rows);
  for (std::size_t row = 0; row < board_rows; ++row) main += chart_section(figures, wording, row);
  main += half_years(figures, wording);
  return "<!DOCTYPE html>\n<html lang=\"en-GB\">\n" +
         std::string(page_head("SEND Post Box: trends, " + period).markup()) + "\n<body>\n" +
         std::string(element("main", main).markup()) + "\n</body>\n</html>\n";
}

}  // namespace postbox::emptying
