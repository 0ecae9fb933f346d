#include "classify/weights.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>

#include "base/error.hpp"

namespace postbox::classify {
namespace {

constexpr std::string_view heading =
    "# Learned weights of the classifier, in thousandths. Made by tools/train; not to be changed by hand.\n"
    "# Columns: the twelve areas in the order of services.toml, praise, concern, mixed, suggestion, neutral, "
    "urgent.\n"
    "# \"clues\": for the second look at the areas. \"tone\": the five tones alone, for what their second "
    "step looks at.\n";
constexpr std::string_view version = "version 3";
constexpr double unit = 1000;
constexpr std::ptrdiff_t digits_max = 9;                       // so that a number fits
constexpr std::size_t row_bytes_min = 8 + 2 * head_count + 1;  // a feature, and " 0" for each head

void write_row(std::string& to, std::span<const float> row) {
  for (const float weight : row) fmt::format_to(std::back_inserter(to), " {}", std::lround(weight * unit));
  to += '\n';
}

void write_row(std::string& to, const PerHead& row) { write_row(to, std::span(row).first(head_count)); }

class Reader {
 public:
  explicit Reader(std::string_view file) : rest_(file) {}

  bool next_line() {
    do {
      if (rest_.empty()) return false;
      const std::size_t end = std::min(rest_.find('\n'), rest_.size());
      line_ = rest_.substr(0, end);
      rest_.remove_prefix(std::min(end + 1, rest_.size()));
      ++number_;
    } while (line_.empty() || line_.front() == '#');
    return true;
  }

  void expect(std::string_view word) {
    if (!next_line() || !line_.starts_with(word)) refuse(fmt::format("expected \"{}\"", word));
    line_.remove_prefix(word.size());
  }

  void expect_heads(std::string_view name, PerHead& row) {
    expect(name);
    read_row(row);
  }

  template <std::size_t size>
  void expect_row(std::string_view name, std::array<float, size>& row) {
    expect(name);
    read_numbers(row);
  }

  void read_row(PerHead& row) { read_numbers(std::span(row).first(head_count)); }

  Feature feature_after(const std::vector<Feature>& others) {
    const Feature feature = hexadecimal();
    if (!others.empty() && feature <= others.back()) refuse("features must ascend");
    return feature;
  }

 private:
  // Digit by digit: there are more than a million numbers to read at every start.
  void read_numbers(std::span<float> row) {
    const char* at = line_.data();
    const char* const end = at + line_.size();
    for (float& weight : row) {
      if (at == end || *at != ' ') refuse("expected a whole number");
      const bool is_negative = ++at != end && *at == '-';
      if (is_negative) ++at;
      const char* const digits = at;
      std::uint32_t value = 0;
      for (; at != end; ++at) {
        const auto digit = static_cast<unsigned char>(*at - '0');
        if (digit > 9) break;
        value = value * 10 + digit;
      }
      if (at == digits || at - digits > digits_max) refuse("expected a whole number");
      weight = static_cast<float>((is_negative ? -1.0 : 1.0) * value / unit);
    }
    if (at != end) refuse("more numbers than heads");
  }

  Feature hexadecimal() {
    Feature value = 0;
    const char* end = line_.data() + line_.size();
    const auto [stopped, fault] = std::from_chars(line_.data(), end, value, 16);
    if (fault != std::errc()) refuse("expected a feature");
    line_.remove_prefix(static_cast<std::size_t>(stopped - line_.data()));
    return value;
  }

  [[noreturn]] void refuse(const std::string& why) const {
    throw Error(Fault::settings, fmt::format("weights.txt:{}: {}", number_, why),
                "this file is made by tools/train; take the shipped one");
  }

  std::string_view rest_;
  std::string_view line_;
  std::size_t number_ = 0;
};

}  // namespace

std::string written(const Weights& weights) {
  std::string file(heading);
  file.append(version).append("\nbias");
  write_row(file, weights.bias);
  file += "length";
  write_row(file, weights.length);
  for (const PerHead& row : weights.signs) {
    file += "sign";
    write_row(file, row);
  }
  file += "slope";
  write_row(file, weights.slope);
  file += "shift";
  write_row(file, weights.shift);
  file += "clues";
  write_row(file, weights.clues);
  for (const PerTone& row : weights.tones) {
    file += "tone";
    write_row(file, row);
  }
  for (std::size_t i = 0; i < weights.features.size(); ++i) {
    fmt::format_to(std::back_inserter(file), "{:08x}", weights.features[i]);
    write_row(file, weights.rows[i]);
  }
  return file;
}

Weights read_weights(std::string_view file) {
  Weights weights;
  Reader reader(file);
  reader.expect(version);
  reader.expect_heads("bias", weights.bias);
  reader.expect_heads("length", weights.length);
  for (PerHead& row : weights.signs) reader.expect_heads("sign", row);
  reader.expect_heads("slope", weights.slope);
  reader.expect_heads("shift", weights.shift);
  reader.expect_row("clues", weights.clues);
  for (PerTone& row : weights.tones) reader.expect_row("tone", row);
  weights.features.reserve(file.size() / row_bytes_min);
  weights.rows.reserve(file.size() / row_bytes_min);
  while (reader.next_line()) {
    weights.features.push_back(reader.feature_after(weights.features));
    reader.read_row(weights.rows.emplace_back());
  }
  return weights;
}

RowIndex::RowIndex(std::vector<Feature> ascending)
    : size_(ascending.size()), ascending_(std::move(ascending)), bins_((1U << (32U - bin_shift)) + 1) {
  for (const Feature feature : ascending_) ++bins_[(feature >> bin_shift) + 1];
  for (std::size_t bin = 1; bin < bins_.size(); ++bin) bins_[bin] += bins_[bin - 1];
  ascending_.insert(ascending_.end(), 2, ~Feature{0});
}

// All bins are asked for before the first is looked into: memory is slow to answer, but many at a time.
// Whether a feature is the first of its bin, or known at all, is added up and not branched on: no processor
// guesses it.
std::vector<std::uint32_t> RowIndex::rows_of(std::span<const Feature> features) const {
  std::vector<std::uint32_t> rows(features.size());
  for (std::size_t i = 0; i < features.size(); ++i) {
    rows[i] = bins_[features[i] >> bin_shift];
    __builtin_prefetch(ascending_.data() + rows[i]);
  }
  std::size_t found = 0;
  for (std::size_t i = 0; i < features.size(); ++i) {
    std::uint32_t row = rows[i];
    row += ascending_[row] < features[i] ? 1 : 0;
    while (ascending_[row] < features[i]) ++row;  // hardly ever
    rows[found] = row;
    found += ascending_[row] == features[i] && row < size_ ? 1 : 0;
  }
  rows.resize(found);
  return rows;
}

}  // namespace postbox::classify
