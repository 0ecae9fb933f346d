#include "emptying/board_xlsx.hpp"

#include <fmt/core.h>

#include "emptying/board_names.hpp"
#include "report/xlsx_lines.hpp"
#include "report/xlsx_text.hpp"
#include "report/xlsx_workbook.hpp"

namespace postbox::emptying {
namespace {

using disclosure::PublishedCount;
using report::Look;
using report::Sheet;
using report::xlsx_cell;

constexpr unsigned part_mode = 0600;
constexpr const char* footer = "Post Box: small numbers hidden";

void write_count(Sheet& sheet, std::size_t row, std::size_t column, const PublishedCount& count) {
  if (const auto shown = count.shown()) {
    sheet.write(row, column, static_cast<std::size_t>(*shown), Look::number);
  } else {
    sheet.write(row, column, count.text(), Look::plain);
  }
}

void write_cover(Sheet sheet, const BoardFacts& facts) {
  report::XlsxLines lines(sheet, footer);
  lines.line("SEND Post Box: trends for the improvement board", Look::title);
  lines.gap();
  lines.fact("Up to", facts.month.name());
  lines.fact(
      "Small numbers",
      fmt::format(
          "{} stands for a count of 1 to {}, or for one that would give such a count away. It is never "
          "0. Do not put a number in its place.",
          disclosure::hidden_marker, facts.disclosure.shown_min - 1));
  lines.fact("Counted",
             "Every submission that was opened. One about two service areas counts in both, so areas can "
             "add up to more than all.");
  lines.fact("More or fewer", "A count of feedback has no good direction: more posts can mean more trust.");
  for (const std::string& line : facts.left_out) lines.fact("Left out", line);
  lines.heading("In this workbook");
  lines.fact("Months",
             "Submissions, month by month. An empty cell: that month was not emptied, or cannot be used.");
  lines.fact("Answers", "Tone and the answers to questions, by complete half-year.");
  lines.fact("Charts", "trends.html beside this file, with what is special in words.");
}

// The first rows stay in sight, and the columns fit what stands in them.
void lay_out(Sheet& sheet, const std::vector<std::string>& heads, std::size_t wide_columns) {
  constexpr double narrow = 14;
  constexpr double wide = 36;
  for (std::size_t column = 0; column < heads.size(); ++column) {
    sheet.set_width(column, column < wide_columns ? wide : narrow, Look::plain);
  }
  sheet.freeze_first_row();
  sheet.set_print(true, footer);
}

void write_months(Sheet sheet, const BoardFigures& figures, const report::Wording& wording) {
  std::vector<std::string> heads = {"Month"};
  std::set<std::string> taken = {"month"};
  for (std::size_t row = 0; row <= board_rows; ++row) {
    heads.push_back(
        report::unlike_head(xlsx_cell(board_row_name(wording, row), report::head_units_max - 8), taken));
  }
  lay_out(sheet, heads, 0);
  constexpr double head_points = 75;  // names of areas are long, columns of numbers narrow
  sheet.set_height(0, head_points);
  sheet.add_table("Months", heads, std::max<std::size_t>(figures.months.size(), 1));
  for (std::size_t i = 0; i < figures.months.size(); ++i) {
    const MonthFigures& month = figures.months[i];
    sheet.write(i + 1, 0, month.month.text(), Look::plain);
    for (std::size_t row = 0; row < month.rows.size(); ++row) {
      write_count(sheet, i + 1, row + 1, month.rows[row]);
    }
  }
}

class AnswerRows {
 public:
  AnswerRows(Sheet sheet, const report::Wording& wording) : sheet_(sheet), wording_(wording) {}

  void add(const HalfYearFigures& half) {
    const std::string period = half.first.text() + "/" + half.last.text();
    for_each_count(half, [&](const HalfYearCount& one) { add(period, one); });
  }

 private:
  void add(const std::string& period, const HalfYearCount& one) {
    const std::string question(one.question);
    ++row_;
    sheet_.write(row_, 0, period, Look::plain);
    sheet_.write(row_, 1, xlsx_cell(board_row_name(wording_, one.row)), Look::plain);
    sheet_.write(row_, 2, xlsx_cell(question.empty() ? "Submissions" : question_name(question)), Look::plain);
    if (!question.empty()) {
      sheet_.write(row_, 3, xlsx_cell(value_name(wording_, question, std::string(one.value))), Look::plain);
    }
    write_count(sheet_, row_, 4, one.count);
  }

  Sheet sheet_;
  const report::Wording& wording_;
  std::size_t row_ = 0;
};

std::size_t answer_rows(const BoardFigures& figures) {
  std::size_t rows = 0;
  for (const HalfYearFigures& half : figures.half_years) {
    for_each_count(half, [&rows](const HalfYearCount&) { ++rows; });
  }
  return rows;
}

void write_answers(Sheet sheet, const BoardFigures& figures, const report::Wording& wording) {
  const std::vector<std::string> heads = {"Half-year", "Service area", "Question", "Answer", "Count"};
  lay_out(sheet, heads, 4);
  sheet.add_table("Answers", heads, std::max<std::size_t>(answer_rows(figures), 1));
  AnswerRows rows(sheet, wording);
  for (const HalfYearFigures& half : figures.half_years) rows.add(half);
}

}  // namespace

void write_board_workbook(FileSystem& files, const Path& file, const BoardFigures& figures,
                          const report::Wording& wording, const BoardFacts& facts, unsigned file_mode) {
  Path part = file;
  part += ".part";
  files.create(part, part_mode);  // so that the library writes into a file which is its owner's alone
  report::Workbook workbook(
      part, file.parent_path(),
      {.title = "SEND Post Box: trends, " + facts.month.name(), .created = facts.month.first_day()});
  write_cover(workbook.add_sheet("Cover"), facts);
  write_months(workbook.add_sheet("Months"), figures, wording);
  write_answers(workbook.add_sheet("Answers"), figures, wording);
  workbook.finish();
  write_atomically(files, file, files.read(part), file_mode);
  files.remove(part);
}

}  // namespace postbox::emptying
