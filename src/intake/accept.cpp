#include "intake/accept.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "intake/token.hpp"

namespace postbox::intake {
namespace {

constexpr int whole = 1000;  // a quality is counted in thousandths, as exactly as it can be written

// "0.25", "1", ".5": 250, 1000, 500. What is no quality is none: 0.
int quality_of(std::string_view digits) {
  if (digits.starts_with('1')) return whole;
  const std::size_t point = digits.find('.');
  if (point == std::string_view::npos) return 0;
  int quality = 0;
  int place = whole / 10;
  for (const char c : digits.substr(point + 1, 3)) {
    if (!is_digit(c)) return 0;
    quality += place * (c - '0');
    place /= 10;
  }
  return quality;
}

struct Taken {
  std::string type;
  int quality = whole;
};

// " Text/HTML;level=1; q=0.8": {"text/html", 800}.
Taken taken_of(std::string_view part) {
  Taken taken;
  bool first = true;
  while (!part.empty()) {
    const std::string word = lower_case(trim(cut(part, ";")));
    if (std::exchange(first, false)) {
      taken.type = word;
    } else if (word.starts_with("q=")) {
      taken.quality = quality_of(std::string_view(word).substr(2));
    }
  }
  return taken;
}

}  // namespace

bool wants_page(std::string_view accept) {
  int page = 0;
  int document = 0;
  while (!accept.empty()) {
    const Taken taken = taken_of(cut(accept, ","));
    if (taken.type == "text/html") page = std::max(page, taken.quality);
    if (taken.type == "application/problem+json" || taken.type == "application/json") {
      document = std::max(document, taken.quality);
    }
  }
  return page > 0 && page >= document;
}

}  // namespace postbox::intake
