#include "emptying/board_files.hpp"

#include "emptying/board_xlsx.hpp"

namespace postbox::emptying {

void write_board_files(FileSystem& files, const Path& folder,
                       const std::map<Month, trends::MonthCounts>& months, const report::Wording& wording,
                       const BoardFacts& facts, unsigned file_mode) {
  const BoardFigures figures = board_figures(months, wording, facts.disclosure);
  write_atomically(files, folder / "trends.html", board_page(figures, wording, facts), file_mode);
  write_atomically(files, folder / "trends.csv", board_csv(figures), file_mode);
  write_board_workbook(files, folder / "trends.xlsx", figures, wording, facts, file_mode);
}

}  // namespace postbox::emptying
