// Small numbers hide, and nobody finds them by subtraction.
#include "disclosure/publish.hpp"

#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <random>
#include <set>
#include <type_traits>

#include "disclosure/network.hpp"

using namespace postbox::disclosure;

static_assert(!std::is_default_constructible_v<PublishedCount>);
static_assert(!std::is_constructible_v<PublishedCount, std::int64_t>);
static_assert(!std::is_constructible_v<PublishedCount, std::optional<std::int64_t>>);

namespace {

using Values = std::vector<std::vector<std::int64_t>>;

Table with_totals(const Values& values) {
  Table table;
  table.column_totals.resize(values.front().size());
  table.total = Count{};
  for (const auto& row : values) {
    std::int64_t sum = 0;
    std::vector<Count> cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells.push_back({row[i]});
      table.column_totals[i].value += row[i];
      sum += row[i];
    }
    table.cells.push_back(cells);
    table.row_totals.push_back({sum});
    table.total->value += sum;
  }
  return table;
}

std::string shown(const PublishedTable& table) {
  std::string text;
  for (std::size_t row = 0; row < table.cells.size(); ++row) {
    for (const PublishedCount& cell : table.cells[row]) text += cell.text() + " ";
    if (!table.row_totals.empty()) text += "= " + table.row_totals[row].text();
    text += "\n";
  }
  for (const PublishedCount& total : table.column_totals) text += total.text() + " ";
  if (table.total) text += "= " + table.total->text();
  return text;
}

// An attacker who tries every table that fits, until each hidden cell was seen with two values. A hidden cell
// is at least 1 and at most its row's or column's total; where both are hidden it is tried up to 12.
class Attacker {
 public:
  explicit Attacker(const PublishedTable& table) : table_(table) {
    rows_ = table.cells.size();
    columns_ = table.cells.front().size();
    guess_.assign(rows_, std::vector<std::int64_t>(columns_, 0));
    possible_.assign(rows_ * columns_, {});
    try_cell(0);
  }

  bool knows_a_hidden_cell() const {
    for (std::size_t i = 0; i < possible_.size(); ++i) {
      if (table_.cells[i / columns_][i % columns_].is_hidden() && possible_[i].size() < 2) return true;
    }
    return false;
  }
  bool knows_a_hidden_row_total() const {
    for (std::size_t row = 0; row < rows_; ++row) {
      if (table_.row_totals[row].is_hidden() && totals_[row].size() < 2) return true;
    }
    return false;
  }

 private:
  static bool fits(const PublishedCount& total, std::int64_t sum) {
    return total.is_hidden() ? sum >= 1 : sum == *total.shown();
  }
  void try_cell(std::size_t i) {
    if (i == rows_ * columns_) {
      if (whole_table_fits()) note();
      return;
    }
    const std::size_t row = i / columns_;
    const PublishedCount& cell = table_.cells[row][i % columns_];
    const std::int64_t first = cell.is_hidden() ? 1 : *cell.shown();
    const std::int64_t last = cell.is_hidden() ? most(row, i % columns_) : first;
    for (std::int64_t value = first; value <= last && !done_; ++value) {
      guess_[row][i % columns_] = value;
      if (i % columns_ + 1 == columns_ && !fits(table_.row_totals[row], sum_of_row(row))) continue;
      try_cell(i + 1);
    }
  }
  std::int64_t most(std::size_t row, std::size_t column) const {
    if (const auto total = table_.row_totals[row].shown()) return *total;
    return table_.column_totals[column].shown().value_or(12);
  }
  std::int64_t sum_of_row(std::size_t row) const {
    std::int64_t sum = 0;
    for (const std::int64_t value : guess_[row]) sum += value;
    return sum;
  }
  bool whole_table_fits() const {
    std::int64_t all = 0;
    for (std::size_t column = 0; column < columns_; ++column) {
      std::int64_t sum = 0;
      for (std::size_t row = 0; row < rows_; ++row) sum += guess_[row][column];
      if (!fits(table_.column_totals[column], sum)) return false;
      all += sum;
    }
    return fits(*table_.total, all);
  }
  void note() {
    for (std::size_t i = 0; i < possible_.size(); ++i) {
      possible_[i].insert(guess_[i / columns_][i % columns_]);
    }
    for (std::size_t row = 0; row < rows_; ++row) totals_[row].insert(sum_of_row(row));
    done_ = !knows_a_hidden_cell() && !knows_a_hidden_row_total();
  }

  const PublishedTable& table_;
  bool done_ = false;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  Values guess_;
  std::vector<std::set<std::int64_t>> possible_;
  std::array<std::set<std::int64_t>, 4> totals_;
};

// Nothing is shown that is small, and nothing that is not so.
void check_cell(std::int64_t value, const PublishedCount& cell) {
  if (value == 0) CHECK(cell.shown() == 0);
  if (value > 0 && value < 5) CHECK(cell.is_hidden());
  if (!cell.is_hidden()) CHECK(cell.shown() == value);
}

}  // namespace

