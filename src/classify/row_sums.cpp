#include "classify/row_sums.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace postbox::classify {
namespace {

constexpr unsigned bin_shift = 17;
std::size_t bin_of(Feature feature) { return feature >> bin_shift; }

float units_of(std::int32_t thousandths) { return static_cast<float>(thousandths) / row_unit; }

// Four lanes that a processor adds at once, of two heads each: written out, for left to itself neither
// compiler keeps the sum of all rows in registers.
class RowSum {
 public:
  void add(const Row& row) {
    for (std::size_t i = 0; i < pairs_count; ++i) {
      Pairs pairs;
      std::memcpy(&pairs, &row.heads[i * heads_in_pairs], sizeof pairs);
      low_[i] += pairs << head_bits >> head_bits;
      high_[i] += pairs >> head_bits;
    }
    for (std::size_t i = 0; i < last_.size(); ++i) last_[i] += row.heads[first_of_last + i];
  }

  PerHead in_units() const {
    PerHead heads{};
    for (std::size_t i = 0; i < pairs_count; ++i) {
      for (std::size_t lane = 0; lane < heads_in_pairs / 2; ++lane) {
        heads[i * heads_in_pairs + 2 * lane] = units_of(low_[i][lane]);
        heads[i * heads_in_pairs + 2 * lane + 1] = units_of(high_[i][lane]);
      }
    }
    for (std::size_t i = 0; i < last_.size(); ++i) heads[first_of_last + i] = units_of(last_[i]);
    return heads;
  }

 private:
  using Pairs = std::int32_t __attribute__((vector_size(16)));
  static constexpr int head_bits = 16;
  static constexpr std::size_t heads_in_pairs = 8;
  static constexpr std::size_t pairs_count = head_count / heads_in_pairs;
  static constexpr std::size_t first_of_last = pairs_count * heads_in_pairs;

  std::array<Pairs, pairs_count> low_{};
  std::array<Pairs, pairs_count> high_{};
  std::array<std::int32_t, head_count - first_of_last> last_{};
};

class UrgentSum {
 public:
  void add(std::int16_t thousandths) { sum_ += thousandths; }
  float in_units() const { return units_of(sum_); }

 private:
  std::int32_t sum_ = 0;
};

}  // namespace

RowSums::RowSums(std::vector<Feature> ascending, Rows rows)
    : ascending_(std::move(ascending)),
      bins_(bin_of(no_feature) + 1, static_cast<std::uint32_t>(rows.size())),
      rows_(std::move(rows)) {
  std::size_t bin = 0;
  for (std::uint32_t row = 0; row < ascending_.size(); ++row) {
    for (; bin <= bin_of(ascending_[row]); ++bin) bins_[bin] = row;
  }
  ascending_.push_back(no_feature);
  rows_.emplace_back();
  urgent_.reserve(rows_.size());
  for (const Row& row : rows_) urgent_.push_back(row.heads[urgent_head]);
}

// All bins of some features are asked for before the first is looked into, and all their rows before the
// first is added: memory is slow to answer, but many at a time. Which of its bin a feature is, and whether it
// is known at all, is counted and not branched on: no processor guesses it.
template <class Sums, class Parts>
auto RowSums::add_up(const FeatureLists& features, const Parts& parts) const {
  constexpr std::size_t some = 256;
  constexpr int usual_steps = 4;
  const auto none = static_cast<std::uint32_t>(parts.size() - 1);
  std::vector<decltype(Sums().in_units())> sums;
  sums.reserve(features.size());
  std::array<std::uint32_t, some> rows;
  Sums sum;
  std::span<const Feature> rest = features.all();
  std::size_t left = features.empty() ? 0 : features[0].size();  // of the sentence
  while (!rest.empty()) {
    const std::span<const Feature> now = rest.first(std::min(some, rest.size()));
    rest = rest.subspan(now.size());
    for (std::size_t i = 0; i < now.size(); ++i) {
      rows[i] = bins_[bin_of(now[i])];
      __builtin_prefetch(ascending_.data() + rows[i]);
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
      std::uint32_t row = rows[i];
      for (int step = 0; step < usual_steps; ++step) row += ascending_[row] < now[i] ? 1 : 0;
      while (ascending_[row] < now[i]) ++row;  // hardly ever
      rows[i] = ascending_[row] == now[i] ? row : none;
      __builtin_prefetch(parts.data() + rows[i]);
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
      for (; left == 0; left = features[sums.size()].size()) {
        sums.push_back(sum.in_units());
        sum = {};
      }
      sum.add(parts[rows[i]]);
      --left;
    }
  }
  while (sums.size() < features.size()) {
    sums.push_back(sum.in_units());
    sum = {};
  }
  return sums;
}

std::vector<PerHead> RowSums::of(const FeatureLists& features) const {
  return add_up<RowSum>(features, rows_);
}

std::vector<float> RowSums::of_urgent(const FeatureLists& features) const {
  return add_up<UrgentSum>(features, urgent_);
}

}  // namespace postbox::classify
