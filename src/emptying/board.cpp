#include "emptying/board.hpp"

#include <algorithm>

#include "emptying/board_files.hpp"

namespace postbox::emptying {
namespace {

constexpr unsigned folder_mode = 0700;
constexpr unsigned file_mode = 0600;

std::size_t as_size(std::int64_t count) { return count < 0 ? 0 : static_cast<std::size_t>(count); }

report::MonthBefore as_month_before(const trends::PackCounts& counts) {
  report::MonthBefore before;
  before.all = as_size(counts.all);
  std::transform(counts.tone.begin(), counts.tone.end(), before.tone.begin(), as_size);
  for (const auto& [value, count] : counts.rating) before.rating[value] = as_size(count);
  std::transform(counts.areas.begin(), counts.areas.end(), before.area.begin(), as_size);
  before.without_area = as_size(counts.without_area);
  return before;
}

}  // namespace

Board::Board(const Rooms& rooms, const disclosure::Settings& settings, const store::Emptying& emptying)
    : rooms_(rooms),
      settings_(settings),
      emptying_(emptying),
      history_(read_history(rooms.keys, store::month_counts_before(rooms.box, emptying))),
      counts_{.month = emptying.month} {}

bool Board::was_counted(const std::string& link) const {
  const auto month = history_.months.find(emptying_.month);
  return month != history_.months.end() && month->second.held.contains(link);
}

void Board::add(const Answers& answers, const DeliveredRow& row, const std::string& link, bool held) {
  if (was_counted(link)) return;
  trends::add(counts_, answers, row.areas, row.tone);
  if (held) counts_.held.insert(link);
}

void Board::add_delivered(const std::string& recipient, const DeliveredRow& row) {
  trends::add(counts_.packs[recipient], row.areas, row.rating, row.tone);
}

std::optional<report::MonthBefore> Board::month_before(const std::string& recipient) const {
  const auto month = history_.months.find(emptying_.month.previous());
  if (month == history_.months.end() || history_.months.contains(emptying_.month)) return std::nullopt;
  const auto& packs = month->second.packs;
  if (packs.empty() && month->second.whole.all > 0) return std::nullopt;  // packs were not counted then
  const auto pack = packs.find(recipient);
  return pack == packs.end() ? report::MonthBefore{} : as_month_before(pack->second);
}

void Board::write(const Path& staging) const {
  auto months = history_.months;
  // A month of which an earlier pack could not be used stays out as a whole.
  if (!history_.left_out.contains(emptying_.month)) {
    const auto [month, is_new] = months.try_emplace(emptying_.month, counts_);
    if (!is_new) trends::merge(month->second, counts_);
  }
  rooms_.files.make_folder(staging / board_folder, folder_mode);
  write_board_files(rooms_.files, staging / board_folder, months, rooms_.wording,
                    {emptying_.month, history_.warnings, settings_}, file_mode);
}

void Board::keep() const {
  store::keep_month_counts(rooms_.box, emptying_, seal_counts(rooms_.keys, counts_, emptying_.pack));
}

}  // namespace postbox::emptying
