#include "classify/script.hpp"

#include <algorithm>
#include <array>

namespace postbox::classify {
namespace {

constexpr std::array<std::string_view, script_count> names = {
    "latin",    "arabic",   "armenian", "bengali",   "burmese",  "chinese", "cyrillic", "devanagari",
    "ethiopic", "georgian", "greek",    "gujarati",  "gurmukhi", "hebrew",  "japanese", "kannada",
    "khmer",    "korean",   "lao",      "malayalam", "sinhala",  "tamil",   "telugu",   "thai"};

struct Block {
  char32_t first;
  char32_t last;
  std::size_t script;
};

// Ascending. Of each script the blocks that everyday texts use.
constexpr std::array blocks = {
    Block{U'A', U'Z', latin},  Block{U'a', U'z', latin},     Block{0xC0, 0x24F, latin},
    Block{0x370, 0x3FF, 10},   Block{0x400, 0x52F, 6},       Block{0x531, 0x58F, 2},
    Block{0x590, 0x5FF, 13},   Block{0x600, 0x6FF, 1},       Block{0x750, 0x77F, 1},
    Block{0x900, 0x97F, 7},    Block{0x980, 0x9FF, 3},       Block{0xA00, 0xA7F, 12},
    Block{0xA80, 0xAFF, 11},   Block{0xB80, 0xBFF, 21},      Block{0xC00, 0xC7F, 22},
    Block{0xC80, 0xCFF, 15},   Block{0xD00, 0xD7F, 19},      Block{0xD80, 0xDFF, 20},
    Block{0xE00, 0xE7F, 23},   Block{0xE80, 0xEFF, 18},      Block{0x1000, 0x109F, 4},
    Block{0x10A0, 0x10FF, 9},  Block{0x1100, 0x11FF, 17},    Block{0x1200, 0x139F, 8},
    Block{0x1780, 0x17FF, 16}, Block{0x1E00, 0x1EFF, latin}, Block{0x1F00, 0x1FFF, 10},
    Block{0x3040, 0x30FF, 14}, Block{0x3400, 0x4DBF, 5},     Block{0x4E00, 0x9FFF, 5},
    Block{0xAC00, 0xD7AF, 17}, Block{0xFB50, 0xFDFF, 1},     Block{0xFE70, 0xFEFC, 1},
};

}  // namespace

std::string_view script_name(std::size_t script) { return names[script]; }

std::optional<std::size_t> script_of_name(std::string_view name) {
  const auto* found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

std::optional<std::size_t> script_of(char32_t letter) {
  const auto* found = std::find_if(blocks.begin(), blocks.end(),
                                   [letter](const Block& block) { return letter <= block.last; });
  if (found == blocks.end() || letter < found->first) return std::nullopt;
  return found->script;
}

}  // namespace postbox::classify
