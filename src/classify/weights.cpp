#include "classify/weights.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <span>

#include "base/error.hpp"
#include "classify/digits.hpp"

namespace postbox::classify {
namespace {

constexpr std::string_view heading =
    "# Learned weights of the classifier, in thousandths. Made by tools/train; not to be changed by hand.\n"
    "# Columns: the twelve areas in the order of services.toml, praise, concern, mixed, suggestion, neutral, "
    "urgent.\n"
    "# \"clues\": for the second look at the areas. \"tone\": the five tones alone, for what their second "
    "step looks at.\n";
constexpr std::string_view version = "version 3";
constexpr std::size_t row_bytes_min = 8 + 2 * head_count + 1;  // a feature, and " 0" for each head

void write_row(std::string& to, std::span<const float> row) {
  for (const float weight : row) {
    fmt::format_to(std::back_inserter(to), " {}", std::lround(static_cast<double>(weight) * row_unit));
  }
  to += '\n';
}

void write_row(std::string& to, const PerHead& row) { write_row(to, std::span(row).first(head_count)); }

void write_row(std::string& to, const Row& row) {
  for (std::size_t head = 0; head < head_count; ++head) {
    fmt::format_to(std::back_inserter(to), " {}", row.heads[head]);
  }
  to += '\n';
}

class Reader {
 public:
  explicit Reader(std::string_view file) : rest_(file), end_(file.data() + file.size()) {}

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
    read_weights(std::span(row).first(head_count));
  }

  template <std::size_t size>
  void expect_row(std::string_view name, std::array<float, size>& row) {
    expect(name);
    read_weights(row);
  }

  void read_row(Row& row) {
    read_numbers(head_count, [&](std::size_t head, std::int32_t thousandths) {
      row.heads[head] = static_cast<std::int16_t>(thousandths);
      if (row.heads[head] != thousandths) refuse("a number that is too large for a row");
    });
  }

  Feature feature_after(const std::vector<Feature>& others) {
    const Feature feature = hexadecimal();
    if (!others.empty() && feature <= others.back()) refuse("features must ascend");
    return feature;
  }

 private:
  void read_weights(std::span<float> row) {
    read_numbers(row.size(), [&](std::size_t at, std::int32_t thousandths) {
      row[at] = static_cast<float>(thousandths / static_cast<double>(row_unit));
    });
  }

  // There are more than a million numbers to read at every start: nothing is branched on that no processor
  // guesses, as the sign.
  template <class Take>
  void read_numbers(std::size_t count, const Take& take) {
    std::string_view rest(line_.data(), static_cast<std::size_t>(end_ - line_.data()));
    for (std::size_t number = 0; number < count; ++number) {
      const bool is_negative = rest.size() > 1 && rest[1] == '-';
      const Digits digits =
          leading_digits(rest.substr(std::min<std::size_t>(is_negative ? 2 : 1, rest.size())));
      if (rest.empty() || rest[0] != ' ' || digits.count == 0) refuse("expected a whole number");
      take(number, is_negative ? -digits.value : digits.value);
      rest.remove_prefix(digits.count + (is_negative ? 2 : 1));
    }
    if (rest.data() != line_.data() + line_.size()) refuse("more numbers than heads");
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
  const char* end_;  // of the file
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

}  // namespace postbox::classify
