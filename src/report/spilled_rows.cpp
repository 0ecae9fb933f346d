#include "report/spilled_rows.hpp"

#include <array>
#include <cstring>
#include <optional>

namespace postbox::report {
namespace {

using Size = std::uint32_t;  // of the cell that follows, in the byte order of this machine

// Cells out of blocks that end anywhere.
class CellReader {
 public:
  void feed(std::string_view block) {
    waiting_.erase(0, read_);
    read_ = 0;
    waiting_ += block;
  }
  std::optional<std::string> next() {
    const std::string_view left = std::string_view(waiting_).substr(read_);
    Size size = 0;
    if (left.size() < sizeof size) return std::nullopt;
    std::memcpy(&size, left.data(), sizeof size);
    if (left.size() - sizeof size < size) return std::nullopt;
    read_ += sizeof size + size;
    return std::string(left.substr(sizeof size, size));
  }

 private:
  std::string waiting_;
  std::size_t read_ = 0;
};

}  // namespace

void SpilledRows::add(const RowCells::Views& cells) {
  std::string row;
  for (const std::string_view cell : cells) {
    const auto size = static_cast<Size>(cell.size());
    std::array<char, sizeof size> head{};
    std::memcpy(head.data(), &size, sizeof size);
    row.append(head.data(), head.size());
    row += cell;
    bytes_ += cell.size();
  }
  spill_.add(row);
  ++count_;
}

void SpilledRows::take_all(const std::function<void(const std::vector<std::string>&)>& take) {
  CellReader reader;
  std::vector<std::string> row;
  spill_.pour([&](std::string_view block) {
    reader.feed(block);
    while (auto cell = reader.next()) {
      row.push_back(*std::move(cell));
      if (row.size() < columns_) continue;
      take(row);
      row.clear();
    }
  });
  count_ = 0;
  bytes_ = 0;
}

}  // namespace postbox::report
