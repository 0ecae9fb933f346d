#include "store/safeguarding.hpp"

#include <array>

#include "base/error.hpp"
#include "store/day_text.hpp"
#include "store/emptyings.hpp"

namespace postbox::store {
namespace {

struct Named {
  LaneState state;
  std::string_view name;
};
constexpr std::array<Named, 4> names = {{{LaneState::unopened, "new"},
                                         {LaneState::opened, "opened"},
                                         {LaneState::done, "done"},
                                         {LaneState::released, "released"}}};

std::string_view name_of(LaneState state) {
  for (const Named& one : names) {
    if (one.state == state) return one.name;
  }
  return {};
}

LaneState state_of(std::string_view name) {
  for (const Named& one : names) {
    if (one.name == name) return one.state;
  }
  throw Error(Fault::storage, "the box's database holds a safeguarding item in no known state",
              "restore the last backup");
}

Month month_of(std::string_view text) {
  if (const auto month = Month::parse(text)) return *month;
  throw Error(Fault::storage, "the box's database holds a month that is none", "restore the last backup");
}

std::string last_entry(Connection& box) {
  Statement question(box, "SELECT entry FROM safeguarding_log ORDER BY number DESC LIMIT 1");
  return question.step() ? std::string(question.text(0)) : std::string();
}

bool is_still(Connection& box, const LaneItem& item) {
  Statement question(box, "SELECT 1 FROM safeguarding_items WHERE link = ?1 AND state = ?2");
  question.bind(1, item.link).bind(2, name_of(item.state));
  return question.step();
}

void refuse_during_emptying(Connection& box) {
  const auto unfinished = unfinished_emptying(box);
  if (!unfinished) return;
  throw Error(Fault::busy, "the emptying of " + unfinished->pack + " is not finished; nothing was released",
              "run `postbox empty` to its end and release the item then");
}

constexpr std::string_view past_its_time =
    "state IN ('done', 'released') AND sealed IS NOT NULL AND state_on <= ?1";

}  // namespace

std::vector<LaneItem> lane_items(Connection& box) {
  std::vector<LaneItem> items;
  Statement question(box,
                     "SELECT link, month, state, sealed IS NOT NULL FROM safeguarding_items ORDER BY link");
  while (question.step()) {
    items.push_back({std::string(question.text(0)), month_of(question.text(1)), state_of(question.text(2)),
                     question.integer(3) != 0});
  }
  return items;
}

std::vector<std::string> unopened_links(Connection& box) {
  std::vector<std::string> links;
  Statement question(box, "SELECT link FROM safeguarding_items WHERE state = 'new'");
  while (question.step()) links.emplace_back(question.text(0));
  return links;
}

std::optional<std::string> lane_record(Connection& box, std::string_view link) {
  Statement question(box, "SELECT sealed FROM safeguarding_items WHERE link = ?1 AND sealed IS NOT NULL");
  question.bind(1, link);
  if (!question.step()) return std::nullopt;
  return std::string(question.text(0));
}

std::vector<LaneLogEntry> lane_log(Connection& box) {
  std::vector<LaneLogEntry> log;
  Statement question(box, "SELECT entry, signature FROM safeguarding_log ORDER BY number");
  while (question.step()) log.push_back({std::string(question.text(0)), std::string(question.text(1))});
  return log;
}

bool decide(Connection& box, const LaneItem& from, LaneState to, std::chrono::year_month_day today,
            const std::function<LaneLogEntry(std::string_view last_entry)>& write) {
  Transaction transaction(box);
  if (!is_still(box, from)) return false;
  if (to == LaneState::released) refuse_during_emptying(box);
  const LaneLogEntry written = write(last_entry(box));
  Statement log(box,
                "INSERT INTO safeguarding_log (number, entry, signature) "
                "VALUES ((SELECT coalesce(max(number), 0) + 1 FROM safeguarding_log), ?1, ?2)");
  log.bind(1, written.entry).bind(2, written.signature).run();
  if (to != from.state) {
    const std::string day = day_text(today);
    Statement update(box, "UPDATE safeguarding_items SET state = ?2, state_on = ?3 WHERE link = ?1");
    update.bind(1, from.link).bind(2, name_of(to)).bind(3, day).run();
  }
  transaction.commit();
  return true;
}

std::int64_t purgeable_in_lane(Connection& box, std::chrono::year_month_day last_day) {
  const std::string day = day_text(last_day);
  Statement question(box, "SELECT count(*) FROM safeguarding_items WHERE " + std::string(past_its_time));
  question.bind(1, day);
  question.step();
  return question.integer(0);
}

std::int64_t purge_lane(Connection& box, std::chrono::year_month_day last_day) {
  const std::string day = day_text(last_day);
  Statement update(box, "UPDATE safeguarding_items SET sealed = NULL WHERE " + std::string(past_its_time));
  update.bind(1, day).run();
  return box.changes();
}

std::vector<MonthRow> held_rows(Connection& box) {
  std::vector<MonthRow> rows;
  Statement question(
      box,
      "SELECT s.key, s.month FROM claims JOIN sealed_submissions s ON s.key = claims.submission "
      "JOIN emptyings ON emptyings.id = claims.emptying "
      "WHERE claims.outcome = 'held' AND emptyings.state = 'exported'");
  while (question.step()) rows.push_back({question.integer(0), month_of(question.text(1))});
  return rows;
}

void settle_held(Connection& box, const std::vector<RowKey>& released, const std::vector<RowKey>& settled) {
  Transaction transaction(box);
  Statement unclaim(box, "DELETE FROM claims WHERE submission = ?1 AND outcome = 'held'");
  for (const RowKey key : released) unclaim.bind(1, key).run();
  Statement settle(box, "UPDATE claims SET outcome = NULL WHERE submission = ?1 AND outcome = 'held'");
  for (const RowKey key : settled) settle.bind(1, key).run();
  transaction.commit();
}

}  // namespace postbox::store
