#include "store/emptyings.hpp"

#include <fmt/core.h>

#include "base/error.hpp"
#include "store/corrections.hpp"
#include "store/day_text.hpp"
#include "store/exports_folder.hpp"

namespace postbox::store {
namespace {

constexpr std::string_view columns =
    "id, month, pack, exports, state, read, opened, refused, delivered, unsorted, held";

EmptyingState state_of(std::string_view text) {
  if (text == "claimed") return EmptyingState::claimed;
  if (text == "recorded") return EmptyingState::recorded;
  return EmptyingState::exported;
}

Emptying emptying_at(const Connection& box, const Statement& row) {
  const auto month = Month::parse(row.text(1));
  if (!month) throw Error(Fault::storage, "the box's database holds an emptying without a month");
  return Emptying{.id = row.integer(0),
                  .month = *month,
                  .pack = std::string(row.text(2)),
                  .exports = exports_kept(box, row.text(3), row.text(2)),
                  .state = state_of(row.text(4)),
                  .counts = {.read = row.integer(5),
                             .opened = row.integer(6),
                             .refused = row.integer(7),
                             .delivered = row.integer(8),
                             .unsorted = row.integer(9),
                             .held = row.integer(10)}};
}

bool pack_is_used(Connection& box, const std::string& pack) {
  Statement question(box, "SELECT 1 FROM emptyings WHERE pack = ?1");
  question.bind(1, pack);
  return question.step();
}

std::string free_pack_name(Connection& box, Month month,
                           const std::function<bool(const std::string&)>& taken) {
  std::string pack = month.text();
  for (int number = 2; pack_is_used(box, pack) || taken(pack); ++number) {
    pack = fmt::format("{}.{}", month.text(), number);
  }
  return pack;
}

void mark_kept(Connection& box, const std::vector<RowKey>& keys, std::string_view outcome) {
  Statement update(box, "UPDATE claims SET outcome = ?2 WHERE submission = ?1");
  for (const RowKey key : keys) update.bind(1, key).bind(2, outcome).run();
}

}  // namespace

std::optional<Emptying> unfinished_emptying(Connection& box) {
  Statement question(box,
                     fmt::format("SELECT {} FROM emptyings WHERE state <> 'exported' ORDER BY id", columns));
  if (!question.step()) return std::nullopt;
  return emptying_at(box, question);
}

std::vector<Emptying> all_emptyings(Connection& box) {
  std::vector<Emptying> all;
  Statement question(box, fmt::format("SELECT {} FROM emptyings ORDER BY id", columns));
  while (question.step()) all.push_back(emptying_at(box, question));
  return all;
}

bool was_emptied(Connection& box, Month month) {
  const std::string text = month.text();
  Statement question(box, "SELECT 1 FROM emptyings WHERE month = ?1");
  question.bind(1, text);
  return question.step();
}

Emptying claim(Connection& box, Month month, const Path& exports,
               const std::function<bool(const std::string& pack)>& taken) {
  Transaction transaction(box);
  Emptying emptying{.month = month, .pack = free_pack_name(box, month, taken), .exports = exports};
  const std::string text = month.text();
  const std::string kept = exports_to_keep(box, exports);
  Statement insert(box,
                   "INSERT INTO emptyings (month, pack, exports, state) VALUES (?1, ?2, ?3, 'claimed') "
                   "RETURNING id");
  insert.bind(1, text).bind(2, emptying.pack).bind(3, kept);
  insert.step();
  emptying.id = insert.integer(0);
  insert.run();
  Statement rows(box,
                 "INSERT INTO claims (submission, emptying) SELECT key, ?2 FROM sealed_submissions "
                 "WHERE month = ?1 AND NOT EXISTS (SELECT 1 FROM claims WHERE submission = key)");
  rows.bind(1, text).bind(2, emptying.id).run();
  transaction.commit();
  return emptying;
}

void each_claimed(Connection& box, const Emptying& emptying, const std::function<void(RowKey)>& take) {
  Statement question(box, "SELECT submission FROM claims WHERE emptying = ?1 ORDER BY submission");
  question.bind(1, emptying.id);
  while (question.step()) take(question.integer(0));
}

std::vector<RowKey> claimed_keys(Connection& box, const Emptying& emptying) {
  std::vector<RowKey> keys;
  each_claimed(box, emptying, [&keys](RowKey key) { keys.push_back(key); });
  return keys;
}

void record(Connection& box, Emptying& emptying, const EmptyingCounts& counts, const Kept& kept) {
  Transaction transaction(box);
  mark_kept(box, kept.refused, "refused");
  mark_kept(box, kept.held, "held");
  LaneAppender lane(box);
  for (const LaneCopy& copy : kept.lane_copies) lane.add(emptying.month, copy);
  drop_followed_corrections(box, emptying);
  Statement update(box,
                   "UPDATE emptyings SET state = 'recorded', read = ?2, opened = ?3, refused = ?4, "
                   "delivered = ?5, unsorted = ?6, held = ?7 WHERE id = ?1");
  update.bind(1, emptying.id).bind(2, counts.read).bind(3, counts.opened).bind(4, counts.refused);
  update.bind(5, counts.delivered).bind(6, counts.unsorted).bind(7, counts.held).run();
  transaction.commit();
  emptying.counts = counts;
  emptying.state = EmptyingState::recorded;
}

void mark_exported(Connection& box, Emptying& emptying, std::chrono::year_month_day today) {
  const std::string day = day_text(today);
  Statement update(box, "UPDATE emptyings SET state = 'exported', exported_on = ?2 WHERE id = ?1");
  update.bind(1, emptying.id).bind(2, day).run();
  emptying.state = EmptyingState::exported;
}

}  // namespace postbox::store
