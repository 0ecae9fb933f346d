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

// Of each pair of heads the first is kept as if zero were 32768, so that the pair is one number whose upper
// half is the second; sums of whole pairs may run over, for what they are short of the first head's sum is
// known.
constexpr int head_bits = 16;
constexpr std::uint32_t zero = 1U << (head_bits - 1);

Row paired(Row row) {
  for (std::size_t head = 0; head < row.heads.size(); head += 2) {
    row.heads[head] = static_cast<std::int16_t>(row.heads[head] ^ static_cast<std::int16_t>(zero));
  }
  return row;
}

// Four lanes that a processor adds at once, of two heads each: written out, for left to itself neither
// compiler keeps the sum of all rows in registers.
class RowSum {
 public:
  void add(const Row& row) {
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      Pairs pairs;
      std::memcpy(&pairs, &row.heads[i * heads_in_pairs], sizeof pairs);
      pairs_[i] += pairs;
      seconds_[i] += Heads(pairs) >> head_bits;
    }
    std::uint32_t last = 0;
    std::memcpy(&last, &row.heads[first_of_last], sizeof last);
    last_pair_ += last;
    last_second_ += static_cast<std::int32_t>(last) >> head_bits;
    ++rows_;
  }

  PerHead in_units() const {
    PerHead heads{};
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      const auto seconds = Pairs(seconds_[i]);
      const auto firsts = Heads(pairs_[i] - (seconds << head_bits) - rows_ * zero);
      for (std::size_t lane = 0; lane < heads_in_pairs / 2; ++lane) {
        heads[i * heads_in_pairs + 2 * lane] = units_of(firsts[lane]);
        heads[i * heads_in_pairs + 2 * lane + 1] = units_of(seconds_[i][lane]);
      }
    }
    const std::uint32_t second = static_cast<std::uint32_t>(last_second_) << head_bits;
    heads[first_of_last] = units_of(static_cast<std::int32_t>(last_pair_ - second - rows_ * zero));
    heads[first_of_last + 1] = units_of(last_second_);
    return heads;
  }

 private:
  using Pairs = std::uint32_t __attribute__((vector_size(16)));
  using Heads = std::int32_t __attribute__((vector_size(16)));
  static constexpr std::size_t heads_in_pairs = 8;
  static constexpr std::size_t first_of_last = head_count / heads_in_pairs * heads_in_pairs;
  static_assert(first_of_last + 2 == head_count);

  std::array<Pairs, head_count / heads_in_pairs> pairs_{};
  std::array<Heads, head_count / heads_in_pairs> seconds_{};
  std::uint32_t last_pair_ = 0;
  std::int32_t last_second_ = 0;
  std::uint32_t rows_ = 0;
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
  ascending_.insert(ascending_.end(), look_ahead, no_feature);
  rows_.emplace_back();
  urgent_.reserve(rows_.size());
  for (Row& row : rows_) {
    urgent_.push_back(row.heads[urgent_head]);
    row = paired(row);
  }
}

// Which of its bin a feature is, and whether it is known at all, is counted and not branched on: no processor
// guesses it.
std::uint32_t RowSums::row_of(Feature feature, std::uint32_t begin) const {
  std::uint32_t row = begin;
  for (std::size_t ahead = 0; ahead < look_ahead; ++ahead) row += ascending_[begin + ahead] < feature ? 1 : 0;
  while (ascending_[row] < feature) ++row;  // hardly ever
  const auto none = static_cast<std::uint32_t>(urgent_.size() - 1);
  const std::uint32_t is_known = ascending_[row] == feature ? 1 : 0;
  return none - is_known * (none - row);  // a compiler would branch on a choice
}

// All bins of some features are asked for before the first is looked into, and all their rows before the
// first is added: memory is slow to answer, but many at a time.
template <class Sums, class Parts>
auto RowSums::add_up(const FeatureLists& features, const Parts& parts) const {
  constexpr std::size_t some = 256;
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
      rows[i] = row_of(now[i], rows[i]);
      __builtin_prefetch(parts.data() + rows[i]);
    }
    for (std::size_t i = 0; i < now.size();) {
      for (; left == 0; left = features[sums.size()].size()) {
        sums.push_back(sum.in_units());
        sum = {};
      }
      const std::size_t until = std::min(i + left, now.size());
      left -= until - i;
      for (; i < until; ++i) sum.add(parts[rows[i]]);
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