TEST_CASE("publish: what is hidden and what is shown") {
  struct Case {
    const char* why;
    Values values;
    const char* expected;
  };
  const Case cases[] = {
      {"large numbers stay", {{5, 9}, {12, 30}}, "5 9 = 14\n12 30 = 42\n17 39 = 56"},
      {"0 stays 0", {{0, 9}, {12, 30}}, "0 9 = 9\n12 30 = 42\n12 39 = 51"},
      {"a small one takes three others with it",
       {{3, 9, 20}, {12, 30, 40}},
       "[c] [c] 20 = 32\n[c] [c] 40 = 82\n15 39 60 = 114"},
      {"the smallest others go",
       {{3, 90, 20}, {70, 50, 12}},
       "[c] 90 [c] = 113\n[c] 50 [c] = 132\n73 140 32 = 245"},
      {"a small total hides too", {{1, 1}, {12, 30}}, "[c] [c] = [c]\n[c] [c] = [c]\n13 31 = 44"},
      {"two ones are no secret when their sum is 2", {{1, 1, 9}}, "[c] [c] [c] = 11\n[c] [c] [c] = 11"},
      {"nothing at all", {{0, 0}, {0, 0}}, "0 0 = 0\n0 0 = 0\n0 0 = 0"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(shown(publish(with_totals(c.values), {})) == c.expected);
  }
}

TEST_CASE("publish: the threshold is a setting") {
  const Table table = with_totals({{7, 20}, {30, 40}});
  CHECK(publish(table, {}).cells[0][0].text() == "7");
  CHECK(publish(table, {.shown_min = 8}).cells[0][0].text() == "[c]");
}

TEST_CASE("publish: without totals nothing more than the small numbers is hidden") {
  const Table table{.cells = {{{3}, {9}}, {{12}, {0}}}};
  CHECK(shown(publish(table, {})) == "[c] 9 \n12 0 \n");
}

TEST_CASE("publish: what readers have already stays as they have it") {
  Table table{.cells = {{{3, Before::hidden}, {9, Before::shown}}}, .row_totals = {{12}}};
  CHECK(shown(publish(table, {})) == "[c] 9 = [c]\n");
  table.cells[0][1].before = Before::undecided;
  CHECK(shown(publish(table, {})) == "[c] [c] = 12\n");
}

TEST_CASE("publish: those who did not answer are a way to hide only where there are some") {
  const Table nobody_silent{.cells = {{{6}, {1}}}, .row_totals = {{7}}, .unlisted = {0}};
  CHECK(shown(publish(nobody_silent, {})) == "[c] [c] = 7\n");
  const Table some_silent{.cells = {{{6}, {1}}}, .row_totals = {{10}}, .unlisted = {3}};
  CHECK(shown(publish(some_silent, {})) == "6 [c] = 10\n");
}

TEST_CASE("publish: an attacker with all totals pins no hidden cell and no hidden row total") {
  std::mt19937 random(20261123);
  const auto number = [&](std::int64_t most) {
    return std::uniform_int_distribution<std::int64_t>(0, most)(random);
  };
  int hidden_tables = 0;
  for (int round = 0; round < 3000; ++round) {
    const bool is_wide = round % 3 == 0;
    Values values(2, std::vector<std::int64_t>(is_wide ? 3 : 2));
    const std::int64_t most = 1 + number(8);
    for (auto& row : values) {
      for (std::int64_t& value : row) value = number(most);
    }
    const PublishedTable table = publish(with_totals(values), {});
    const std::string text = shown(table);
    CAPTURE(text);
    if (text.find(hidden_marker) != std::string::npos) ++hidden_tables;
    for (std::size_t row = 0; row < 2; ++row) {
      for (std::size_t i = 0; i < values[row].size(); ++i) check_cell(values[row][i], table.cells[row][i]);
    }
    const Attacker attacker(table);
    REQUIRE_FALSE(attacker.knows_a_hidden_cell());
    REQUIRE_FALSE(attacker.knows_a_hidden_row_total());
  }
  CHECK(hidden_tables > 1000);
}

TEST_CASE("network: two hidden in every line are not enough where one cell joins two blocks") {
  // Hidden: two 2 x 2 blocks, and one cell that leads from the first to the second. That one follows from
  // the sums of a block, although its row and column have three hidden cells each.
  std::vector<Arc> arcs;
  for (const auto& [row, column] :
       {std::pair{0, 4}, {0, 5}, {1, 4}, {1, 5}, {2, 6}, {2, 7}, {3, 6}, {3, 7}, {1, 6}}) {
    arcs.push_back({static_cast<std::size_t>(row), static_cast<std::size_t>(column), 3, 1, true});
  }
  for (std::size_t i = 0; i + 1 < arcs.size(); ++i) CHECK(needed_to_protect(arcs, i, 8).value().empty());
  CHECK_FALSE(needed_to_protect(arcs, 8, 8));
}
