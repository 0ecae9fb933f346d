#include "emptying/board_page.hpp"
#include "report/csv.hpp"

namespace postbox::emptying {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr const char* submissions = "submissions";

class Lines {
 public:
  void add(std::string_view month, std::string_view area, std::string_view question, std::string_view value,
           std::string_view count) {
    const char* between = "";
    for (const std::string_view cell : {month, area, question, value, count}) {
      text_ += between + report::csv_field(cell);
      between = ",";
    }
    text_ += "\r\n";
  }
  std::string text() const { return std::string(byte_order_mark) + text_; }

 private:
  std::string text_;
};

void add_half_year(Lines& lines, const HalfYearFigures& half) {
  const std::string period = half.first.text() + "/" + half.last.text();
  for (std::size_t row = 0; row <= board_rows; ++row) {
    lines.add(period, board_row_code(row), submissions, "", half.submissions[row].text());
  }
  for (const QuestionFigures& one : half.questions) {
    for (std::size_t row = 0; row <= board_rows; ++row) {
      const auto& counts = row < board_rows ? one.table.cells[row] : one.table.column_totals;
      for (std::size_t i = 0; i < counts.size(); ++i) {
        lines.add(period, board_row_code(row), one.question, one.values[i], counts[i].text());
      }
    }
  }
}

}  // namespace

std::string board_csv(const BoardFigures& figures) {
  Lines lines;
  lines.add("month", "area", "question", "value", "count");
  for (const MonthFigures& month : figures.months) {
    for (std::size_t row = 0; row < month.rows.size(); ++row) {
      lines.add(month.month.text(), board_row_code(row), submissions, "", month.rows[row].text());
    }
  }
  for (const HalfYearFigures& half : figures.half_years) add_half_year(lines, half);
  return lines.text();
}

}  // namespace postbox::emptying
