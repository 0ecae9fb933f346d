#include "report/xlsx_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"

namespace postbox::report {
namespace {

constexpr std::string_view shown_for_broken = "\xEF\xBF\xBD";  // U+FFFD

struct Piece {
  std::size_t taken;  // bytes of the text
  std::string written;
  std::size_t units;
};

bool unfit_for_xml(char32_t c) {
  return (c < 0x20 && c != U'\t' && c != U'\n') || c == 0xFFFE || c == 0xFFFF;
}

bool is_hex_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// "_x" and four digits. The closing underscore is not looked for: the one that begins an escape of our own
// may follow.
bool begins_like_escape(std::string_view text) {
  return text.size() >= 6 && text.starts_with("_x") &&
         std::all_of(text.begin() + 2, text.begin() + 6, is_hex_digit);
}

Piece next_piece(std::string_view text) {
  const utf8::Decoded next = utf8::decode(text);
  if (next.size == 0) return {1, std::string(shown_for_broken), 1};
  const std::string_view taken = text.substr(0, next.size);
  if (unfit_for_xml(next.code_point) || begins_like_escape(text)) {
    return {next.size, fmt::format("_x{:04X}_", static_cast<unsigned>(next.code_point)), 7};
  }
  return {next.size, std::string(taken), next.code_point > 0xFFFF ? std::size_t{2} : std::size_t{1}};
}

// How much of the text needs no second look: ASCII that can begin no escape, a byte a unit.
std::size_t plain_run(std::string_view text) {
  const auto plain = [](char c) { return (c >= 0x20 && c < 0x7F && c != '_') || c == '\n' || c == '\t'; };
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), plain) - text.begin());
}

// Fills cells one after the other.
class Filling {
 public:
  explicit Filling(std::size_t units_max) : units_max_(units_max) {}

  void add_plain(std::string_view run) {
    while (!run.empty()) {
      if (units_ == units_max_) begin_cell();
      const std::size_t fits = std::min(run.size(), units_max_ - units_);
      cells_.back() += run.substr(0, fits);
      units_ += fits;
      run.remove_prefix(fits);
    }
  }
  void add(const Piece& piece) {
    if (units_ + piece.units > units_max_) begin_cell();
    cells_.back() += piece.written;
    units_ += piece.units;
  }
  std::vector<std::string> cells() && { return std::move(cells_); }

 private:
  void begin_cell() {
    cells_.emplace_back();
    units_ = 0;
  }

  std::size_t units_max_;
  std::size_t units_ = 0;
  std::vector<std::string> cells_{1};
};

std::string in_small_letters(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

}  // namespace

std::vector<std::string> xlsx_cells(std::string_view text, std::size_t units_max) {
  Filling filling(units_max);
  while (!text.empty()) {
    const std::size_t plain = plain_run(text);
    filling.add_plain(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    const Piece piece = next_piece(text);
    filling.add(piece);
    text.remove_prefix(piece.taken);
  }
  return std::move(filling).cells();
}

std::string xlsx_cell(std::string_view text, std::size_t units_max) {
  return xlsx_cells(text, units_max).front();
}

double height_of(std::string_view text, double width) {
  constexpr double line_points = 15;
  constexpr double row_points_max = 409;
  double lines = 0;
  while (true) {
    const auto end = text.find('\n');
    const auto characters = static_cast<double>(utf8::length(text.substr(0, end)));
    lines += std::max(1.0, std::ceil(characters / width));
    if (end == std::string_view::npos) return std::min(lines * line_points, row_points_max);
    text.remove_prefix(end + 1);
  }
}

std::string unlike_head(const std::string& head, std::set<std::string>& taken) {
  std::string name = head;
  for (int number = 2; !taken.insert(in_small_letters(name)).second; ++number) {
    name = fmt::format("{} ({})", head, number);
  }
  return name;
}

}  // namespace postbox::report
