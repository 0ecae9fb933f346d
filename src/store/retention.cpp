#include "store/retention.hpp"

#include <fmt/core.h>

#include "base/error.hpp"
#include "store/checkpoint.hpp"
#include "store/day_text.hpp"

namespace postbox::store {
namespace {

constexpr std::string_view past_its_time =
    "claims JOIN emptyings ON emptyings.id = claims.emptying "
    "WHERE emptyings.state = 'exported' AND emptyings.exported_on <= ?1 "
    // What was sorted again waits for the next emptying.
    "AND NOT EXISTS (SELECT 1 FROM corrections WHERE corrections.submission = claims.submission) "
    "AND claims.outcome IS ";

std::int64_t count(Connection& box, const std::string& day, std::string_view outcome) {
  Statement question(box, fmt::format("SELECT count(*) FROM {}{}", past_its_time, outcome));
  question.bind(1, day);
  question.step();
  return question.integer(0);
}

void remove_rows(Connection& box, const std::string& day) {
  Transaction transaction(box);
  box.run("CREATE TEMP TABLE leaving (submission INTEGER PRIMARY KEY)");
  Statement choose(box, fmt::format("INSERT INTO leaving SELECT submission FROM {}NULL", past_its_time));
  choose.bind(1, day).run();
  box.run("DELETE FROM claims WHERE submission IN (SELECT submission FROM leaving)");
  box.run("DELETE FROM sealed_submissions WHERE key IN (SELECT submission FROM leaving)");
  box.run("DROP TABLE leaving");
  transaction.commit();
}

}  // namespace

Purged purgeable(Connection& box, std::chrono::year_month_day last_day) {
  const std::string day = day_text(last_day);
  return {.removed = count(box, day, "NULL"), .kept = count(box, day, "NOT NULL")};
}

Purged purge(Connection& box, std::chrono::year_month_day last_day) {
  const Purged result = purgeable(box, last_day);
  remove_rows(box, day_text(last_day));
  // secure_delete overwrites the pages; the log still holds the old ones until it is cut.
  if (!empty_log(box)) {
    throw Error(Fault::busy, "removed, but the database's log could not be emptied: another program reads it",
                "run `postbox purge` again when nothing else uses the box");
  }
  return result;
}

}  // namespace postbox::store
