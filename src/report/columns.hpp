// The columns of a pack, the same in every format; schema/report_columns.md describes each. Pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/bundle.hpp"
#include "report/row_cells.hpp"

namespace postbox::report {

class Columns {
 public:
  // Throws Error(Fault::settings) where two columns would have the same header.
  Columns(const Wording& wording, bool with_guesses);

  const std::vector<std::string>& headers() const { return headers_; }

  // As many as there are headers. Words are exact; a list of areas is written as its codes, "; " between.
  // Borrowed from the row.
  RowCells cells(const DeliveredRow& row) const;

  // The words of a row by label, in the order of the form. Words that answer a question which the form has
  // no longer come last, under its id: a change of the form must not lose what was posted before it.
  std::vector<std::pair<std::string_view, std::string_view>> words(const DeliveredRow& row) const;

 private:
  // Those of questions that have no column, each on lines of its own under the id of its question.
  std::string old_words(const DeliveredRow& row) const;
  bool has_column(const std::string& question) const;

  std::vector<Column> words_;
  std::vector<Column> added_;
  bool with_guesses_;
  std::vector<std::string> headers_;
};

std::string codes_of(const AreaList& areas);  // "ehcp; transport"

}  // namespace postbox::report
