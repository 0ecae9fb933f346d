// The cells of one row, in the order of the columns: views of the row itself, and of the few texts that had
// to be made for it.
//
// Words are most of a row, and four files are written of each: nobody needs a copy.
#pragma once

#include <cstddef>
#include <forward_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace postbox::report {

class RowCells {
 public:
  using Views = std::vector<std::string_view>;

  explicit RowCells(std::size_t columns) { views_.reserve(columns); }
  RowCells(RowCells&&) noexcept = default;
  RowCells(const RowCells&) = delete;  // the views of a copy would be of the first one's texts
  RowCells& operator=(const RowCells&) = delete;
  RowCells& operator=(RowCells&&) = delete;
  ~RowCells() = default;

  void add(std::string_view borrowed) { views_.push_back(borrowed); }
  void add_made(std::string text) { add(made_.emplace_front(std::move(text))); }

  const Views& views() const { return views_; }

 private:
  Views views_;
  std::forward_list<std::string> made_;
};

}  // namespace postbox::report
