#include "report/bundle.hpp"

#include "report/columns.hpp"
#include "report/csv.hpp"
#include "report/html.hpp"
#include "report/jsonl.hpp"
#include "report/xlsx.hpp"

namespace postbox::report {

struct Bundle::Parts {
  FileSystem& files;
  Path folder;
  Columns columns;
  std::vector<std::unique_ptr<RowWriter>> writers;
};

Bundle::Bundle(FileSystem& files, const Path& folder, const Wording& wording, PackFacts facts)
    : parts_(new Parts{files, folder, Columns(wording, facts.with_guesses), {}}) {
  files.make_folder(folder, 0700);
  auto& writers = parts_->writers;
  const Columns& columns = parts_->columns;
  writers.push_back(std::make_unique<CsvWriter>(files, folder / "feedback.csv", columns));
  writers.push_back(std::make_unique<JsonlWriter>(files, folder / "feedback.jsonl", columns));
  writers.push_back(std::make_unique<XlsxWriter>(files, folder / "feedback.xlsx", wording, facts, columns));
  writers.push_back(
      std::make_unique<HtmlWriter>(files, folder / "report.html", wording, std::move(facts), columns));
}

Bundle::~Bundle() = default;

void Bundle::add(const DeliveredRow& row) {
  const RowCells cells = parts_->columns.cells(row);
  for (const auto& writer : parts_->writers) writer->add(row, cells);
}

void Bundle::finish() {
  for (const auto& writer : parts_->writers) writer->finish();
  parts_->files.sync_folder(parts_->folder);
}

}  // namespace postbox::report
