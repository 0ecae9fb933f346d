#include "base/utf8.hpp"
#include "emptying/board_page.hpp"
#include "report/csv.hpp"

namespace postbox::emptying {
namespace {

constexpr std::string_view submissions = "submissions";

class Lines {
 public:
  void add(std::string_view month, std::string_view area, std::string_view question, std::string_view value,
           std::string_view count) {
    const char* between = "";
    for (const std::string_view cell : {month, area, question, value, count}) {
      text_ += between;
      report::append_csv_field(text_, cell);
      between = ",";
    }
    text_ += "\r\n";
  }
  std::string text() const { return std::string(utf8::byte_order_mark) + text_; }

 private:
  std::string text_;
};

void add_half_year(Lines& lines, const HalfYearFigures& half) {
  const std::string period = half.first.text() + "/" + half.last.text();
  for_each_count(half, [&](const HalfYearCount& one) {
    lines.add(period, board_row_code(one.row), one.question.empty() ? submissions : one.question, one.value,
              one.count.text());
  });
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
