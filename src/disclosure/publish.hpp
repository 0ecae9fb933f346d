// Disclosure control: which counts may be shown. Only this room can make a PublishedCount, and pages and
// files of trends take nothing else: forgetting to hide a small number does not compile.
//
// Counts of 1 to 4 are hidden (councils' and boards' practice for small numbers); 0 stays 0. A hidden count
// is a marker, never a number. Where totals, or the other cells of a table, would give a hidden count away by
// subtraction, more is hidden. Pure.
//
// What is promised: somebody who has the whole table, knows that its totals are sums and that a hidden count
// is at least 1, finds for every hidden count two or more values that fit. What a total is made of need not
// be disjoint (feedback about two areas is one submission): treating it as a sum errs on the safe side.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace postbox::disclosure {

inline constexpr const char* hidden_marker = "[c]";

struct Settings {
  std::int64_t shown_min = 5;  // the smallest count above 0 that is shown
};

class PublishedCount {
 public:
  bool is_hidden() const { return !value_; }
  std::optional<std::int64_t> shown() const { return value_; }
  std::string text() const;  // "12", or the marker
  friend bool operator==(const PublishedCount&, const PublishedCount&) = default;

 private:
  friend class TableGuard;
  explicit PublishedCount(std::optional<std::int64_t> value) : value_(value) {}
  std::optional<std::int64_t> value_;
};

// What was said of the same number in a table that readers have already: it cannot be taken back.
enum class Before { undecided, shown, hidden };

struct Count {
  std::int64_t value = 0;
  Before before = Before::undecided;
};

// Row totals, column totals and the grand total are left empty where they are not published.
struct Table {
  std::vector<std::vector<Count>> cells;  // row by row, all of one length
  std::vector<Count> row_totals{};
  std::vector<Count> column_totals{};
  std::optional<Count> total{};
  // What a row total holds beside the row's cells, shown nowhere: those who gave no answer.
  std::vector<std::int64_t> unlisted{};
};

struct PublishedTable {
  std::vector<std::vector<PublishedCount>> cells;
  std::vector<PublishedCount> row_totals;
  std::vector<PublishedCount> column_totals;
  std::optional<PublishedCount> total;
};

// Of what may be hidden beside the small counts, the smallest cells go first, then totals.
PublishedTable publish(const Table& table, const Settings& settings);

}  // namespace postbox::disclosure
