#include "disclosure/publish.hpp"

#include <limits>

#include "disclosure/network.hpp"

namespace postbox::disclosure {
namespace {

// No bound: a number of which the reader is told nothing.
constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::min();

// More than any sum of cells in a table.
constexpr std::int64_t total_cost = 1'000'000'000'000;

}  // namespace

std::string PublishedCount::text() const { return value_ ? std::to_string(*value_) : hidden_marker; }

class TableGuard {  // one table on its way to be published
 public:
  TableGuard(const Table& table, const Settings& settings)
      : table_(table),
        settings_(settings),
        rows_(table.cells.size()),
        columns_(rows_ == 0 ? 0 : table.cells.front().size()) {
    add_cells();
    add_totals();
  }

  // One pass is enough: hiding more makes nobody's secret easier to find, and what is hidden on the way of a
  // secret lies on that same way, so it is one itself.
  PublishedTable publish() {
    for (std::size_t i = 0; i < arcs_.size(); ++i) {
      if (is_published_[i] && arcs_[i].is_hidden) protect(i);
    }
    return published();
  }

 private:
  enum class Kind { cell, total };

  std::size_t column_node(std::size_t column) const { return rows_ + column; }
  std::size_t unlisted_node() const { return rows_ + columns_; }
  std::size_t row_sum_node() const { return rows_ + columns_ + 1; }
  std::size_t column_sum_node() const { return rows_ + columns_ + 2; }
  std::size_t nodes() const { return rows_ + columns_ + 3; }

  void add_silent(std::size_t from, std::size_t to, std::int64_t value, std::int64_t least) {
    arcs_.push_back({.from = from, .to = to, .value = value, .least = least, .is_hidden = true});
    is_published_.push_back(false);
  }
  void add(std::size_t from, std::size_t to, const Count& count, Kind kind) {
    const bool is_small = count.value > 0 && count.value < settings_.shown_min;
    const bool is_hidden = count.before == Before::hidden || (count.before == Before::undecided && is_small);
    Arc arc{.from = from, .to = to, .value = count.value, .is_hidden = is_hidden};
    // Many small cells rather than a large one, and any cells rather than a total.
    if (count.before == Before::undecided && count.value > 0) {
      arc.cost_to_hide = count.value + (kind == Kind::total ? total_cost : 0);
    }
    arcs_.push_back(arc);
    is_published_.push_back(true);
  }

  void add_cells() {
    for (std::size_t row = 0; row < rows_; ++row) {
      for (std::size_t column = 0; column < columns_; ++column) {
        add(row, column_node(column), table_.cells[row][column], Kind::cell);
      }
    }
    for (std::size_t row = 0; row < table_.unlisted.size(); ++row) {
      add_silent(row, unlisted_node(), table_.unlisted[row], 0);
    }
  }

  void add_totals() {
    for (std::size_t row = 0; row < rows_; ++row) {
      if (table_.row_totals.empty()) {
        add_silent(row_sum_node(), row, 0, unbounded);
      } else {
        add(row_sum_node(), row, table_.row_totals[row], Kind::total);
      }
    }
    for (std::size_t column = 0; column < columns_; ++column) {
      if (table_.column_totals.empty()) {
        add_silent(column_node(column), column_sum_node(), 0, unbounded);
      } else {
        add(column_node(column), column_sum_node(), table_.column_totals[column], Kind::total);
      }
    }
    add_unlisted_total();
    if (table_.total) {
      add(column_sum_node(), row_sum_node(), *table_.total, Kind::total);
    } else {
      add_silent(column_sum_node(), row_sum_node(), 0, unbounded);
    }
  }

  void add_unlisted_total() {
    if (table_.unlisted.empty()) return;
    if (!table_.total || table_.column_totals.empty()) {
      add_silent(unlisted_node(), column_sum_node(), 0, unbounded);
      return;
    }
    std::int64_t rest = table_.total->value;
    for (const Count& total : table_.column_totals) rest -= total.value;
    add_silent(unlisted_node(), column_sum_node(), rest, 0);
  }

  void protect(std::size_t hidden) {
    const auto needed = needed_to_protect(arcs_, hidden, nodes());
    if (!needed) return;  // only where what readers have already gives it away
    for (const std::size_t arc : *needed) arcs_[arc].is_hidden = true;
  }

  // The next arc in the order in which `add` was called for those that are published.
  PublishedCount next_published(std::size_t& arc) const {
    while (!is_published_[arc]) ++arc;
    const Arc& found = arcs_[arc++];
    return PublishedCount(found.is_hidden ? std::nullopt : std::optional(found.value));
  }

  PublishedTable published() const {
    PublishedTable result;
    std::size_t arc = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      result.cells.emplace_back();
      for (std::size_t i = 0; i < columns_; ++i) result.cells.back().push_back(next_published(arc));
    }
    for (std::size_t i = 0; i < table_.row_totals.size(); ++i) {
      result.row_totals.push_back(next_published(arc));
    }
    for (std::size_t i = 0; i < table_.column_totals.size(); ++i) {
      result.column_totals.push_back(next_published(arc));
    }
    if (table_.total) result.total = next_published(arc);
    return result;
  }

  const Table& table_;
  const Settings& settings_;
  std::size_t rows_;
  std::size_t columns_;
  std::vector<Arc> arcs_;
  std::vector<bool> is_published_;  // by arc
};

PublishedTable publish(const Table& table, const Settings& settings) {
  return TableGuard(table, settings).publish();
}

}  // namespace postbox::disclosure
